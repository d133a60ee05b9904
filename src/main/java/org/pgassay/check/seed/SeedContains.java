package org.pgassay.check.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Seeding.Answer;
import org.pgassay.check.Seeding.Refused;
import org.pgassay.check.Seeding.Rows;
import org.pgassay.spec.Location;
import org.pgassay.spec.Suggestions;

/** A table must hold certain rows once the seeds have run; values are compared by PostgreSQL, in the column's type. */
record SeedContains(Names names, QualifiedName table, List<StatedRow> rows, Location location) implements Check {

    static final String ID = "seed/contains";

    private static final int FIRST = 3;

    /** Copies the list. */
    SeedContains {
        rows = List.copyOf(rows);
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
        return Looking.NEEDS;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Finding> fault = Looking.missing(this, table, names, evidence.catalog());
        if (fault.isPresent()) {
            return List.of(fault.get());
        }
        Table known = evidence.catalog().table(table).orElseThrow();
        List<StatedRow> absent = new ArrayList<>();
        for (StatedRow row : rows) {
            Optional<Finding> wrong = unknownColumn(row, known);
            if (wrong.isPresent()) {
                return List.of(wrong.get());
            }
            Answer answer =
                    evidence.seeding().read("select count(*) from " + table.sql() + " where " + row.condition(known));
            if (answer instanceof Refused refused) {
                return List.of(refused(evidence, row, refused));
            } else if (((Rows) answer).number() == 0) {
                absent.add(row);
            }
        }
        return List.of(judged(absent, evidence).as(evidence.seeding().reader()));
    }

    private Finding judged(List<StatedRow> absent, Evidence evidence) {
        String stated = rows.size() + (rows.size() == 1 ? " row" : " rows");
        if (absent.isEmpty()) {
            return Finding.passed(
                    this,
                    subject() + " holds " + (rows.size() == 1 ? "the row" : "each of the " + stated) + " that the spec"
                            + " states " + evidence.seeding().when() + ".",
                    stated,
                    rows.size());
        }
        String first = absent.stream().limit(FIRST).map(StatedRow::text).collect(Collectors.joining(", "));
        int more = absent.size() - Math.min(FIRST, absent.size());
        return Finding.failed(
                        this,
                        subject() + " holds no row " + first
                                + (more == 0 ? "" : " and " + more + " others that are stated") + " "
                                + evidence.seeding().when() + ".",
                        "Correct the seeds, or the row.",
                        stated,
                        rows.size() - absent.size() + " of them")
                .at(absent.get(0).location());
    }

    private Optional<Finding> unknownColumn(StatedRow row, Table known) {
        List<String> all = known.columns().stream().map(Column::name).toList();
        return row.columns().stream()
                .filter(column -> !all.contains(column))
                .findFirst()
                .map(column -> Finding.failed(
                                this,
                                "the table " + subject() + " has no column " + column
                                        + Suggestions.didYouMean(column, all) + ", so no row has a value there.",
                                "Correct the name.",
                                "a column " + column,
                                "none")
                        .at(row.at(column)));
    }

    /** What is wrong is most often a value that the column's type does not take. */
    private Finding refused(Evidence evidence, StatedRow row, Refused refused) {
        Looking.forbidden(evidence, refused).ifPresent(forbidden -> {
            throw forbidden;
        });
        return Finding.failed(
                        this,
                        "no row of " + subject() + " can be " + row.text() + ": " + refused.message() + ".",
                        "Correct the value.",
                        row.text(),
                        refused.message())
                .at(row.location());
    }
}
