package org.pgassay.check.security;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.StoredValues.Place;
import org.pgassay.secrets.HashForm;
import org.pgassay.spec.Location;

/** Every value of a column is a hash that a password cannot be had back from. */
record SecurityHashed(Place place, List<HashForm> forms, int bcryptCost, Names names, Location location)
        implements Check {

    static final String ID = "security/hashed";

    SecurityHashed {
        forms = List.copyOf(forms);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return names.subject(place.table(), place.column());
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.STORED_VALUES);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return List.of(new ValueFaults(this, place, names, "hashed")
                .finding(
                        evidence.catalog(),
                        evidence.storedValues(),
                        value -> HashForm.fault(value.text(), forms, bcryptCost),
                        "Hash with argon2id or bcrypt before a value is stored, and make those who have these passwords"
                                + " choose others."));
    }
}
