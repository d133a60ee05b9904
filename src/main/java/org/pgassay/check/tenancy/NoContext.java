package org.pgassay.check.tenancy;

import org.pgassay.check.Isolation.Operation;
import org.pgassay.spec.Location;

/** Who does not say for which tenant it works sees no row. */
record NoContext(Tenancy stated, Location location) implements Experiment {

    static final String ID = "tenancy/no-context";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Operation operation() {
        return Operation.NO_CONTEXT;
    }
}
