package org.pgassay.probe.behaviour;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.RowTrials.Response;
import org.pgassay.check.RowTrials.Response.Answer;
import org.pgassay.check.RowTrials.Stated;
import org.pgassay.postgres.rows.Refusal;
import org.pgassay.postgres.rows.TableRows;
import org.pgassay.postgres.rows.TableRows.Made;
import org.pgassay.rows.Condition;
import org.pgassay.rows.TablePlan;

/** Puts rows in that violate one thing, beside one that does not. */
final class Violations {

    private final Laboratory laboratory;
    private final Controls controls;

    Violations(Laboratory laboratory) {
        this.laboratory = laboratory;
        this.controls = new Controls(laboratory);
    }

    Response of(Stated stated) throws SQLException {
        Optional<Table> table = laboratory.table(stated.table());
        if (table.isEmpty()) {
            return untried(stated, stated.table().sql() + " does not exist", "Create the table.");
        }
        return laboratory.workshop().undone(() -> tried(stated, table.get()));
    }

    private Response tried(Stated stated, Table table) throws SQLException {
        Controls.Control control = controls.of(table, stated);
        Made.@Nullable Taken taken = control.taken();
        if (taken == null) {
            return untried(stated, control.message(), control.help());
        }
        Response first = attempts(stated, control.rows(), taken, Set.of(), "");
        Set<String> implying = implying(stated, table);
        if (!implying.isEmpty() && (first.answer() == Answer.ANOTHER || first.answer() == Answer.UNTRIED)) {
            return laboratory.workshop().undone(() -> {
                laboratory.workshop().dropUnique(table, implying);
                return attempts(
                        stated,
                        control.rows(),
                        taken,
                        implying,
                        "tried without " + String.join(", ", implying) + ", which no such row passes either");
            });
        }
        if (masked(stated, table, first)) {
            Response alone =
                    laboratory.workshop().undone(() -> unmasked(stated, table, control.rows(), taken, first, Set.of()));
            if (alone.answer() != Answer.ANOTHER) {
                return alone;
            }
        }
        if (first.answer() == Answer.REFUSED || first.answer() == Answer.UNTRIED || !hasTriggers(table)) {
            return first.answer() == Answer.ANOTHER ? inPartition(stated, table, taken, first) : first;
        }
        Response bare = laboratory.workshop().undone(() -> {
            laboratory.workshop().disableTriggers(table);
            return attempts(stated, control.rows(), taken, Set.of(), aside(first));
        });
        return bare.answer() == Answer.REFUSED || first.answer() == Answer.TAKEN
                ? bare
                : inPartition(stated, table, taken, first);
    }

    /** The other unique keys that every row violates that violates this one: their columns are among its own. */
    private static Set<String> implying(Stated stated, Table table) {
        Set<String> implying = new TreeSet<>();
        @Nullable
        Index own = stated instanceof Stated.Unique unique
                ? unique.index()
                : stated instanceof Stated.Of of && of.constraint().type() != Constraint.Type.EXCLUSION
                        ? of.index()
                        : null;
        for (Index other : table.indexes()) {
            if (own != null
                    && other.unique()
                    && other.predicate() == null
                    && !name(stated).equals(other.name())
                    && own.keys().stream()
                            .map(Index.Key::sql)
                            .toList()
                            .containsAll(
                                    other.keys().stream().map(Index.Key::sql).toList())) {
                implying.add(other.name());
            }
        }
        return implying;
    }

    /** Whether what refused the row instead of a check is another check of the table, which may imply it. */
    private static boolean masked(Stated stated, Table table, Response response) {
        return stated instanceof Stated.Of of
                && of.constraint().type() == Constraint.Type.CHECK
                && response.answer() == Answer.ANOTHER
                && table.constraint(response.by())
                        .filter(other -> other.type() == Constraint.Type.CHECK)
                        .isPresent();
    }

    /** Tries again without the checks that refuse the same rows, one after the other. */
    private Response unmasked(
            Stated stated, Table table, TableRows rows, Made.Taken valid, Response masked, Set<String> dropped)
            throws SQLException {
        laboratory.workshop().dropConstraint(table, masked.by());
        Set<String> without = new TreeSet<>(dropped);
        without.add(masked.by());
        Response alone = attempts(
                stated,
                rows,
                valid,
                without,
                "tried without " + String.join(", ", without) + ", which no row that was found passes either");
        return masked(stated, table, alone) && !without.contains(alone.by())
                ? unmasked(stated, table, rows, valid, alone, without)
                : alone;
    }

    private static String aside(Response first) {
        return "tried without the table's triggers, because with them "
                + (first.answer() == Answer.TAKEN ? "the row is made to fit" : "another answers: " + first.message());
    }

    private static boolean hasTriggers(Table table) {
        return table.triggers().stream().anyMatch(trigger -> trigger.enabled() != Trigger.Enabled.DISABLED);
    }

    /** Null in the key of partitions has no place in any; a partition itself refuses it all the same. */
    private Response inPartition(Stated stated, Table table, Made.Taken valid, Response first) throws SQLException {
        if (!(stated instanceof Stated.NotNull notNull) || table.kind() != Table.Kind.PARTITIONED) {
            return first;
        }
        for (Table leaf : laboratory.leaves(table)) {
            Map<String, @Nullable String> values = new LinkedHashMap<>(valid.stated());
            values.put(notNull.column(), null);
            Made made = laboratory.workshop().undone(() -> laboratory.rows(leaf).insert(values));
            if (made instanceof Made.Refused refused && expected(stated, table, refused.refusal())) {
                String aside = "tried on the partition " + leaf.name().sql()
                        + ", because no partition takes a row with null in the key";
                return response(stated, Answer.REFUSED, refused.refusal(), List.of(notNull.column()), aside);
            }
        }
        return first;
    }

    private record Pass(Set<String> free, List<Condition> conditions) {}

    /** Rows that differ in the violating columns only; then in more; then such as violate other checks too. */
    private Response attempts(Stated stated, TableRows rows, Made.Taken valid, Set<String> dropped, String aside)
            throws SQLException {
        TablePlan plan = rows.plan();
        Response last = untried(
                stated,
                "no value was found with which a row violates it and nothing else",
                "Look whether it can be violated at all: a CHECK that is null lets the row pass, and a type may rule the"
                        + " value out before.");
        if (stated instanceof Stated.NotNull notNull && !generated(plan, notNull)) {
            Map<String, @Nullable String> values = new LinkedHashMap<>(valid.stated());
            values.put(notNull.column(), null);
            return attempt(stated, rows, values, valid, aside);
        }
        Optional<Condition> wanted = wanted(stated, plan);
        if (wanted.isEmpty()) {
            return last;
        }
        Condition violated = wanted.get().violated();
        List<Condition> others = others(stated, rows);
        others.removeIf(each -> dropped.contains(each.constraint()));
        Set<String> own = violated.columns();
        List<Condition> unchecked =
                others.stream().filter(each -> !plan.saysCheck(each)).toList();
        Set<Map<String, @Nullable String>> seen = new LinkedHashSet<>();
        for (Pass pass : List.of(
                // Where the database has another definition, what that lets pass is what counts.
                new Pass(own, differing(stated, plan, others)),
                new Pass(own, others),
                new Pass(tied(own, others), others),
                new Pass(own, unchecked),
                new Pass(own, List.of()))) {
            for (Map<String, @Nullable String> values :
                    rows.violating(violated, pass.free(), valid, pass.conditions())) {
                if (seen.add(values)) {
                    last = attempt(stated, rows, values, valid, aside);
                    if (last.answer() != Answer.ANOTHER) {
                        return last;
                    }
                }
            }
        }
        return last;
    }

    private static boolean generated(TablePlan plan, Stated.NotNull notNull) {
        return plan.table()
                .column(notNull.column())
                .filter(column -> column.generated() != Column.Generated.NONE)
                .isPresent();
    }

    /** What the stated thing wants of a row, over the real table's columns; nothing if that is not known. */
    private static Optional<Condition> wanted(Stated stated, TablePlan plan) {
        if (stated instanceof Stated.NotNull notNull) {
            return Optional.of(plan.notNull(notNull.column()));
        } else if (stated instanceof Stated.Unique unique) {
            return plan.distinctness(unique.index(), null);
        }
        Stated.Of of = (Stated.Of) stated;
        Constraint constraint = of.constraint();
        return switch (constraint.type()) {
            case CHECK -> Optional.of(plan.check(constraint));
            case FOREIGN_KEY -> Optional.of(plan.referenceOrItself(constraint));
            case PRIMARY_KEY, UNIQUE ->
                Optional.ofNullable(of.index()).flatMap(index -> plan.distinctness(index, null));
            case EXCLUSION -> Optional.ofNullable(of.index()).flatMap(index -> plan.distinctness(index, constraint));
            case TRIGGER -> Optional.empty();
        };
    }

    /** All that a row must meet but the stated thing. */
    private static List<Condition> others(Stated stated, TableRows rows) {
        TablePlan plan = rows.plan();
        String name = name(stated);
        List<Condition> others = new ArrayList<>(rows.conditions());
        plan.foreignKeys().forEach(key -> others.add(plan.reference(key, "true")));
        for (Index index : plan.table().indexes()) {
            if (index.unique() || index.constraint() != null) {
                plan.distinctness(index).ifPresent(others::add);
            }
        }
        others.removeIf(each -> each.constraint().equals(name) || !knows(plan, each));
        return others;
    }

    /** The same with the database's own definition, if that is another; nothing if it is the stated one. */
    private static List<Condition> differing(Stated stated, TablePlan plan, List<Condition> others) {
        Optional<Condition> own = Optional.empty();
        Optional<Index> index = plan.table().indexes().stream()
                .filter(each ->
                        name(stated).equals(each.constraint()) || name(stated).equals(each.name()))
                .findFirst();
        if (stated instanceof Stated.Unique unique) {
            own = index.filter(each -> !each.definition().equals(unique.index().definition()))
                    .flatMap(plan::distinctness);
        } else if (stated instanceof Stated.Of of) {
            own = plan.table()
                    .constraint(of.name())
                    .filter(each -> !each.definition().equals(of.constraint().definition()))
                    .flatMap(each -> switch (each.type()) {
                        case CHECK -> Optional.of(plan.check(each));
                        case FOREIGN_KEY -> Optional.of(plan.reference(each, "true"));
                        case PRIMARY_KEY, UNIQUE, EXCLUSION -> index.flatMap(plan::distinctness);
                        case TRIGGER -> Optional.empty();
                    });
        }
        List<Condition> all = new ArrayList<>(others);
        own.filter(each -> knows(plan, each)).ifPresent(all::add);
        return all;
    }

    private static boolean knows(TablePlan plan, Condition condition) {
        return plan.columns().keySet().containsAll(condition.columns());
    }

    /** All columns that conditions tie to some. */
    private static Set<String> tied(Set<String> columns, List<Condition> conditions) {
        Set<String> tied = new LinkedHashSet<>(columns);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Condition condition : conditions) {
                if (condition.columns().stream().anyMatch(tied::contains)) {
                    grew |= tied.addAll(condition.columns());
                }
            }
        }
        return tied;
    }

    private Response attempt(
            Stated stated, TableRows rows, Map<String, @Nullable String> values, Made.Taken valid, String aside)
            throws SQLException {
        List<String> changed = new ArrayList<>();
        values.forEach((column, value) -> {
            @Nullable
            String before = valid.stated().containsKey(column)
                    ? valid.stated().get(column)
                    : valid.stored().row().values().get(column);
            if (!Objects.equals(before, value)) {
                changed.add(column);
            }
        });
        return laboratory.workshop().undone(() -> {
            Made made = rows.insert(values);
            if (made instanceof Made.Refused refused) {
                boolean own = expected(stated, rows.table(), refused.refusal());
                return response(stated, own ? Answer.REFUSED : Answer.ANOTHER, refused.refusal(), changed, aside);
            }
            return new Response(stated, Answer.TAKEN, "", "", "the table took the row", "", changed, aside);
        });
    }

    private boolean expected(Stated stated, Table table, Refusal refusal) {
        if (!refusal.state().equals(state(stated))) {
            return false;
        }
        boolean here = refusal.table() == null || table.name().equals(refusal.table());
        if (here) {
            return name(stated).equals(refusal.subject());
        }
        return laboratory.leaves(table).stream()
                .filter(leaf -> leaf.name().equals(refusal.table()))
                .anyMatch(leaf -> name(stated).equals(refusal.subject()) || copy(stated, leaf, refusal));
    }

    /** Whether what refused is a partition's copy of what is stated. */
    private static boolean copy(Stated stated, Table leaf, Refusal refusal) {
        Index index = stated instanceof Stated.Of of ? of.index() : ((Stated.Unique) stated).index();
        return index != null
                && refusal.subject() != null
                && leaf.index(refusal.subject())
                        .filter(each -> each.keys().equals(index.keys()))
                        .isPresent();
    }

    private static String name(Stated stated) {
        if (stated instanceof Stated.NotNull notNull) {
            return notNull.column();
        }
        return stated instanceof Stated.Of of
                ? of.name()
                : ((Stated.Unique) stated).index().name();
    }

    static String state(Stated stated) {
        if (stated instanceof Stated.NotNull) {
            return "23502";
        } else if (stated instanceof Stated.Of of) {
            return switch (of.constraint().type()) {
                case CHECK, TRIGGER -> "23514";
                case FOREIGN_KEY -> "23503";
                case PRIMARY_KEY, UNIQUE -> "23505";
                case EXCLUSION -> "23P01";
            };
        }
        return "23505";
    }

    private static Response response(
            Stated stated, Answer answer, Refusal refusal, List<String> changed, String aside) {
        String by = refusal.subject() == null ? "" : refusal.subject();
        // The detail of a key names values.
        String message = refusal.message().replaceFirst(": Key \\(.*", "");
        return new Response(stated, answer, refusal.state(), by, message, "", changed, aside);
    }

    private static Response untried(Stated stated, String message, String help) {
        return new Response(stated, Answer.UNTRIED, "", "", message, help, List.of(), "");
    }
}
