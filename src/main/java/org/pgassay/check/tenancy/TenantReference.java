package org.pgassay.check.tenancy;

import org.pgassay.check.Isolation.Operation;
import org.pgassay.spec.Location;

/** A row of one tenant cannot point to a row of another, by any foreign key. */
record TenantReference(Tenancy stated, Location location) implements Experiment {

    static final String ID = "tenancy/reference";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Operation operation() {
        return Operation.REFERENCE;
    }
}
