package org.pgassay.check.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.log.History;
import org.pgassay.migration.log.History.Act;
import org.pgassay.migration.log.History.Deeds;
import org.pgassay.migration.log.History.Harm;
import org.pgassay.migration.log.LockMode;
import org.pgassay.spec.SourceText;

/**
 * What the spec allows, and what goes beyond it.
 *
 * @param schema the spec's first, whose tables need no schema in their names
 * @param forbidden what no revision may do
 * @param most the strongest lock; null for any
 * @param except reasons, by a revision's id, or by its id and a table
 */
record Budget(String schema, Set<Harm> forbidden, @Nullable LockMode most, Map<String, SourceText> except) {

    Budget {
        except = Collections.unmodifiableMap(new LinkedHashMap<>(except));
    }

    /** The table as subjects name it. */
    String name(String identity) {
        return identity.startsWith(schema + ".") ? identity.substring(schema.length() + 1) : identity;
    }

    /** The key of the exception that a revision has for a table, if there is one. */
    Optional<String> exception(String revision, String identity) {
        String both = revision + " " + name(identity);
        if (except.containsKey(both)) {
            return Optional.of(both);
        }
        return except.containsKey(revision) ? Optional.of(revision) : Optional.empty();
    }

    /** The tables that a revision locks more strongly than it may. */
    Map<String, LockMode> beyond(Deeds deeds) {
        Map<String, LockMode> beyond = new LinkedHashMap<>();
        deeds.locks().forEach((table, mode) -> {
            if (most != null && mode.exceeds(most)) {
                beyond.put(table, mode);
            }
        });
        return beyond;
    }

    /** What an exception is for, as far as the history shows it: each in plain words. */
    List<String> usesOf(String key, History history) {
        List<String> uses = new ArrayList<>();
        for (Deeds deeds : history.revisions()) {
            beyond(deeds).forEach((table, mode) -> {
                if (exception(deeds.revision(), table).equals(Optional.of(key))) {
                    uses.add("revision " + deeds.revision() + " takes " + mode.word() + " on " + name(table));
                }
            });
            for (Act act : deeds.acts()) {
                if (forbidden.contains(act.harm())
                        && exception(deeds.revision(), act.table()).equals(Optional.of(key))) {
                    uses.add("revision " + deeds.revision() + " " + plain(act));
                }
            }
        }
        return uses;
    }

    /** An act in the words of subjects. */
    String plain(Act act) {
        return act.what().replace(" " + schema + ".", " ");
    }
}
