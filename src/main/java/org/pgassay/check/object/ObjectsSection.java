package org.pgassay.check.object;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.structure.StructureSection.HostedSpec;
import org.pgassay.check.structure.StructureSection.IndexSpec;
import org.pgassay.spec.Key;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.ShortForm;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that states objects that are no tables, each map by the name that the spec writes.
 *
 * @param functions by what CREATE FUNCTION has up to the closing parenthesis of the arguments
 * @param extensions a list of names, or a mapping
 */
public record ObjectsSection(
        Map<String, ViewSpec> views,
        Map<String, MaterializedViewSpec> materializedViews,
        Map<String, ObjectSpec> sequences,
        Map<String, FunctionSpec> functions,
        Map<String, TypeSpec> types,
        @Nullable Node extensions,
        Map<String, OwnedSpec> collations,
        Map<String, OwnedSpec> statistics,
        Map<String, EventTriggerSpec> eventTriggers,
        Map<String, OwnedSpec> publications,
        Map<String, ObjectSpec> foreignServers,
        Map<String, ObjectSpec> otherObjects) {

    /** Copies the maps, keeping their order. */
    public ObjectsSection {
        views = copy(views);
        materializedViews = copy(materializedViews);
        sequences = copy(sequences);
        functions = copy(functions);
        types = copy(types);
        collations = copy(collations);
        statistics = copy(statistics);
        eventTriggers = copy(eventTriggers);
        publications = copy(publications);
        foreignServers = copy(foreignServers);
        otherObjects = copy(otherObjects);
    }

    private static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** What the spec states of each object of a kind, by the name that it writes; extensions are not among them. */
    public Map<String, ? extends Stated> of(ObjectKind kind) {
        return switch (kind) {
            case VIEW -> views;
            case MATERIALIZED_VIEW -> materializedViews;
            case SEQUENCE -> sequences;
            case FUNCTION -> functions;
            case TYPE -> types;
            case COLLATION -> collations;
            case STATISTICS -> statistics;
            case EVENT_TRIGGER -> eventTriggers;
            case PUBLICATION -> publications;
            case FOREIGN_SERVER -> foreignServers;
            case OTHER -> otherObjects;
            case SCHEMA, TABLE, COLUMN, INDEX, CONSTRAINT, TRIGGER, POLICY, RULE, EXTENSION, DEFAULT_PRIVILEGES ->
                Map.of();
        };
    }

    /** What a spec can state of any object. */
    public sealed interface Stated {

        /** Where the spec names the object. */
        Location location();

        /** Its definition, or {@code absent}. */
        SourceText is();

        /** The comment it must have; empty for none; null where the spec does not say. */
        @Nullable
        SourceText comment();

        /** The role that must own it; null where the spec does not say. */
        @Nullable
        SourceText owner();

        /** The privileges that roles must have on it, by role. */
        default Map<String, List<SourceText>> grants() {
            return Map.of();
        }

        /** Whether the object must not exist. */
        default boolean absent() {
            return is().text().strip().equals("absent");
        }
    }

    /** A sequence, a foreign server, or an object that has no key of its own. */
    @ShortForm("is")
    public record ObjectSpec(
            Location location,
            SourceText is,
            @Nullable SourceText comment,
            @Nullable SourceText owner,
            Map<String, List<SourceText>> grants)
            implements Stated {}

    /**
     * A type.
     *
     * @param attributes those of a composite type, by name: their comments, which another family checks
     * @param constraints those of a domain, likewise
     */
    @ShortForm("is")
    public record TypeSpec(
            Location location,
            SourceText is,
            @Nullable SourceText comment,
            @Nullable SourceText owner,
            Map<String, List<SourceText>> grants,
            Map<String, ColumnCommentSpec> attributes,
            Map<String, ColumnCommentSpec> constraints)
            implements Stated {}

    /** An object on which there are no privileges. */
    @ShortForm("is")
    public record OwnedSpec(
            Location location,
            SourceText is,
            @Nullable SourceText comment,
            @Nullable SourceText owner) implements Stated {}

    /** A view, with its triggers and rules. */
    @ShortForm("is")
    public record ViewSpec(
            Location location,
            SourceText is,
            @Nullable SourceText comment,
            @Nullable SourceText owner,
            Map<String, List<SourceText>> grants,
            Map<String, ViewColumnSpec> columns,
            Map<String, HostedSpec> triggers,
            Map<String, HostedSpec> rules)
            implements Stated {

        /** Copies the maps, keeping their order. */
        public ViewSpec {
            columns = copy(columns);
            triggers = copy(triggers);
            rules = copy(rules);
        }
    }

    /** A materialized view, with its indexes. */
    @ShortForm("is")
    public record MaterializedViewSpec(
            Location location,
            SourceText is,
            @Nullable SourceText comment,
            @Nullable SourceText owner,
            Map<String, List<SourceText>> grants,
            Map<String, ColumnCommentSpec> columns,
            Map<String, IndexSpec> indexes)
            implements Stated {

        /** Copies the map, keeping its order. */
        public MaterializedViewSpec {
            columns = copy(columns);
            indexes = Collections.unmodifiableMap(new LinkedHashMap<>(indexes));
        }
    }

    /** A column of a materialized view, an attribute or constraint of a type: its comment, which another family checks. */
    public record ColumnCommentSpec(Location location, SourceText comment) {}

    /**
     * A column of a view.
     *
     * @param value its default
     * @param comment which another family checks
     */
    public record ViewColumnSpec(
            Location location,
            @Nullable @Key("default") SourceText value,
            @Nullable SourceText comment) {}

    /**
     * A function.
     *
     * @param body its source text, or {@code sha256:} and its hash; null where the spec does not say, or says it in the
     *     definition
     */
    @ShortForm("is")
    public record FunctionSpec(
            Location location,
            SourceText is,
            @Nullable SourceText body,
            @Nullable SourceText comment,
            @Nullable SourceText owner,
            Map<String, List<SourceText>> grants)
            implements Stated {}

    /**
     * An event trigger.
     *
     * @param enabled when it must fire; null for the default
     */
    @ShortForm("is")
    public record EventTriggerSpec(
            Location location,
            SourceText is,
            @Nullable String enabled,
            @Nullable SourceText comment,
            @Nullable SourceText owner)
            implements Stated {}
}
