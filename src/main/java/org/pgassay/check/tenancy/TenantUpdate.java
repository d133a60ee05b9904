package org.pgassay.check.tenancy;

import org.pgassay.check.Isolation.Operation;
import org.pgassay.spec.Location;

/** A tenant cannot change another tenant's rows, and can its own. */
record TenantUpdate(Tenancy stated, Location location) implements Experiment {

    static final String ID = "tenancy/update";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Operation operation() {
        return Operation.UPDATE;
    }
}
