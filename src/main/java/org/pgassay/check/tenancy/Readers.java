package org.pgassay.check.tenancy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;
import org.pgassay.check.rule.security.Reads;

/** What views read. */
final class Readers {

    private Readers() {}

    /** The tables of tenants that a view reads, itself or through other views. */
    static List<Member> read(Model model, View view) {
        return new Reads(model.catalog())
                .all(view.definition()).stream()
                        .flatMap(name -> model.member(root(model, name)).stream())
                        .distinct()
                        .toList();
    }

    /** The table that a partition is a part of in the end. */
    private static QualifiedName root(Model model, QualifiedName name) {
        QualifiedName root = name;
        @Nullable QualifiedName parent = name;
        while (parent != null) {
            root = parent;
            parent = model.catalog().table(root).map(Table::partitionOf).orElse(null);
        }
        return root;
    }
}
