package org.pgassay.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Namespace;

/** Cuts a catalog down to some of its schemas, as if only these had been read. */
final class Part {

    private Part() {}

    /** The catalog of these schemas; what belongs to the database stays. */
    static Catalog of(Catalog whole, List<String> schemas) {
        Set<String> others = new TreeSet<>(whole.otherSchemas());
        List<Namespace> kept = new ArrayList<>();
        for (Namespace namespace : whole.namespaces()) {
            if (schemas.contains(namespace.name())) {
                kept.add(namespace);
            } else {
                others.add(namespace.name());
            }
        }
        return new Catalog(
                whole.schemas().stream().filter(schemas::contains).toList(),
                whole.tables().stream()
                        .filter(each -> schemas.contains(each.name().schema()))
                        .toList(),
                whole.views().stream()
                        .filter(each -> schemas.contains(each.name().schema()))
                        .toList(),
                whole.sequences().stream()
                        .filter(each -> schemas.contains(each.name().schema()))
                        .toList(),
                whole.routines().stream()
                        .filter(each -> schemas.contains(each.name().schema()))
                        .toList(),
                whole.types().stream()
                        .filter(each -> schemas.contains(each.name().schema()))
                        .toList(),
                whole.extensions(),
                kept,
                List.copyOf(others),
                whole.objects().stream()
                        .filter(each -> in(each.schema(), schemas))
                        .toList(),
                whole.defaultPrivileges().stream()
                        .filter(each -> in(each.schema(), schemas))
                        .toList());
    }

    private static boolean in(@Nullable String schema, List<String> schemas) {
        return schema == null || schemas.contains(schema);
    }
}
