package org.pgassay.init;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;
import org.pgassay.check.partition.Partitions;
import org.pgassay.spec.YamlText.Fields;
import org.pgassay.spec.YamlText.Plain;

/** Writes how tables are partitioned; partitions that are as their parent is need no words of their own. */
final class PartitionsText {

    private static final String DEFAULT = "DEFAULT";

    private final Catalog printed;
    private final Names names;
    private final Map<QualifiedName, Boolean> alike = new HashMap<>();

    PartitionsText(Catalog catalog, Catalog printed, Names names, int majorVersion) {
        this.printed = printed;
        this.names = names;
        for (Table table : catalog.tables()) {
            if (table.kind() == Table.Kind.PARTITIONED) {
                alike.put(table.name(), Partitions.alike(catalog, names, table, majorVersion));
            }
        }
    }

    /** Whether all that a table is follows from its parent. */
    boolean stateWhole(Table table) {
        QualifiedName parent = table.partitionOf();
        return parent != null && alike.getOrDefault(parent, false) && table.comment() == null;
    }

    Fields fields() {
        Fields fields = new Fields();
        for (Table table : printed.tables()) {
            if (table.kind() == Table.Kind.PARTITIONED) {
                fields.put(SpecNames.key(names, table.name()), partitioning(table));
            }
        }
        return fields;
    }

    private Fields partitioning(Table parent) {
        Fields of = new Fields();
        String rest = "none";
        List<Table> partitions = printed.tables().stream()
                .filter(table -> parent.name().equals(table.partitionOf()))
                .toList();
        for (Table partition : partitions) {
            String bound = String.valueOf(partition.partitionBound());
            String name = SpecNames.key(names, partition.name());
            if (bound.equals(DEFAULT)) {
                rest = name;
            } else {
                of.put(name, SqlText.lower(bound));
            }
        }
        Fields fields = new Fields()
                .put("by", by(parent))
                .putUnlessEmpty("of", of)
                .put("default", by(parent).startsWith("hash") ? null : rest)
                .put("closed", new Plain("true"));
        if (!partitions.isEmpty() && alike.getOrDefault(parent.name(), false)) {
            fields.put("alike", new Plain("true"));
        }
        return fields;
    }

    private static String by(Table parent) {
        String key = String.valueOf(parent.partitionKey());
        int space = key.indexOf(' ');
        return key.substring(0, space).toLowerCase(Locale.ROOT) + key.substring(space);
    }
}
