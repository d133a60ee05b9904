package org.pgassay.verify;

import java.util.ArrayList;
import java.util.List;
import org.pgassay.check.StructurePlan;
import org.pgassay.check.StructurePlan.PlannedObject;
import org.pgassay.check.StructurePlan.PlannedTable;
import org.pgassay.check.object.ObjectPlanner;
import org.pgassay.check.part.PartPlanner;
import org.pgassay.check.partition.PartitionPlanner;
import org.pgassay.check.rule.RulePlanner;
import org.pgassay.check.structure.StructurePlanner;
import org.pgassay.spec.Spec;

/** Joins what the families plan to one structure. */
final class Plans {

    private Plans() {}

    static StructurePlan of(Spec spec) {
        List<PlannedTable> tables = new ArrayList<>(StructurePlanner.plan(spec).tables());
        tables.addAll(RulePlanner.tables(spec));
        List<PlannedObject> objects = new ArrayList<>(ObjectPlanner.plan(spec));
        objects.addAll(PartPlanner.plan(spec));
        return new StructurePlan(tables, objects, PartitionPlanner.plan(spec));
    }
}
