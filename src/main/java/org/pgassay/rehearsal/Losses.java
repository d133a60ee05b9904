package org.pgassay.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Rehearsals.Loss;
import org.pgassay.rehearsal.Contents.TableRows;

/** Finds what has become of rows: those that were there must be there still, with what they held. More may have come. */
final class Losses {

    private final List<Loss> losses = new ArrayList<>();

    private Losses() {}

    /** What of the first contents is not in the second, sorted by table. */
    static List<Loss> between(Contents before, Contents after) {
        Losses losses = new Losses();
        new TreeMap<>(before.tables()).forEach((name, rows) -> {
            TableRows now = after.tables().get(name);
            if (!rows.rows().isEmpty()) {
                losses.table(name, rows, now);
            }
        });
        return losses.losses;
    }

    /** The same, and what of the second is not in the first: any change. */
    static List<Loss> changes(Contents before, Contents after) {
        List<Loss> changes = new ArrayList<>(between(before, after));
        new TreeMap<>(after.tables()).forEach((name, rows) -> {
            int more = rows.rows().size() - before.count(name);
            if (more > 0) {
                changes.add(new Loss(name, null, "holds " + count(more, "row") + " more"));
            }
        });
        return changes;
    }

    private void table(QualifiedName name, TableRows before, @Nullable TableRows now) {
        if (now == null) {
            losses.add(new Loss(name, null, "is gone, and with it " + rows(before)));
            return;
        }
        boolean told = !before.key().isEmpty()
                && now.columns().keySet().containsAll(before.key())
                && now.key().equals(before.key());
        if (told) {
            byKey(name, before, now);
        } else {
            byValues(name, before, now);
        }
    }

    private void byKey(QualifiedName name, TableRows before, TableRows now) {
        Map<List<@Nullable String>, List<@Nullable String>> found = now.byKey();
        Map<String, Integer> changed = new HashMap<>();
        int[] gone = {0};
        before.byKey().forEach((key, row) -> {
            List<@Nullable String> other = found.get(key);
            if (other == null) {
                gone[0]++;
                return;
            }
            for (String column : before.columns().keySet()) {
                if (now.columns().containsKey(column)
                        && !Objects.equals(before.value(row, column), now.value(other, column))) {
                    changed.merge(column, 1, Integer::sum);
                }
            }
        });
        rowsGone(name, before, gone[0]);
        for (String column : before.columns().keySet()) {
            column(name, column, before, now, changed.getOrDefault(column, 0));
        }
    }

    /** Without a key, rows cannot be told apart: each value must be there as often as before. */
    private void byValues(QualifiedName name, TableRows before, TableRows now) {
        rowsGone(name, before, before.rows().size() - now.rows().size());
        for (String column : before.columns().keySet()) {
            int changed = 0;
            if (now.columns().containsKey(column)) {
                changed = missing(before.values(column), now.values(column));
            }
            column(name, column, before, now, changed);
        }
    }

    private static int missing(List<@Nullable String> before, List<@Nullable String> now) {
        Map<@Nullable String, Integer> left = new HashMap<>();
        now.forEach(value -> left.merge(value, 1, Integer::sum));
        int missing = 0;
        for (String value : before) {
            missing += left.merge(value, -1, Integer::sum) < 0 ? 1 : 0;
        }
        return missing;
    }

    private void rowsGone(QualifiedName name, TableRows before, int gone) {
        if (gone > 0) {
            losses.add(new Loss(name, null, "has lost " + gone + " of its " + rows(before)));
        }
    }

    private void column(QualifiedName name, String column, TableRows before, TableRows now, int changed) {
        String type = now.columns().get(column);
        String was = before.columns().get(column);
        if (type == null) {
            losses.add(new Loss(name, column, "is gone, and with it what " + rows(before) + " held in it"));
        } else if (changed > 0) {
            String types = Objects.equals(type, was) ? "" : " (its type was " + was + ", and is " + type + ")";
            losses.add(new Loss(name, column, "has other values in " + changed + " of " + rows(before) + types));
        }
    }

    private static String rows(TableRows rows) {
        return count(rows.rows().size(), "row");
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
