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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.ForeignKey.Action;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.RowTrials.ActionTried;
import org.pgassay.check.RowTrials.ActionTried.ActionOutcome;
import org.pgassay.check.RowTrials.ForeignKeyStated;
import org.pgassay.postgres.rows.Refusal;
import org.pgassay.postgres.rows.TableRows.Made;
import org.pgassay.rows.Literals;
import org.pgassay.rows.Row;

/** Deletes parents, and changes their keys, and looks what becomes of their children. */
final class Actions {

    /** A RESTRICT has a state of its own since PostgreSQL 18. */
    private static final Set<String> HELD = Set.of("23503", "23001");

    private final Laboratory laboratory;
    private final Children children;

    Actions(Laboratory laboratory) {
        this.laboratory = laboratory;
        this.children = new Children(laboratory);
    }

    /** A parent and a child that refers to it. */
    private record Family(Table parent, Row row, Table child, Row childRow, Constraint key) {

        ForeignKey far() {
            return Objects.requireNonNull(key.foreignKey());
        }

        boolean itself() {
            return parent.name().equals(child.name());
        }
    }

    /** How many rows of the child's table there are, refer to the parent, refer at all, hold null, hold the default. */
    private record Counts(long all, long referring, long whole, long nulled, long defaulted) {}

    ActionTried of(ForeignKeyStated stated, boolean update) throws SQLException {
        Optional<Table> child = laboratory.table(stated.table());
        Optional<Table> parent = laboratory.table(
                Objects.requireNonNull(stated.constraint().foreignKey()).table());
        if (child.isEmpty() || parent.isEmpty()) {
            return result(
                    stated, update, ActionOutcome.UNTRIED, "a table that it needs does not exist", "", List.of(), "");
        }
        ActionTried plain = laboratory.workshop().undone(() -> tried(stated, update, parent.get(), child.get(), ""));
        return switch (plain.outcome()) {
            case AS_STATED -> plain;
            case OTHERWISE -> explained(plain, parent.get(), child.get());
            case UNTRIED -> parent.get().triggers().isEmpty() ? plain : bare(plain, parent.get(), child.get());
        };
    }

    /** Without the parent's triggers: who may change it at all is another question than whether a child holds it. */
    private ActionTried bare(ActionTried plain, Table parent, Table child) throws SQLException {
        return laboratory.workshop().undone(() -> {
            laboratory.workshop().disableTriggers(parent);
            String aside =
                    "tried without the triggers of " + parent.name().sql() + ", because with them: " + plain.message();
            ActionTried bare = tried(plain.stated(), plain.update(), parent, child, aside);
            return bare.outcome() == ActionOutcome.UNTRIED ? plain : bare;
        });
    }

    /** Names the trigger without which the action would do what it says: with it, it does not. */
    private ActionTried explained(ActionTried plain, Table parent, Table child) throws SQLException {
        Set<Table> tables = new LinkedHashSet<>(List.of(parent, child));
        for (Table table : tables) {
            for (Trigger trigger : table.triggers()) {
                ActionTried without = laboratory.workshop().undone(() -> {
                    laboratory.workshop().disableTrigger(table, trigger.name());
                    return tried(plain.stated(), plain.update(), parent, child, "");
                });
                if (without.outcome() == ActionOutcome.AS_STATED) {
                    String name = Identifiers.quote(trigger.name()) + " of "
                            + table.name().sql();
                    return result(
                            plain.stated(),
                            plain.update(),
                            ActionOutcome.OTHERWISE,
                            "the trigger " + name + " stands in the way: " + plain.message(),
                            "Let the trigger " + name
                                    + " allow it, or state an action that can happen, such as RESTRICT.",
                            plain.further(),
                            "without this trigger it does");
                }
            }
        }
        return plain;
    }

    private ActionTried tried(ForeignKeyStated stated, boolean update, Table parent, Table child, String aside)
            throws SQLException {
        Constraint key = stated.constraint();
        ForeignKey far = Objects.requireNonNull(key.foreignKey());
        Action action = update ? far.onUpdate() : far.onDelete();
        Map<String, @Nullable String> defaults = action == Action.SET_DEFAULT ? defaults(child, key) : Map.of();
        standIn(parent, key, defaults);
        Made made = laboratory.rows(parent).make(Map.of());
        if (!(made instanceof Made.Taken taken)) {
            return unmade(stated, update, (Made.Refused) made);
        }
        Made hanging = children.of(child, key, taken.stored().row());
        if (!(hanging instanceof Made.Taken hung)) {
            return unmade(stated, update, (Made.Refused) hanging);
        }
        Family family =
                new Family(parent, taken.stored().row(), child, hung.stored().row(), key);
        if (children.count(child, Children.refers(key, family.row())) == 0) {
            return result(
                    stated,
                    update,
                    ActionOutcome.UNTRIED,
                    "the child does not keep the parent's key",
                    "",
                    List.of(),
                    aside);
        }
        Descent descent = new Descent(laboratory, children, update || action != Action.CASCADE);
        descent.below(child, family.childRow(), new TreeSet<>(List.of(parent.name(), child.name())), 2);
        Counts before = counts(family, action, defaults);
        @Nullable Refusal refusal = null;
        for (String statement : update
                ? updates(family)
                : List.of(
                        "DELETE FROM " + parent.name().sql() + " WHERE " + Children.is(far.columns(), family.row()))) {
            refusal = laboratory.workshop().refusal(statement);
            if (refusal == null
                    || (HELD.contains(refusal.state()) && stated.name().equals(refusal.subject()))) {
                break;
            }
        }
        if (refusal != null) {
            return refused(stated, update, action, refusal, aside);
        }
        boolean there = children.count(parent, Children.is(far.columns(), family.row())) > 0;
        if (there) {
            // What is held back in silence is no refusal; but what should have happened has not.
            return result(
                    stated,
                    update,
                    holds(action) ? ActionOutcome.UNTRIED : ActionOutcome.OTHERWISE,
                    "the statement was taken, and the parent is as it was",
                    "Look for a trigger or rule that undoes it.",
                    List.of(),
                    aside);
        }
        String fault = fault(family, action, update, before, counts(family, action, defaults));
        String deeper = descent.fault();
        boolean good = fault.isEmpty() && deeper.isEmpty();
        return result(
                stated,
                update,
                good ? ActionOutcome.AS_STATED : ActionOutcome.OTHERWISE,
                good ? "" : fault.isEmpty() ? deeper : fault,
                "",
                descent.lines(),
                aside);
    }

    private ActionTried refused(ForeignKeyStated stated, boolean update, Action action, Refusal refusal, String aside) {
        String message = refusal.message().replaceFirst(": Key \\(.*", "");
        boolean own = HELD.contains(refusal.state()) && stated.name().equals(refusal.subject());
        if (Refusal.TIMEOUT.equals(refusal.state())) {
            return result(
                    stated,
                    update,
                    ActionOutcome.UNTRIED,
                    "it took too long: ERROR " + refusal.state() + ": " + message,
                    "Look what the statement waits for.",
                    List.of(),
                    aside);
        }
        boolean holds = holds(action);
        if (own && holds) {
            return result(stated, update, ActionOutcome.AS_STATED, "ERROR " + refusal.state(), "", List.of(), aside);
        } else if (own || !holds) {
            return result(
                    stated,
                    update,
                    ActionOutcome.OTHERWISE,
                    "it is refused: ERROR " + refusal.state() + ": " + message,
                    "",
                    List.of(),
                    aside);
        }
        return result(
                stated,
                update,
                ActionOutcome.UNTRIED,
                "something else answers first: ERROR " + refusal.state() + ": " + message,
                "Look whether the parent can be changed at all.",
                List.of(),
                aside);
    }

    private static boolean holds(Action action) {
        return action == Action.RESTRICT || action == Action.NO_ACTION;
    }

    /** What is not as the action wants it. */
    private static String fault(Family family, Action action, boolean update, Counts before, Counts after) {
        long gone = before.all() - after.all() - (family.itself() && !update ? 1 : 0);
        String referring = after.referring() > 0 ? "the child still refers to what is no more" : "";
        return switch (action) {
            case NO_ACTION, RESTRICT -> "it is not refused, though a child refers to the parent";
            case CASCADE -> {
                if (!referring.isEmpty()) {
                    yield referring;
                } else if (update) {
                    yield gone == 0 && after.whole() == before.whole() ? "" : "the child did not follow its parent";
                }
                yield gone == before.referring()
                        ? ""
                        : gone == 0
                                ? "the child is still there"
                                : "rows of the child's table are gone that refer to others";
            }
            case SET_NULL ->
                gone == 0 && after.nulled() == before.nulled() + before.referring()
                        ? ""
                        : gone > 0 ? "the child is gone" : "the child's columns are not null as stated";
            case SET_DEFAULT ->
                gone == 0 && after.defaulted() == before.defaulted() + before.referring()
                        ? ""
                        : gone > 0 ? "the child is gone" : "the child's columns do not hold their defaults";
        };
    }

    private Counts counts(Family family, Action action, Map<String, @Nullable String> defaults) throws SQLException {
        Constraint key = family.key();
        List<String> set = family.far().onDeleteColumns().isEmpty()
                ? key.columns()
                : family.far().onDeleteColumns();
        Map<String, String> kept = new LinkedHashMap<>(Children.near(key, family.row()));
        set.forEach(kept::remove);
        String others = kept.entrySet().stream()
                .map(each -> " AND " + Identifiers.quote(each.getKey()) + " = " + Literals.quote(each.getValue()))
                .collect(Collectors.joining());
        String wanted = defaults.isEmpty()
                ? "false"
                : defaults.entrySet().stream()
                                .filter(each -> set.contains(each.getKey()))
                                .map(each -> Identifiers.quote(each.getKey()) + " IS NOT DISTINCT FROM "
                                        + Literals.quote(each.getValue()))
                                .collect(Collectors.joining(" AND "))
                        + others;
        Table child = family.child();
        return new Counts(
                children.count(child, "true"),
                children.count(child, Children.refers(key, family.row())),
                children.count(child, Children.nulls(key.columns(), false)),
                children.count(child, Children.nulls(set, true) + (action == Action.SET_NULL ? others : "")),
                children.count(child, wanted));
    }

    /** What SET DEFAULT sets needs a parent of its own. */
    private void standIn(Table parent, Constraint key, Map<String, @Nullable String> defaults) throws SQLException {
        if (defaults.isEmpty() || defaults.containsValue(null)) {
            return;
        }
        List<String> far = Objects.requireNonNull(key.foreignKey()).columns();
        Map<String, String> forced = new LinkedHashMap<>();
        for (int i = 0; i < far.size(); i++) {
            forced.put(
                    far.get(i),
                    Objects.requireNonNull(defaults.get(key.columns().get(i))));
        }
        // Where there is one already this is refused, which is as good.
        laboratory.rows(parent).make(forced);
    }

    private Map<String, @Nullable String> defaults(Table child, Constraint key) throws SQLException {
        Map<String, @Nullable String> defaults = new LinkedHashMap<>();
        for (String name : key.columns()) {
            @Nullable
            String expression =
                    child.column(name).map(Column::defaultExpression).orElse(null);
            @Nullable
            List<List<@Nullable String>> value = expression == null
                    ? null
                    : laboratory.workshop().asked("SELECT CAST((" + expression + ") AS pg_catalog.text)");
            defaults.put(name, value == null ? null : value.get(0).get(0));
        }
        return defaults;
    }

    /** Other values for the parent's key: of one column, or of all. */
    private List<String> updates(Family family) throws SQLException {
        Made other = laboratory
                .workshop()
                .undone(() -> laboratory.rows(family.parent()).make(Map.of()));
        List<String> changes = new ArrayList<>();
        for (String column : family.far().columns()) {
            Column found = family.parent().column(column).orElseThrow();
            @Nullable
            String value = other instanceof Made.Taken taken
                    ? taken.stored().row().values().get(column)
                    : null;
            if (found.identity() == Column.Identity.ALWAYS) {
                changes.add(Identifiers.quote(column) + " = DEFAULT");
            } else if (value != null && !value.equals(family.row().values().get(column))) {
                changes.add(Identifiers.quote(column) + " = " + Literals.quote(value));
            }
        }
        List<String> sets = new ArrayList<>();
        for (int i = changes.size() - 1; i >= 0; i--) {
            sets.add(changes.get(i));
        }
        if (changes.size() > 1) {
            sets.add(String.join(", ", changes));
        }
        return sets.stream()
                .map(set -> "UPDATE " + family.parent().name().sql() + " SET " + set + " WHERE "
                        + Children.is(family.far().columns(), family.row()))
                .toList();
    }

    private static ActionTried unmade(ForeignKeyStated stated, boolean update, Made.Refused refused) {
        String help = refused.suggestion().isEmpty() ? "" : "Write " + refused.suggestion() + ".";
        return result(stated, update, ActionOutcome.UNTRIED, Controls.plain(refused.message()), help, List.of(), "");
    }

    private static ActionTried result(
            ForeignKeyStated stated,
            boolean update,
            ActionOutcome outcome,
            String message,
            String help,
            List<String> further,
            String aside) {
        return new ActionTried(stated, update, outcome, message, help, further, aside);
    }
}
