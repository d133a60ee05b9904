package org.pgassay.migration.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.Revision;
import org.pgassay.migration.log.DdlLog.Entry;
import org.pgassay.migration.log.DdlLog.Event;
import org.pgassay.migration.log.DdlLog.Held;
import org.pgassay.migration.log.DdlLog.Scanned;
import org.pgassay.migration.log.History.Act;
import org.pgassay.migration.log.History.Deeds;
import org.pgassay.migration.log.History.Harm;
import org.pgassay.migration.log.History.Item;
import org.pgassay.migration.log.Lives.Life;

/** Makes a history of a log. */
public final class Historian {

    private static final Set<String> DROPPED_ALONG =
            Set.of("table", "column", "view", "materialized view", "function", "procedure");

    private final DdlLog log;
    private final Map<Long, Long> tableOfIndex = new HashMap<>();
    private final Lives lives = new Lives();
    private final Set<Long> versionTables = new HashSet<>();
    private final Map<Item, Set<String>> makers = new TreeMap<>();
    private final Map<Item, Set<String>> repeaters = new TreeMap<>();
    private final Set<Long> earlierTransactions = new HashSet<>();

    private Historian(DdlLog log) {
        this.log = log;
        log.entries().stream()
                .filter(entry -> entry.event() == Event.PART && entry.type().equals("index"))
                .forEach(entry -> tableOfIndex.put(entry.object(), entry.parent()));
    }

    /**
     * The history of a run.
     *
     * @param revisions those that were to be applied
     * @param versionTables the tables in which tools keep their versions, without their schemas
     */
    public static History of(DdlLog log, List<Revision> revisions, Set<String> versionTables) {
        Attribution attribution = Attribution.of(log, revisions, versionTables);
        Historian historian = new Historian(log);
        historian.before();
        List<Deeds> deeds = new ArrayList<>();
        attribution.byRevision().forEach((revision, entries) -> {
            deeds.add(historian.deeds(revision, entries));
        });
        String gap = log.gap();
        if (gap.isEmpty() && attribution.unattributed() > 0) {
            gap = "which revision did what is not known: the tool does not say, and there is no version table that"
                    + " tells";
        }
        return new History(gap, deeds, historian.lives.objects(), historian.several(), historian.repeaters);
    }

    private void before() {
        log.entries().stream().filter(entry -> entry.sequence() == 0).forEach(entry -> {
            lives.rebuilt(entry);
            lives.put(entry, null, true);
        });
        log.entries().stream()
                .filter(entry -> entry.event() == Event.VERSION)
                .forEach(entry -> versionTables.add(entry.object()));
    }

    private Deeds deeds(String revision, List<Entry> entries) {
        Set<Long> before = lives.tables();
        before.removeAll(versionTables);
        Account account = new Account(revision);
        Set<Long> transactions = new HashSet<>();
        for (Entry entry : entries) {
            transactions.add(entry.transaction());
            account.take(entry);
        }
        boolean shared = transactions.stream().anyMatch(earlierTransactions::contains);
        earlierTransactions.addAll(transactions);
        Set<Long> sequences = new HashSet<>();
        entries.forEach(entry -> sequences.add(entry.sequence()));
        account.locks(sequences, transactions, log.held());
        log.scanned().stream()
                .filter(scan -> sequences.contains(scan.sequence()))
                .forEach(account::scan);
        return account.deeds(shared, before.size());
    }

    private Map<Item, Set<String>> several() {
        Map<Item, Set<String>> several = new TreeMap<>();
        makers.forEach((item, revisions) -> {
            if (revisions.size() > 1) {
                several.put(item, revisions);
            }
        });
        return several;
    }

    /** What one revision did, as it is gathered. */
    private final class Account {

        private final String revision;
        private int commands;
        private final Set<Item> made = new TreeSet<>();
        private final Set<Item> changed = new TreeSet<>();
        private final Set<Item> dropped = new TreeSet<>();
        private final Map<String, LockMode> locks = new TreeMap<>();
        private final Set<Act> acts = new LinkedHashSet<>();
        private final Set<Long> concurrently = new HashSet<>();

        private Account(String revision) {
            this.revision = revision;
        }

        private void take(Entry entry) {
            switch (entry.event()) {
                case COMMAND -> command(entry);
                case PART -> part(entry);
                case DROP -> drop(entry);
                case REWRITE -> {
                    if (lives.old(entry.object(), revision)) {
                        act(Harm.REWRITE, entry.object(), entry, "rewrites", LockMode.ACCESS_EXCLUSIVE);
                    }
                }
                case ROWS -> rows(entry);
                case BEFORE, MARK, VERSION -> {}
            }
        }

        private void command(Entry entry) {
            commands++;
            if (entry.object() == 0) {
                skipped(entry);
                return;
            }
            if (entry.detail().equals("several transactions") && entry.type().equals("index")) {
                concurrently.add(entry.object());
            }
            if (entry.schema().equals("pg_temp") || entry.detail().equals("extension")) {
                return;
            }
            Item item = new Item(Lives.kind(entry.type()), entry.identity());
            boolean creates = entry.tag().startsWith("CREATE ") || entry.tag().equals("SELECT INTO");
            boolean known = lives.of(entry) != null;
            if (!known) {
                lives.put(entry, creates ? revision : null, false);
            }
            if (creates) {
                makes(item);
            } else {
                Repeats.columns(entry).forEach(column -> repeated(new Item("column", item.identity() + "." + column)));
            }
            if (!known && creates) {
                made.add(item);
            } else {
                changed(entry, item);
            }
        }

        private void changed(Entry entry, Item item) {
            Life life = lives.of(entry);
            if (life == null) {
                return;
            }
            life.changedBy(revision, entry.identity());
            if (!life.madeBy(revision)) {
                changed.add(item);
            }
        }

        /** CREATE … IF NOT EXISTS of what exists makes nothing, and hides that another revision makes it too. */
        private void skipped(Entry entry) {
            for (String name : Repeats.objects(entry)) {
                lives.named(Repeats.kind(entry), name).forEach(this::repeated);
            }
        }

        private void repeated(Item item) {
            Set<String> known = makers.get(item);
            if (known != null && known.add(revision)) {
                repeaters.computeIfAbsent(item, key -> new LinkedHashSet<>()).add(revision);
            }
        }

        private void makes(Item item) {
            makers.computeIfAbsent(item, key -> new LinkedHashSet<>()).add(revision);
            repeaters.getOrDefault(item, new HashSet<>()).remove(revision);
        }

        /** What a revision makes and drops again is nothing that another one could meet. */
        private void unmakes(Item item) {
            makers.getOrDefault(item, new HashSet<>()).remove(revision);
            made.remove(item);
        }

        private void part(Entry entry) {
            boolean old = lives.old(entry.parent(), revision);
            Item item = new Item(entry.type(), entry.identity());
            Life rebuilt = lives.rebuilt(entry);
            if (rebuilt != null) {
                lives.put(entry, rebuilt);
                changed(entry, item);
            } else if (lives.putIfAbsent(entry, revision, !old) && old) {
                made.add(item);
            }
            makes(item);
            if (entry.type().equals("index") && old && !entry.detail().equals("partitioned")) {
                if (concurrently.contains(entry.object())) {
                    lock(entry.parent(), "", LockMode.SHARE_UPDATE_EXCLUSIVE);
                } else {
                    LockMode mode = entry.tag().equals("CREATE INDEX") ? LockMode.SHARE : LockMode.ACCESS_EXCLUSIVE;
                    act(Harm.INDEX_BUILD, entry.parent(), entry, "builds index " + entry.identity() + " on", mode);
                }
            }
        }

        private void drop(Entry entry) {
            String kind = Lives.kind(entry.type());
            Life life = lives.remove(entry);
            boolean ownWork = life != null && life.madeBy(revision);
            if (ownWork) {
                unmakes(new Item(kind, entry.identity()));
            }
            if (!ownWork && (entry.detail().equals("named") || DROPPED_ALONG.contains(kind))) {
                dropped.add(new Item(kind, entry.identity()));
            }
            if (!ownWork && kind.equals("table")) {
                acts.add(new Act(Harm.DROP, entry.identity(), "drops table " + entry.identity(), null, entry.query()));
            } else if (!ownWork && kind.equals("column") && lives.old(entry.object(), revision)) {
                String table = lives.name(
                        entry.object(),
                        entry.identity().substring(0, entry.identity().lastIndexOf('.')));
                acts.add(new Act(Harm.DROP, table, "drops column " + entry.identity(), null, entry.query()));
            }
            Long table = tableOfIndex.get(entry.object());
            if (kind.equals("index")
                    && table != null
                    && lives.old(table, revision)
                    && !held(entry.transaction(), table)) {
                lock(table, "", LockMode.SHARE_UPDATE_EXCLUSIVE);
            }
        }

        private boolean held(long transaction, long table) {
            return log.held().stream().anyMatch(held -> held.transaction() == transaction && held.table() == table);
        }

        private void rows(Entry entry) {
            commands++;
            if (!lives.old(entry.object(), revision)) {
                return;
            }
            boolean empties = entry.tag().equals("TRUNCATE");
            lock(entry.object(), entry.identity(), empties ? LockMode.ACCESS_EXCLUSIVE : LockMode.ROW_EXCLUSIVE);
            if (empties || entry.tag().equals("DELETE")) {
                act(Harm.DROP, entry.object(), entry, empties ? "empties" : "deletes rows of", null);
            }
        }

        private void act(Harm harm, long table, Entry entry, String what, @Nullable LockMode mode) {
            String name = lives.name(table, entry.event() == Event.PART ? "" : entry.identity());
            acts.add(new Act(harm, name, what + " " + name, mode, entry.query()));
        }

        private void lock(long table, String identity, LockMode mode) {
            locks.merge(lives.name(table, identity), mode, (one, other) -> one.exceeds(other) ? one : other);
        }

        private void locks(Set<Long> sequences, Set<Long> transactions, List<Held> all) {
            for (Held held : all) {
                if (sequences.contains(held.sequence())
                        && transactions.contains(held.transaction())
                        && !versionTables.contains(held.table())
                        && lives.old(held.table(), revision)) {
                    lock(held.table(), held.identity(), held.mode());
                }
            }
        }

        private void scan(Scanned scan) {
            LockMode mode = log.held().stream()
                    .filter(held -> held.table() == scan.table() && held.sequence() <= scan.sequence())
                    .filter(held -> held.transaction() == transaction(scan.sequence()))
                    .map(Held::mode)
                    .max(LockMode::compareTo)
                    .orElse(LockMode.ACCESS_SHARE);
            if (lives.old(scan.table(), revision) && !LockMode.SHARE.exceeds(mode)) {
                String name = lives.name(scan.table(), scan.identity());
                acts.add(new Act(Harm.SCAN, name, "reads all of " + name, mode, query(scan.sequence())));
            }
        }

        private Deeds deeds(boolean shared, int before) {
            return new Deeds(
                    revision,
                    commands,
                    shared,
                    before,
                    List.copyOf(made),
                    List.copyOf(changed),
                    List.copyOf(dropped),
                    locks,
                    List.copyOf(acts));
        }
    }

    private long transaction(long sequence) {
        return log.entries().stream()
                .filter(entry -> entry.sequence() == sequence)
                .mapToLong(Entry::transaction)
                .findFirst()
                .orElse(0);
    }

    private String query(long sequence) {
        return log.entries().stream()
                .filter(entry -> entry.sequence() == sequence)
                .map(Entry::query)
                .findFirst()
                .orElse("");
    }
}
