package org.pgassay.check.part;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.structure.OptionValues;
import org.pgassay.check.structure.StatedSettings;
import org.pgassay.spec.Location;

/**
 * A table must be kept as stated: logged or not, with its storage parameters, replica identity, parents and so on.
 *
 * @param stated the attributes that the spec states, and their values
 * @param closed what the spec states of columns and row security, if all that it does not state must be the default; null if
 *     that is not asserted
 */
record TableAttributes(
        Names names,
        QualifiedName table,
        Map<String, String> stated,
        @Nullable Columns closed,
        Location location) implements Check {

    static final String ID = "table/attributes";

    /**
     * What other checks look at, and what need not be the default for that reason.
     *
     * @param settings what is stated of columns, by name
     * @param rowSecurity whether the spec states if row security is enabled
     * @param rowSecurityForced whether the spec states if it is forced
     */
    record Columns(Map<String, StatedSettings> settings, boolean rowSecurity, boolean rowSecurityForced) {

        /** Copies the map. */
        Columns {
            settings = Map.copyOf(settings);
        }
    }

    /** Copies the map, keeping its order. */
    TableAttributes {
        stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return names.subject(table);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(table);
        if (found.isEmpty()) {
            return List.of(Finding.failed(
                    this,
                    "how " + subject() + " is kept cannot be looked at: "
                            + Hosts.missing(evidence.catalog(), table, names) + ".",
                    "Create the table in a migration, or take it out of the spec.",
                    print(stated),
                    "no table"));
        }
        Map<String, String> present = TableFacts.of(found.get());
        Map<String, String> expected = new TreeMap<>(stated);
        if (closed != null) {
            present.putAll(TableFacts.more(found.get(), closed));
            present.keySet().forEach(name -> expected.putIfAbsent(name, OptionValues.DEFAULT));
        }
        Map<String, String> observed = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        expected.forEach((name, value) -> {
            String is = present.getOrDefault(name, OptionValues.DEFAULT);
            observed.put(name, is);
            if (!OptionValues.same(value, is)) {
                differences.add(name + " is " + is + " instead of " + value);
            }
        });
        if (differences.isEmpty()) {
            return List.of(
                    Finding.passed(this, subject() + " is kept as stated.", print(observed), 1 + expected.size()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.failed(
                        this,
                        subject() + " is not kept as stated: " + String.join("; ", differences) + ".",
                        "Alter the table in a migration, or correct the spec.",
                        print(expected),
                        print(observed))
                .with(differences));
        Finding whole = findings.get(0);
        // What is wrong with a column goes by the column's name.
        List<Finding> ofColumns = found.get().columns().stream()
                .filter(column -> differs(TableFacts.suffix(column.name()), expected, observed))
                .map(column -> whole.about(names.subject(table, column.name())))
                .toList();
        boolean others = expected.entrySet().stream()
                .filter(each -> found.get().columns().stream()
                        .noneMatch(column -> each.getKey().endsWith(TableFacts.suffix(column.name()))))
                .anyMatch(each -> !OptionValues.same(each.getValue(), observed.getOrDefault(each.getKey(), "")));
        return others || ofColumns.isEmpty()
                ? Stream.concat(findings.stream(), ofColumns.stream()).toList()
                : ofColumns;
    }

    private static boolean differs(String suffix, Map<String, String> expected, Map<String, String> observed) {
        return expected.entrySet().stream()
                .filter(each -> each.getKey().endsWith(suffix))
                .anyMatch(each -> !OptionValues.same(each.getValue(), observed.getOrDefault(each.getKey(), "")));
    }

    private static String print(Map<String, String> attributes) {
        return attributes.isEmpty()
                ? "all by default"
                : attributes.entrySet().stream()
                        .map(each -> each.getKey() + " = " + each.getValue())
                        .collect(Collectors.joining(", "));
    }
}
