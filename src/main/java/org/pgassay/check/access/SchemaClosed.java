package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/** The database has no schema that the spec does not name, those of the system and of extensions left out. */
record SchemaClosed(Set<String> leftAlone, Location location) implements Check {

    static final String ID = "schema/closed";

    /** Copies the set. */
    SchemaClosed {
        leftAlone = Set.copyOf(leftAlone);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "schemas";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> others = new ArrayList<>(evidence.catalog().otherSchemas());
        int known = evidence.catalog().schemas().size() + leftAlone.size();
        List<String> gone = leftAlone.stream()
                .filter(name -> !others.contains(name))
                .sorted()
                .toList();
        if (!gone.isEmpty()) {
            return gone.stream().map(this::gone).toList();
        }
        others.removeAll(leftAlone);
        if (others.isEmpty()) {
            // The list of the others was looked at, even if the schemas of the spec are all missing.
            return List.of(
                    Finding.passed(this, "the spec names every schema.", known + " of " + known + " named", 1 + known));
        }
        return others.stream()
                .map(schema -> Finding.failed(
                                this,
                                "the schema " + Identifiers.quote(schema)
                                        + " is not in the spec, which names every schema: nothing that it holds was"
                                        + " looked at.",
                                "Add it to 'schemas', or to 'otherSchemas' with the reason, or drop it in a migration.",
                                "no such schema",
                                "schema " + Identifiers.quote(schema))
                        .about(Identifiers.quote(schema)))
                .toList();
    }

    /** A name that leaves nothing alone would some day leave alone what no one thought of. */
    private Finding gone(String schema) {
        return Finding.failed(
                        this,
                        "the schema " + Identifiers.quote(schema)
                                + ", which 'otherSchemas' leaves alone, is not in the database, or is among 'schemas'.",
                        "Take it out of 'otherSchemas'.",
                        "schema " + Identifiers.quote(schema),
                        "none")
                .about(Identifiers.quote(schema));
    }
}
