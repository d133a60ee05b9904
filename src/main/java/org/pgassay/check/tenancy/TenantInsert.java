package org.pgassay.check.tenancy;

import org.pgassay.check.Isolation.Operation;
import org.pgassay.spec.Location;

/** A tenant cannot put in a row of another tenant, and can its own. */
record TenantInsert(Tenancy stated, Location location) implements Experiment {

    static final String ID = "tenancy/insert";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Operation operation() {
        return Operation.INSERT;
    }
}
