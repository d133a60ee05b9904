package org.pgassay.check.behaviour;

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
 * The part of a spec that says what the schema must do with rows.
 *
 * @param behaviour null where the spec says nothing of that
 */
public record BehaviourSection(BehaviourSection.@Nullable Behaviour behaviour) {

    /**
     * What the schema must do with rows; null for what is not tried.
     *
     * @param as {@code application} or {@code owner}: as whom rows are put in
     * @param insertable the tables that must take a row
     * @param defaults {@code applied}
     * @param constraints {@code enforced}
     * @param actions {@code enforced}
     * @param cascades the tables whose rows hang on those of a table, by that table
     * @param triggers what must come of what is done to the rows of a table, by table
     * @param sampleRows values of made-up rows, which are read where rows are made
     */
    public record Behaviour(
            Location location,
            @Nullable SourceText as,
            BehaviourSection.@Nullable Insertable insertable,
            @Nullable SourceText defaults,
            @Nullable SourceText constraints,
            @Nullable SourceText actions,
            Map<String, Hanging> cascades,
            Map<String, Triggered> triggers,
            @Nullable Node sampleRows) {

        /** Copies the maps, keeping their order. */
        public Behaviour {
            cascades = ordered(cascades);
            triggers = ordered(triggers);
        }
    }

    /**
     * The tables that must take a row.
     *
     * @param tables {@code all}, or patterns of their names
     * @param except the reason, by the table that need not
     */
    @ShortForm("tables")
    public record Insertable(Location location, List<SourceText> tables, Map<String, SourceText> except) {

        /** Copies the map, keeping its order. */
        public Insertable {
            except = ordered(except);
        }
    }

    /** The tables whose rows hang on those of another. */
    @ShortForm("tables")
    public record Hanging(Location location, List<SourceText> tables) {}

    /** What must come of what is done to the rows of a table; null for what is not tried. */
    public record Triggered(
            Location location,
            BehaviourSection.@Nullable Effect insert,
            BehaviourSection.@Nullable Effect update,
            BehaviourSection.@Nullable Effect delete) {}

    /**
     * What must come of it.
     *
     * @param moves the columns whose values must be greater afterwards
     * @param adds how many rows tables must have more
     */
    public record Effect(Location location, List<SourceText> moves, Map<String, SourceText> adds) {

        /** Copies the map, keeping its order. */
        public Effect {
            adds = ordered(adds);
        }
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
