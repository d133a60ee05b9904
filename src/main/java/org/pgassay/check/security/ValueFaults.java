package org.pgassay.check.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.StoredValues;
import org.pgassay.check.StoredValues.Place;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Suggestions;

/** Holds every value of a column against a form, and counts what is wrong, without keeping any value. */
final class ValueFaults {

    private final Check check;
    private final Place place;
    private final Names names;

    /** What the values must be, such as {@code hashed}. */
    private final String state;

    ValueFaults(Check check, Place place, Names names, String state) {
        this.check = check;
        this.place = place;
        this.names = names;
        this.state = state;
    }

    private static final class Tally {
        private long values;
        private final Map<String, Long> faults = new TreeMap<>();
    }

    /** What comes of it; the fault of a value is said in words that say nothing of the value. */
    Finding finding(
            Catalog catalog, StoredValues stored, Function<StoredValues.Value, Optional<String>> fault, String help) {
        Optional<Finding> missing = missing(catalog);
        if (missing.isPresent()) {
            return missing.get();
        }
        Tally tally = new Tally();
        long rows = stored.read(place, value -> {
            tally.values++;
            fault.apply(value).ifPresent(words -> tally.faults.merge(words, 1L, Long::sum));
        });
        if (tally.values == 0) {
            return nothing(stored, rows);
        }
        return tally.faults.isEmpty() ? passed(stored, tally, rows) : failed(tally, help);
    }

    private Optional<Finding> missing(Catalog catalog) {
        List<String> columns = catalog.table(place.table()).map(Table::columns).orElse(List.of()).stream()
                .map(Column::name)
                .toList();
        if (columns.contains(place.column())) {
            return Optional.empty();
        }
        boolean table = catalog.table(place.table()).isPresent();
        return Optional.of(Finding.failed(
                check,
                table
                        ? "there is no column " + check.subject() + Suggestions.didYouMean(place.column(), columns)
                                + "."
                        : "there is no table " + names.subject(place.table()) + ", so nothing in it is " + state + ".",
                "Correct the name, or the migrations.",
                "a column whose values are " + state,
                "none"));
    }

    private Finding nothing(StoredValues stored, long rows) {
        return Finding.failed(
                        check,
                        check.subject() + (rows == 0 ? " has no row in " : " is null in every row of ")
                                + stored.source() + ": no value was seen, so whether values are " + state
                                + " is not known.",
                        "Put a row in with 'seeds', or verify a database that has rows.",
                        "values that are " + state,
                        "no value in " + rows + (rows == 1 ? " row" : " rows"))
                .as(Verdict.VACUOUS);
    }

    private Finding passed(StoredValues stored, Tally tally, long rows) {
        long nulls = rows - tally.values;
        return Finding.passed(
                check,
                (tally.values == 1 ? "the one value" : "all " + tally.values + " values") + " of " + check.subject()
                        + " in " + stored.source() + (tally.values == 1 ? " has" : " have") + " the form of what is "
                        + state + (nulls == 0 ? "." : "; " + nulls + " more rows hold null."),
                "values that are " + state,
                (int) Math.min(Integer.MAX_VALUE, tally.values));
    }

    private Finding failed(Tally tally, String help) {
        long wrong = tally.faults.values().stream().mapToLong(Long::longValue).sum();
        String kinds = tally.faults.entrySet().stream()
                .map(each -> each.getValue() + " " + (each.getValue() == 1 ? "is " : "are ") + each.getKey())
                .collect(Collectors.joining("; "));
        return Finding.failed(
                check,
                wrong + " of " + tally.values + (tally.values == 1 ? " value" : " values") + " of " + check.subject()
                        + (wrong == 1 ? " is" : " are") + " not " + state + " as stated: " + kinds + ".",
                help,
                "values that are " + state,
                wrong + " of " + tally.values + " not " + state);
    }
}
