package org.pgassay.check.structure;

import java.util.List;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.spec.Location;
import org.pgassay.spec.Suggestions;

/** A schema that the spec speaks of must exist. */
record SchemaExists(String schema, Location location) implements Check {

    static final String ID = "schema/exists";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return Identifiers.quote(schema);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return Set.of(new ObjectRef(ObjectKind.SCHEMA, subject()));
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> schemas = evidence.catalog().schemas();
        if (schemas.contains(schema)) {
            return List.of(Finding.passed(
                    this, "the schema " + subject() + " exists.", "schema " + subject(), schemas.size()));
        }
        return List.of(Finding.failed(
                this,
                "the schema " + subject() + " does not exist" + Suggestions.didYouMean(schema, schemas)
                        + ": nothing that the spec states of it can hold.",
                "Create the schema in a migration, or take it out of 'schemas'.",
                "schema " + subject(),
                "none"));
    }
}
