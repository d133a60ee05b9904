package org.pgassay.check.tenancy;

import org.pgassay.check.Isolation.Operation;
import org.pgassay.spec.Location;

/** A tenant cannot make a row of its own another tenant's. */
record TenantMove(Tenancy stated, Location location) implements Experiment {

    static final String ID = "tenancy/move";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Operation operation() {
        return Operation.MOVE;
    }
}
