package org.pgassay.verify;

import org.pgassay.check.StructurePlan;
import org.pgassay.check.object.ObjectPlanner;
import org.pgassay.check.structure.StructurePlanner;
import org.pgassay.spec.Spec;

/** Joins what the families plan to one structure. */
final class Plans {

    private Plans() {}

    static StructurePlan of(Spec spec) {
        return new StructurePlan(StructurePlanner.plan(spec).tables(), ObjectPlanner.plan(spec));
    }
}
