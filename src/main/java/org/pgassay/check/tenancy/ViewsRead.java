package org.pgassay.check.tenancy;

import org.pgassay.check.Isolation.Operation;
import org.pgassay.spec.Location;

/** No view shows a tenant anything of another tenant's rows. */
record ViewsRead(Tenancy stated, Location location) implements Experiment {

    static final String ID = "tenancy/views-read";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Operation operation() {
        return Operation.VIEW;
    }
}
