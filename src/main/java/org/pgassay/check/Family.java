package org.pgassay.check;

import java.util.List;
import java.util.Optional;
import org.pgassay.check.StructurePlan.PlannedObject;
import org.pgassay.check.StructurePlan.PlannedPartitioning;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** Checks that belong together, and the part of the spec language that they are stated in. */
public interface Family {

    /** The family's part of the spec language, if it has one of its own. */
    Optional<Section> section();

    /** All kinds of check of the family. */
    List<CheckKind> kinds();

    /** What is wrong with the family's part of a spec beyond what the JSON Schema can say. */
    List<Problem> problems(Spec spec);

    /** What a spec without problems states that is not part of a table's columns, indexes and constraints, as DDL. */
    default List<PlannedObject> planned(Spec spec) {
        return List.of();
    }

    /** How a spec without problems partitions tables, as DDL. */
    default List<PlannedPartitioning> partitionings(Spec spec) {
        return List.of();
    }

    /** The checks that a spec without problems expands to, in the spec's order. */
    List<Check> checks(Spec spec);
}
