package org.pgassay.migration.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each revision did, as the database recorded it.
 *
 * @param gap why it is missing, or cannot be whole; empty for a whole one
 * @param revisions in the order they ran
 * @param objects those that are there at the end and that a revision made or changed, by kind and identity
 * @param makers by kind and identity of an object, the revisions that make it, if that are several
 * @param repeaters those of the makers that always found the object there, and made nothing because of IF NOT EXISTS
 */
public record History(
        String gap,
        List<Deeds> revisions,
        List<ObjectHistory> objects,
        Map<Item, Set<String>> makers,
        Map<Item, Set<String>> repeaters) {

    /** No history, and why. */
    public static History missing(String reason) {
        return new History(reason, List.of(), List.of(), Map.of(), Map.of());
    }

    /** Copies the collections. */
    public History {
        revisions = List.copyOf(revisions);
        objects = List.copyOf(objects);
    }

    /** What a revision did; nothing if it did not run. */
    public Optional<Deeds> of(String revision) {
        return revisions.stream()
                .filter(deeds -> deeds.revision().equals(revision))
                .findFirst();
    }

    /**
     * An object, or a part of a table.
     *
     * @param kind in plain words, such as {@code column}
     * @param identity as PostgreSQL writes it, with its schema
     */
    public record Item(String kind, String identity) implements Comparable<Item> {

        @Override
        public int compareTo(Item other) {
            int order = kind.compareTo(other.kind);
            return order != 0 ? order : identity.compareTo(other.identity);
        }
    }

    /**
     * Which revisions an object goes back to.
     *
     * @param made the revision that made it; null for what was there before the migrations
     * @param changed the later revisions that changed it
     */
    public record ObjectHistory(Item item, @Nullable String made, List<String> changed) {

        /** Copies the list. */
        public ObjectHistory {
            changed = List.copyOf(changed);
        }
    }

    /** What a revision may do to a table that was there before it. */
    public enum Harm {
        REWRITE,
        SCAN,
        INDEX_BUILD,
        DROP
    }

    /**
     * Something that a revision did to a table that was there before it.
     *
     * @param table as PostgreSQL writes it
     * @param what was done, beginning with a verb: {@code drops column public.orders.note}
     * @param mode the strongest lock that it held on the table at that time; null where that does not matter
     * @param query what the client sent
     */
    public record Act(
            Harm harm, String table, String what, @Nullable LockMode mode, String query) {}

    /**
     * What a revision did.
     *
     * @param commands how many commands and statements on rows were recorded
     * @param shared whether it ran in a transaction together with an earlier revision, so that its locks and scans cannot be
     *     told from that one's
     * @param before how many tables and materialized views were there before it, those apart in which tools keep their
     *     versions
     * @param made objects and parts that were not there before, but for the parts that came with a table
     * @param locks the strongest lock on each table that was there before the revision
     */
    public record Deeds(
            String revision,
            int commands,
            boolean shared,
            int before,
            List<Item> made,
            List<Item> changed,
            List<Item> dropped,
            Map<String, LockMode> locks,
            List<Act> acts) {

        /** Copies the collections. */
        public Deeds {
            made = List.copyOf(made);
            changed = List.copyOf(changed);
            dropped = List.copyOf(dropped);
            acts = List.copyOf(acts);
        }

        /** The strongest lock of all; nothing where no table was there before. */
        public Optional<LockMode> strongest() {
            return locks.values().stream().max(LockMode::compareTo);
        }

        /** What it did of that sort. */
        public List<Act> acts(Harm harm) {
            return acts.stream().filter(act -> act.harm() == harm).toList();
        }

        /** The tables to which it did something of that sort. */
        public Set<String> tables(Harm harm) {
            return acts(harm).stream().map(Act::table).collect(Collectors.toSet());
        }
    }
}
