package org.pgassay.check.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Evidence;
import org.pgassay.migration.Fault;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.log.History.Deeds;
import org.pgassay.migration.log.History.Item;

/**
 * The object that a failed revision met, and the revision that made it.
 *
 * @param item what was there already
 * @param maker the last revision that made it
 * @param failed the revision that was to make it, too
 * @param apart whether neither of the two rests on the other
 */
record Namesake(Item item, Revision maker, Revision failed, boolean apart) {

    /** Such as {@code relation "a" already exists} and {@code column "a" of relation "b" already exists}. */
    private static final Pattern EXISTS = Pattern.compile(
            "\\b(?<kind>\\w+) \"(?<name>.+?)\"(?: (?:of|for) (?:relation|table) \"(?<table>.+?)\")? already exists");

    private static final Set<String> RELATIONS =
            Set.of("table", "view", "materialized view", "index", "sequence", "foreign table");

    /** What PostgreSQL's message says is there, if the history knows by whom, and no other object could be meant. */
    static Optional<Namesake> of(String message, Evidence evidence, Revision failed) {
        Matcher exists = EXISTS.matcher(message);
        if (!exists.find() || !evidence.history().gap().isEmpty()) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        String maker = "";
        for (Deeds deeds : evidence.history().revisions()) {
            for (Item item : deeds.made()) {
                if (matches(item, exists)) {
                    items.add(item);
                    maker = deeds.revision();
                }
            }
        }
        return items.stream().distinct().count() == 1
                ? of(items.get(0), maker, evidence.revisions(), failed)
                : Optional.empty();
    }

    private static Optional<Namesake> of(Item item, String id, RevisionGraph graph, Revision failed) {
        boolean apart = !graph.withAncestors(List.of(id)).contains(failed.id())
                && !graph.withAncestors(List.of(failed.id())).contains(id);
        return graph.revisions().stream()
                .filter(revision -> revision.id().equals(id) && !id.equals(failed.id()))
                .findFirst()
                .map(maker -> new Namesake(item, maker, failed, apart));
    }

    private static boolean matches(Item item, Matcher exists) {
        String kind = exists.group("kind");
        if (kind.equals("relation") ? !RELATIONS.contains(item.kind()) : !kind.equals(item.kind())) {
            return false;
        }
        String name = Identifiers.quote(exists.group("name"));
        String table = exists.group("table");
        return switch (kind) {
            case "function", "procedure" -> ends(item.identity().replaceFirst("\\(.*", ""), name);
            case "trigger", "policy", "rule" ->
                table != null
                        && item.identity().startsWith(name + " on ")
                        && ends(item.identity().substring(name.length() + 4), Identifiers.quote(table));
            default -> ends(item.identity(), table == null ? name : Identifiers.quote(table) + "." + name);
        };
    }

    private static boolean ends(String identity, String name) {
        return identity.equals(name) || identity.endsWith("." + name);
    }

    /** Who made it. */
    String words(String schema) {
        return SameObject.words(item, schema) + " was made by revision " + Fault.place(maker)
                + (apart ? ", on another branch" : "");
    }

    /** What to do where both are on branches of their own. */
    String help(String schema) {
        return "Let one of the revisions " + maker.id() + " and " + failed.id()
                + " depend on the other, or make it in one place: " + words(schema) + ".";
    }
}
