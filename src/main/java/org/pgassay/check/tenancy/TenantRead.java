package org.pgassay.check.tenancy;

import org.pgassay.check.Isolation.Operation;
import org.pgassay.spec.Location;

/** A tenant sees none of another tenant's rows, and its own. */
record TenantRead(Tenancy stated, Location location) implements Experiment {

    static final String ID = "tenancy/read";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Operation operation() {
        return Operation.READ;
    }
}
