package org.pgassay.check.structure;

import java.util.Optional;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;
import org.pgassay.spec.Suggestions;

/** What the checks of a table's parts say alike. */
public final class Tables {

    private Tables() {}

    /** Why a table that is missing is missing, as far as the catalog can tell. */
    public static String missing(Catalog catalog, QualifiedName name, Names names) {
        if (catalog.view(name).isPresent()) {
            return names.subject(name) + " is a view, not a table";
        }
        Optional<Table> elsewhere = catalog.tables().stream()
                .filter(table -> table.name().name().equals(name.name()))
                .findFirst();
        if (elsewhere.isPresent()) {
            return "the table " + names.subject(name) + " does not exist; there is one of that name in schema "
                    + elsewhere.get().name().schema();
        }
        return "the table " + names.subject(name) + " does not exist"
                + Suggestions.didYouMean(
                        name.name(),
                        catalog.tables().stream()
                                .map(table -> table.name().name())
                                .toList());
    }
}
