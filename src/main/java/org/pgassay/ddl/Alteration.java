package org.pgassay.ddl;

import java.util.List;
import org.pgassay.catalog.Catalog;

/** The SQL that turns one schema into another. */
public final class Alteration {

    private Alteration() {}

    /** The statements that turn what the first catalog holds into what the second one holds, in their order. */
    public static List<DdlStatement> between(Catalog from, Catalog to) {
        return Plan.of(from, to);
    }
}
