package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ColumnSettings;
import org.pgassay.check.structure.StructureSection.ColumnSpec;

/**
 * What a spec states of how a column is kept.
 *
 * @param storage whether it states STORAGE, which is compared with what PostgreSQL makes of it
 * @param compression the method; {@code default} for the server's; null where the spec does not say
 * @param statistics the target; -1 for the server's; null where the spec does not say
 * @param options the attribute options, by name
 */
public record StatedSettings(
        boolean storage,
        @Nullable String compression,
        @Nullable Integer statistics,
        Map<String, String> options) {

    /** Copies the map, keeping its order. */
    public StatedSettings {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** What a column that must exist is stated with; its definition has no problem. */
    public static StatedSettings of(ColumnSpec column) {
        ColumnClauses clauses = ColumnClauses.parse(column.is());
        return new StatedSettings(
                clauses.storage() != null,
                clauses.compression(),
                column.statistics(),
                OptionValues.stated(column.options()));
    }

    /** In what a column's settings differ from those stated. */
    List<String> differences(Column expected, Column observed) {
        ColumnSettings settings = observed.settings();
        List<String> differences = new ArrayList<>();
        if (storage && !Objects.equals(expected.settings().storage(), settings.storage())) {
            differences.add("has storage " + orDefault(settings.storage()) + " instead of "
                    + orDefault(expected.settings().storage()));
        }
        if (compression != null && !compression.equals(orDefault(settings.compression()))) {
            differences.add("has compression " + orDefault(settings.compression()) + " instead of " + compression);
        }
        int target = settings.statistics() == null ? -1 : settings.statistics();
        if (statistics != null && statistics != target) {
            differences.add("has statistics target " + target(target) + " instead of " + target(statistics));
        }
        Map<String, String> present = OptionValues.printed(settings.options());
        present.putAll(OptionValues.foreign(settings.foreignOptions()));
        options.forEach((name, value) -> {
            String found = present.getOrDefault(name, OptionValues.DEFAULT);
            if (!OptionValues.same(value, found)) {
                differences.add("has option " + name + " = " + found + " instead of " + value);
            }
        });
        return differences;
    }

    private static String target(int target) {
        return target < 0 ? OptionValues.DEFAULT : Integer.toString(target);
    }

    private static String orDefault(@Nullable String value) {
        return value == null ? OptionValues.DEFAULT : value;
    }
}
