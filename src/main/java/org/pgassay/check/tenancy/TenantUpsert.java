package org.pgassay.check.tenancy;

import org.pgassay.check.Isolation.Operation;
import org.pgassay.spec.Location;

/** A tenant cannot change another tenant's row by INSERT … ON CONFLICT on its key. */
record TenantUpsert(Tenancy stated, Location location) implements Experiment {

    static final String ID = "tenancy/upsert";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Operation operation() {
        return Operation.UPSERT;
    }
}
