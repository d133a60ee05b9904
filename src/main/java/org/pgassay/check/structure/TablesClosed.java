package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/** Every table of the spec's schemas must be named in the spec; a partition is named with its parent. */
record TablesClosed(Names names, Set<QualifiedName> named, Location location) implements Check {

    static final String ID = "table/closed";

    /** Copies the set. */
    TablesClosed {
        named = Set.copyOf(named);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "tables";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Table> tables = evidence.catalog().tables();
        List<Finding> findings = new ArrayList<>();
        for (Table table : tables) {
            if (!isNamed(table, evidence.catalog())) {
                findings.add(Finding.failed(
                                this,
                                "the table " + names.subject(table.name())
                                        + " is not in the spec, which names all tables.",
                                "Add the table to the spec, or drop it in a migration.",
                                "no such table",
                                "table " + names.subject(table.name()))
                        .about(names.subject(table.name())));
            }
        }
        if (tables.isEmpty()) {
            findings.add(Finding.failed(
                            this,
                            "the database has no table, so that the spec names all of them says nothing.",
                            "Check that the migrations and 'schemas' are the right ones.",
                            "tables",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        return findings.isEmpty()
                ? List.of(Finding.passed(this, "the spec names every table.", tables.size() + " tables", tables.size()))
                : findings;
    }

    private boolean isNamed(Table table, Catalog catalog) {
        if (named.contains(table.name())) {
            return true;
        }
        QualifiedName parent = table.partitionOf();
        Optional<Table> parentTable = parent == null ? Optional.empty() : catalog.table(parent);
        return parentTable.map(each -> isNamed(each, catalog)).orElse(false);
    }
}
