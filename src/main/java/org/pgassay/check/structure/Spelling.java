package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.List;
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

    private final Names names;
    private final List<Problem> problems = new ArrayList<>();

    private Spelling(Names names) {
        this.names = names;
    }

    /** What is wrong with the names of a table and of its parts. */
    static List<Problem> problems(Names names, String written, TableSpec table) {
        Spelling spelling = new Spelling(names);
        spelling.table(written, table.location());
        table.columns().forEach((name, column) -> spelling.name(name, column.location()));
        table.indexes().forEach((name, index) -> spelling.name(name, index.location()));
        table.constraints().forEach(spelling::part);
        return spelling.problems;
    }

    /** Why no object can have a name; empty if one can. */
    public static String fault(String name) {
        return Names.spelling(name);
    }

    private void table(String written, Location location) {
        add(names.fault(written), location);
    }

    private void part(String name, PartSpec part) {
        name(name, part.location());
    }

    private void name(String name, Location location) {
        add(fault(name), location);
    }

    private void add(String fault, Location location) {
        if (!fault.isEmpty()) {
            problems.add(new Problem(location, fault));
        }
    }
}
