package org.pgassay.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many of the catalog's objects and parts some check speaks of.
 *
 * @param all the figures over all kinds
 * @param byKind the figures by kind, in plain words; only the kinds that the catalog has
 * @param list what no check speaks of, by kind and then name
 */
public record Coverage(Figures all, Map<String, Figures> byKind, List<Unspoken> list) {

    /** Copies the collections, keeping their order. */
    public Coverage {
        byKind = Collections.unmodifiableMap(new LinkedHashMap<>(byKind));
        list = List.copyOf(list);
    }

    /**
     * How many objects there are; each counts once, for the first of these that is true of it.
     *
     * @param specified the spec states it by its name
     * @param ruled a rule selects it
     * @param waived what is found of it is waived
     * @param unspoken no check speaks of it
     */
    public record Figures(int total, int specified, int ruled, int waived, int unspoken) {}

    /** An object that no check speaks of. */
    public record Unspoken(String kind, String name) {}
}
