package org.pgassay.check.rule.api;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Evidence;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.StructurePlan.PlannedTable;
import org.pgassay.spec.Problem;

/** Something that must hold of every object of a sort, whatever the objects are. A rule is a value: it holds no state. */
public interface Rule {

    /** The key of a spec that states it, in kebab-case. */
    String id();

    /** What a spec can state of it beside where it holds. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** What is wrong with the stated parameters beyond their types, each as a sentence's end without a full stop. */
    default List<String> problems(Parameters stated) {
        return List.of();
    }

    /** What it consults beside the catalog and the server's version. */
    default Set<Need> needs() {
        return Set.of();
    }

    /**
     * The tables that PostgreSQL must make for the rule to compare with, in the blueprint: definitions are never compared as
     * text.
     *
     * @param problems what is wrong with the stated definitions is added here
     */
    default List<PlannedTable> plan(Names names, Parameters stated, List<Problem> problems) {
        return List.of();
    }

    /** A verdict for every object that the rule looks at, in a fixed order; each object once. */
    List<Judged> judge(Scope scope);

    /** The same for a rule that consults more than the catalog; the objects are those that {@link #judge(Scope)} gives. */
    default List<Judged> judge(Scope scope, Evidence evidence) {
        return judge(scope);
    }
}
