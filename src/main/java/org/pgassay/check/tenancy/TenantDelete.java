package org.pgassay.check.tenancy;

import org.pgassay.check.Isolation.Operation;
import org.pgassay.spec.Location;

/** A tenant cannot delete another tenant's rows, and can its own. */
record TenantDelete(Tenancy stated, Location location) implements Experiment {

    static final String ID = "tenancy/delete";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Operation operation() {
        return Operation.DELETE;
    }
}
