package org.pgassay.check.structure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Names;
import org.pgassay.check.structure.StructureSection.PartSpec;
import org.pgassay.check.structure.StructureSection.TableSpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;

/**
 * Finds names that no object of the spec's schemas can have: what is stated of them could never hold, and that they are
 * absent would always hold.
 */
public final class Spelling {

    /** NAMEDATALEN less the byte that ends it; PostgreSQL cuts what is longer. */
    private static final int MAX_BYTES = 63;

    private final Names names;
    private final List<Problem> problems = new ArrayList<>();

    private Spelling(Names names) {
        this.names = names;
    }

    /** What is wrong with the names of a table and of its parts. */
    static List<Problem> problems(Names names, String written, TableSpec table) {
        Spelling spelling = new Spelling(names);
        spelling.table(written, table.location());
        table.columns().forEach(spelling::part);
        table.indexes().forEach(spelling::part);
        table.constraints().forEach(spelling::part);
        return spelling.problems;
    }

    /** Why no object can have a name; empty if one can. */
    public static String fault(String name) {
        if (name.isEmpty()) {
            return "a name is empty";
        } else if (name.indexOf('\0') >= 0) {
            return "a name holds a NUL";
        }
        return name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES
                ? "the name '" + name + "' is longer than " + MAX_BYTES + " bytes: PostgreSQL would cut it"
                : "";
    }

    private void table(String written, Location location) {
        QualifiedName name = names.resolve(written);
        boolean quoted = written.indexOf('"') >= 0;
        int dot = written.indexOf('.');
        if (!names.schemas().contains(name.schema())) {
            problems.add(unknownSchema(name.schema(), location));
        } else if (!quoted && dot > 0 && name.name().equals(written)) {
            problems.add(unknownSchema(written.substring(0, dot), location));
        } else {
            name(name.name(), location);
        }
    }

    private static Problem unknownSchema(String schema, Location location) {
        return new Problem(
                location,
                "the schema '" + schema + "' is not among the spec's schemas; add it to 'schemas', or put a name that"
                        + " has a dot in it in double quotes");
    }

    private void part(String name, PartSpec part) {
        name(name, part.location());
    }

    private void name(String name, Location location) {
        String fault = fault(name);
        if (!fault.isEmpty()) {
            problems.add(new Problem(location, fault));
        }
    }
}
