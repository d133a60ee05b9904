package org.pgassay.check.security;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.StoredValues.Place;
import org.pgassay.secrets.EncryptedForm;
import org.pgassay.spec.Location;

/** Every value of a column has the form of what a cipher makes. */
record SecurityEncrypted(Place place, List<EncryptedForm> forms, List<String> prefixes, Names names, Location location)
        implements Check {

    static final String ID = "security/encrypted";

    SecurityEncrypted {
        forms = List.copyOf(forms);
        prefixes = List.copyOf(prefixes);
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
        return Set.of(Need.CATALOG, Need.STORED_VALUES, Need.TODAY);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return List.of(new ValueFaults(this, place, names, "encrypted")
                .finding(
                        evidence.catalog(),
                        evidence.storedValues(),
                        value -> EncryptedForm.fault(value.text(), forms, prefixes, evidence.today()),
                        "Encrypt before a value is stored, and replace the keys that were stored in plain text."));
    }
}
