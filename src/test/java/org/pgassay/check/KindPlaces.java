package org.pgassay.check;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.spec.Section;
import org.pgassay.verify.Families;

/** Where in a spec the kinds of check are stated. */
final class KindPlaces {

    /** By a kind, or by the first part of its id, where its family has several keys. */
    private static final Map<String, List<String>> STATED = Map.ofEntries(
            Map.entry("server/version", List.of("postgres")),
            Map.entry("server/extension", List.of("postgres")),
            Map.entry("role", List.of("roles")),
            Map.entry("migration", List.of("migrations")),
            Map.entry("stage", List.of("migrations.stages.ENTRY")),
            Map.entry("stage/rollback-plan", List.of("migrations.rollback")),
            Map.entry("schema", List.of("schemas")),
            Map.entry("table", List.of("tables")),
            Map.entry("table/row-security", List.of("tables.NAME.rowSecurity")),
            Map.entry("column", List.of("tables.NAME.columns.NAME")),
            Map.entry("index", List.of("tables.NAME.indexes.NAME")),
            Map.entry("primary-key", List.of("tables.NAME.constraints.NAME")),
            Map.entry("unique", List.of("tables.NAME.constraints.NAME")),
            Map.entry("check", List.of("tables.NAME.constraints.NAME")),
            Map.entry("foreign-key", List.of("tables.NAME.constraints.NAME")),
            Map.entry("exclusion", List.of("tables.NAME.constraints.NAME")),
            Map.entry("constraint", List.of("tables.NAME.constraints.NAME")),
            Map.entry("trigger", List.of("tables.NAME.triggers.NAME", "triggers")),
            Map.entry("policy", List.of("tables.NAME.rowSecurity.policies.NAME")),
            Map.entry("rewrite-rule", List.of("tables.NAME.rules.NAME")),
            Map.entry("comment", List.of("tables.NAME")),
            Map.entry("owner", List.of("owners")),
            Map.entry("grant", List.of("tables.NAME.grants")),
            Map.entry("default-privileges", List.of("defaultPrivileges")),
            Map.entry("view", List.of("views")),
            Map.entry("materialized-view", List.of("materializedViews")),
            Map.entry("sequence", List.of("sequences")),
            Map.entry("function", List.of("functions")),
            Map.entry("type", List.of("types")),
            Map.entry("extension", List.of("extensions")),
            Map.entry("collation", List.of("collations")),
            Map.entry("statistics", List.of("statistics")),
            Map.entry("event-trigger", List.of("eventTriggers")),
            Map.entry("publication", List.of("publications")),
            Map.entry("foreign-server", List.of("foreignServers")),
            Map.entry("other-object", List.of("otherObjects")));

    /** Kinds that no key states: what comes of a key that is not checked, and of a run without checks. */
    private static final String OF_NO_KEY = "spec/";

    private KindPlaces() {}

    /** The kinds of check by the places that state them; kinds of no key under the empty place. */
    static Map<String, List<String>> all() {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (Family family : Families.all()) {
            for (CheckKind kind : family.kinds()) {
                for (String place : places(family, kind.id())) {
                    places.computeIfAbsent(place, any -> new ArrayList<>()).add(kind.id());
                }
            }
        }
        return places;
    }

    private static List<String> places(Family family, String kind) {
        if (kind.startsWith(OF_NO_KEY)) {
            return List.of("");
        }
        List<String> stated = STATED.getOrDefault(kind, STATED.get(kind.substring(0, kind.indexOf('/'))));
        if (stated != null) {
            return stated;
        }
        List<String> keys = family.section().map(KindPlaces::keys).orElse(List.of());
        if (keys.isEmpty()) {
            throw new IllegalStateException("name the place of " + kind + " in KindPlaces: its family has no key");
        }
        return List.of(keys.get(0));
    }

    private static List<String> keys(Section section) {
        return Arrays.stream(section.type().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
