package org.pgassay.check.structure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.ShortForm;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that states tables and what belongs to them.
 *
 * @param tables by the name that the spec writes
 */
public record StructureSection(Map<String, TableSpec> tables) {

    private static final String ABSENT = "absent";

    /** Copies the map, keeping its order. */
    public StructureSection {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /**
     * A table.
     *
     * @param is {@code absent}, or null
     * @param comment the comment it must have; empty for none; null where the spec does not say
     * @param use the groups of defaults that it has, which are among its parts by now
     * @param closed the kinds of part of which the spec names all
     * @param triggers not checked yet; likewise row security and grants
     */
    @ShortForm("is")
    public record TableSpec(
            Location location,
            @Nullable SourceText is,
            @Nullable String group,
            @Nullable SourceText comment,
            List<SourceText> use,
            Map<String, PartSpec> columns,
            Map<String, PartSpec> indexes,
            Map<String, PartSpec> constraints,
            List<SourceText> closed,
            @Nullable Node triggers,
            @Nullable Node rowSecurity,
            @Nullable Node grants) {

        /** Whether the table must not exist. */
        public boolean absent() {
            return is != null;
        }

        /** Whether the spec names all parts of a kind. */
        public boolean closes(String kind) {
            return closed.stream()
                    .anyMatch(each -> each.text().equals(kind) || each.text().equals("all"));
        }
    }

    /**
     * A column, an index or a constraint.
     *
     * @param is its definition, or {@code absent}
     * @param comment the comment it must have; empty for none; null where the spec does not say
     */
    @ShortForm("is")
    public record PartSpec(
            Location location, SourceText is, @Nullable SourceText comment) {

        /** Whether the part must not exist. */
        public boolean absent() {
            return is.text().strip().equals(ABSENT);
        }
    }
}
