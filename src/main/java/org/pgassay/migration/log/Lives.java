package org.pgassay.migration.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.log.DdlLog.Entry;
import org.pgassay.migration.log.History.Item;
import org.pgassay.migration.log.History.ObjectHistory;

/** The objects that are there at a point of a log, by their numbers, and where they come from. */
final class Lives {

    private final Map<Key, Life> lives = new LinkedHashMap<>();
    private final Map<Part, Key> parts = new HashMap<>();

    /** A part of a table by its name. */
    private record Part(String kind, long table, String name) {}

    /** An object by its number; columns by their table's and their own. */
    private record Key(String kind, long object, int part) {}

    /** An object as it is known so far; it is made by no revision if it was there before. */
    static final class Life {
        private String identity;
        private final @Nullable String made;
        private final boolean withTable;
        private final Set<String> changed = new LinkedHashSet<>();

        private Life(String identity, @Nullable String made, boolean withTable) {
            this.identity = identity;
            this.made = made;
            this.withTable = withTable;
        }

        String identity() {
            return identity;
        }

        boolean madeBy(String revision) {
            return revision.equals(made);
        }

        /** Notes a revision that changed it, and its name since then. */
        void changedBy(String revision, String identityNow) {
            identity = identityNow;
            if (!madeBy(revision)) {
                changed.add(revision);
            }
        }
    }

    static String kind(String type) {
        return switch (type) {
            case "table column" -> "column";
            case "table constraint" -> "constraint";
            default -> type;
        };
    }

    private static Key key(Entry entry) {
        return new Key(kind(entry.type()), entry.object(), entry.part());
    }

    /** What an entry is about, if it is there. */
    @Nullable
    Life of(Entry entry) {
        return lives.get(key(entry));
    }

    /** Adds what an entry is about; what was known of it before is replaced. */
    void put(Entry entry, @Nullable String made, boolean withTable) {
        lives.put(key(entry), new Life(entry.identity(), made, withTable));
    }

    /** Goes on with what another number had before. */
    void put(Entry entry, Life life) {
        lives.put(key(entry), life);
    }

    /** Adds what an entry is about; false if it is there already. */
    boolean putIfAbsent(Entry entry, String made, boolean withTable) {
        return lives.putIfAbsent(key(entry), new Life(entry.identity(), made, withTable)) == null;
    }

    /** Takes what an entry is about away. */
    @Nullable
    Life remove(Entry entry) {
        return lives.remove(key(entry));
    }

    /**
     * A change of a column's type makes its indexes and constraints anew, and PostgreSQL tells nobody that the former ones
     * go: the same name on the same table is the same part.
     */
    @Nullable
    Life rebuilt(Entry entry) {
        String name = entry.identity().substring(entry.identity().lastIndexOf('.') + 1);
        Key former = parts.put(new Part(entry.type(), entry.parent(), name), key(entry));
        return former == null || former.equals(key(entry)) ? null : lives.remove(former);
    }

    /** The objects of a kind that go by a name, with or without their schema. */
    List<Item> named(String kind, String name) {
        List<Item> named = new ArrayList<>();
        lives.forEach((key, life) -> {
            if (key.kind().equals(kind) && Repeats.named(life.identity, name)) {
                named.add(new Item(kind, life.identity));
            }
        });
        return named;
    }

    /** Whether a table was there before the revision. */
    boolean old(long table, String revision) {
        Life life = table(table);
        return life == null || !life.madeBy(revision);
    }

    private @Nullable Life table(long table) {
        Life life = lives.get(new Key("table", table, 0));
        return life == null ? lives.get(new Key("materialized view", table, 0)) : life;
    }

    /** A table's name, or another where it is not known. */
    String name(long table, String otherwise) {
        Life life = table(table);
        return life == null ? otherwise : life.identity;
    }

    /** The numbers of the tables and materialized views that are there. */
    Set<Long> tables() {
        return lives.keySet().stream()
                .filter(key -> key.kind().equals("table") || key.kind().equals("materialized view"))
                .map(Key::object)
                .collect(Collectors.toSet());
    }

    /** All objects that a revision made or changed, but for parts that came with their table and stayed as they were. */
    List<ObjectHistory> objects() {
        List<ObjectHistory> objects = new ArrayList<>();
        lives.forEach((key, life) -> {
            boolean told = !life.withTable || !life.changed.isEmpty();
            if (told && (life.made != null || !life.changed.isEmpty())) {
                objects.add(
                        new ObjectHistory(new Item(key.kind(), life.identity), life.made, List.copyOf(life.changed)));
            }
        });
        objects.sort((left, right) -> left.item().compareTo(right.item()));
        return objects;
    }
}
