package org.pgassay.check.structure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Trigger;
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
     * @param inherits the parents, or a list of none; null where the spec does not say; likewise the further settings
     * @param options the storage parameters, by name
     * @param owner who must own it; like the grants and all comments it is read and checked by another family
     */
    @ShortForm("is")
    public record TableSpec(
            Location location,
            @Nullable SourceText is,
            @Nullable String group,
            @Nullable SourceText owner,
            @Nullable SourceText comment,
            List<SourceText> use,
            Map<String, ColumnSpec> columns,
            Map<String, IndexSpec> indexes,
            Map<String, PartSpec> constraints,
            List<SourceText> closed,
            Map<String, HostedSpec> triggers,
            @Nullable RowSecuritySpec rowSecurity,
            Map<String, HostedSpec> rules,
            @Nullable Boolean unlogged,
            @Nullable Node options,
            @Nullable SourceText replicaIdentity,
            @Nullable Node inherits,
            @Nullable SourceText accessMethod,
            @Nullable SourceText tablespace,
            @Nullable SourceText of,
            @Nullable SourceText clusteredOn,
            @Nullable ForeignSpec foreign,
            @Nullable Node grants) {

        /** Copies the maps, keeping their order. */
        public TableSpec {
            triggers = Collections.unmodifiableMap(new LinkedHashMap<>(triggers));
            rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        }

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
     * An index.
     *
     * @param is its definition, or {@code absent}
     * @param comment the comment it must have; empty for none; null where the spec does not say
     * @param valid false for one that queries do not use, such as a partitioned table's that no partition has; null for true
     * @param statistics the statistics targets of its columns by their numbers; what is not stated must be the default
     */
    @ShortForm("is")
    public record IndexSpec(
            Location location,
            SourceText is,
            @Nullable SourceText comment,
            @Nullable Boolean valid,
            @Nullable Node statistics) {

        /** Whether the index must not exist. */
        public boolean absent() {
            return is.text().strip().equals(ABSENT);
        }
    }

    /**
     * A constraint or a policy.
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

    /**
     * A column.
     *
     * @param is its definition, or {@code absent}
     * @param comment the comment it must have; empty for none; null where the spec does not say
     * @param statistics a column's statistics target; null where the spec does not say
     * @param options a column's attribute options, by name; null where the spec does not say
     */
    @ShortForm("is")
    public record ColumnSpec(
            Location location,
            SourceText is,
            @Nullable SourceText comment,
            @Nullable Integer statistics,
            @Nullable Node options) {

        /** Whether the part must not exist. */
        public boolean absent() {
            return is.text().strip().equals(ABSENT);
        }
    }

    /**
     * A trigger or a rewrite rule of a table or view.
     *
     * @param is its definition, or {@code absent}
     * @param enabled when it fires; null for the default
     * @param comment the comment it must have; empty for none; null where the spec does not say
     */
    @ShortForm("is")
    public record HostedSpec(
            Location location,
            SourceText is,
            Trigger.@Nullable Enabled enabled,
            @Nullable SourceText comment) {

        /** Whether it must not exist. */
        public boolean absent() {
            return is.text().strip().equals(ABSENT);
        }
    }

    /** A table's row security; a flag is null where the spec does not say. */
    public record RowSecuritySpec(
            Location location,
            @Nullable Boolean enabled,
            @Nullable Boolean forced,
            Map<String, PartSpec> policies) {

        /** Copies the map, keeping its order. */
        public RowSecuritySpec {
            policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
        }
    }

    /** Where a foreign table has its rows from; null where the spec does not say. */
    public record ForeignSpec(
            Location location,
            @Nullable SourceText server,
            @Nullable Node options) {}
}
