package org.pgassay.check.structure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.spec.Location;

/** A table must exist. */
record TableExists(Names names, QualifiedName table, Location location) implements Check {

    static final String ID = "table/exists";

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
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return Set.of(new ObjectRef(ObjectKind.TABLE, subject()));
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(table);
        if (found.isEmpty()) {
            return List.of(Finding.failed(
                    this,
                    Tables.missing(evidence.catalog(), table, names) + ".",
                    "Create the table in a migration, or take it out of the spec.",
                    "table " + subject(),
                    "none"));
        }
        String observed = switch (found.get().kind()) {
            case TABLE -> "table " + subject();
            case PARTITIONED -> "partitioned table " + subject();
            case FOREIGN -> "foreign table " + subject();
        };
        return List.of(Finding.passed(this, subject() + " exists.", observed, 1));
    }
}
