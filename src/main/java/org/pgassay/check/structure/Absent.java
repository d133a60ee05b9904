package org.pgassay.check.structure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/**
 * A table, column, index or constraint must not exist.
 *
 * @param part the part's name; null where the table itself must be absent
 */
record Absent(
        Names names,
        What what,
        QualifiedName table,
        @Nullable String part,
        Location location) implements Check {

    /** What must be absent. */
    enum What {
        TABLE("table/absent", "table"),
        COLUMN("column/absent", "column"),
        INDEX("index/absent", "index"),
        CONSTRAINT("constraint/absent", "constraint");

        final String id;
        final String word;

        What(String id, String word) {
            this.id = id;
            this.word = word;
        }
    }

    @Override
    public String id() {
        return what.id;
    }

    @Override
    public String subject() {
        if (part == null) {
            return names.subject(table);
        }
        return what == What.INDEX ? names.index(table, part) : names.subject(table, part);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(table);
        if (what != What.TABLE && found.isEmpty()) {
            return List.of(Finding.failed(
                    this,
                    subject() + " cannot be shown to be absent: " + Tables.missing(evidence.catalog(), table, names)
                            + ".",
                    "Create the table in a migration, or state the table itself as absent.",
                    "table " + names.subject(table) + " without " + what.word + " " + part,
                    "no table"));
        }
        Optional<String> observed = found.flatMap(this::definition);
        if (observed.isPresent()) {
            return List.of(Finding.failed(
                    this,
                    "the " + what.word + " " + subject() + " exists, and the spec says that it must not.",
                    "Drop it in a migration, or take it out of the spec.",
                    "absent",
                    observed.get()));
        }
        int examined =
                found.map(this::siblings).orElse(evidence.catalog().tables().size());
        return List.of(Finding.passed(
                this, "the " + what.word + " " + subject() + " does not exist.", "absent", Math.max(1, examined)));
    }

    private Optional<String> definition(Table found) {
        String name = part == null ? "" : part;
        return switch (what) {
            case TABLE -> Optional.of("table " + subject());
            case COLUMN -> found.column(name).map(Definitions::column);
            case INDEX -> found.index(name).map(Definitions::index);
            case CONSTRAINT -> found.constraint(name).map(Constraint::definition);
        };
    }

    private int siblings(Table found) {
        return switch (what) {
            case TABLE -> 1;
            case COLUMN -> found.columns().size();
            case INDEX -> found.indexes().size();
            case CONSTRAINT -> found.constraints().size();
        };
    }
}
