package org.pgassay.ddl;

import java.util.List;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.catalog.ObjectKind;

/** The statements that lead from one catalog to another. */
final class Plan {

    private Plan() {}

    static List<DdlStatement> of(Catalog from, Catalog to) {
        return Fingerprint.of(from).equals(Fingerprint.of(to))
                ? List.of()
                : List.of(DdlStatement.note(ObjectKind.OTHER, "", "Changes cannot be expressed yet."));
    }
}
