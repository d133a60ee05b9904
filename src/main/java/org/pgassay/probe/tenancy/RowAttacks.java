package org.pgassay.probe.tenancy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.check.Isolation.Attempt;
import org.pgassay.check.Isolation.Belonging;
import org.pgassay.check.Isolation.Operation;

/**
 * What a tenant tries with the rows of another tenant in one table: each attempt beside the same with an own row.
 *
 * @param mine a row of the tenant that tries
 * @param theirs a row of the other one
 * @param others the condition that all rows of the other one meet
 */
record RowAttacks(Attacker attacker, World world, Belonging belonging, Placed mine, Placed theirs, String others) {

    private static final String POLICY_HELP =
            "Give the table a policy for this command that compares the tenant, and enable and force row security.";

    /** A statement on own rows, and the same on others'. */
    private record Pair(Answer control, Answer attack, boolean changed) {

        boolean bothLackPrivilege() {
            return control.refusedBy(Refusal.Cause.PRIVILEGE) && attack.refusedBy(Refusal.Cause.PRIVILEGE);
        }

        /** Whether something that has nothing to do with tenants refuses all rows alike. */
        boolean bothRefusedByOther() {
            return control.refusedBy(Refusal.Cause.OTHER) && attack.refusedBy(Refusal.Cause.OTHER);
        }
    }

    private interface Shots {
        Pair fire() throws SQLException;
    }

    private Table table() {
        return world.table(belonging.table());
    }

    private String sql() {
        return belonging.table().sql();
    }

    private Verdicts verdicts(Operation operation) {
        return new Verdicts(operation, belonging.table(), null, attacker.role());
    }

    // ---- INSERT

    Attempt insert() throws SQLException {
        Map<String, @Nullable String> own = insertable(mine.values());
        Map<String, @Nullable String> foreign = insertable(theirs.values());
        Pair pair = retried(() -> {
            Answer control = attacker.undone(() -> {
                attacker.clear(belonging.table(), mine.here());
                return attacker.run(statement(own));
            });
            return attacker.undone(() -> {
                attacker.clear(belonging.table(), theirs.here());
                return attack(control, statement(foreign));
            });
        });
        return judged(Operation.INSERT, pair, "an own row is taken", "a row with another tenant's values");
    }

    /** The values that the role may state; what is generated it cannot. */
    private Map<String, @Nullable String> insertable(Map<String, @Nullable String> values) throws SQLException {
        List<String> allowed = attacker.columns(belonging.table(), "INSERT");
        Map<String, @Nullable String> stated = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            boolean generated = table().column(name)
                    .map(column -> column.generated() != Column.Generated.NONE)
                    .orElse(true);
            if (!generated && (allowed.isEmpty() || allowed.contains(name))) {
                stated.put(name, value);
            }
        });
        return stated;
    }

    /** A row as it is put in; identities are stated, too. */
    private String statement(Map<String, @Nullable String> values) {
        return Rows.insert(table(), values);
    }

    // ---- UPDATE and DELETE

    Attempt update() throws SQLException {
        Optional<String> column = updatable();
        if (column.isEmpty()) {
            return alike(Operation.UPDATE, "it has no column that could be stated");
        }
        String name = Identifiers.quote(column.get());
        String set = "update " + sql() + " set " + name + " = ";
        Pair pair = retried(() -> blind(
                set + World.literal(mine.values().get(column.get())),
                set + World.literal(theirs.values().get(column.get()))));
        return judged(Operation.UPDATE, pair, "an own row is changed", "UPDATE without WHERE");
    }

    Attempt delete() throws SQLException {
        String statement = "delete from " + sql();
        Pair pair = retried(() -> blind(statement, statement));
        return judged(Operation.DELETE, pair, "an own row is deleted", "DELETE without WHERE");
    }

    /**
     * The statement without WHERE asks for no privilege to read, and no policy for SELECT: nothing but the policies of the
     * command itself can stand in its way. Only the row that it is about is left in the table.
     */
    private Pair blind(String own, String foreign) throws SQLException {
        Answer control = attacker.undone(() -> {
            Answer seeing = attacker.undone(() -> attacker.run(own + " where " + mine.here()));
            if (seeing.touched() || seeing.refusedBy(Refusal.Cause.OTHER)) {
                return seeing;
            }
            attacker.clear(belonging.table(), "not (" + mine.here() + ")");
            Answer alone = attacker.undone(() -> attacker.run(own));
            if (alone.refusedBy(Refusal.Cause.CONSTRAINT)) {
                clearReferring();
                Answer free = attacker.undone(() -> attacker.run(own));
                return free.touched() ? free : alone;
            }
            return alone;
        });
        Pair among = attacker.undone(() -> attack(control, foreign + " where " + theirs.here()));
        return among.changed()
                ? among
                : attacker.undone(() -> {
                    attacker.clear(belonging.table(), "not (" + theirs.here() + ")");
                    return attack(control, foreign);
                });
    }

    /** Takes away whatever points to rows of the table, so that foreign keys do not keep these. */
    private void clearReferring() throws SQLException {
        for (var table : Set.copyOf(world.referring(belonging.table()).values())) {
            if (!table.equals(belonging.table())) {
                attacker.clear(table, "true");
            }
        }
    }

    /** The column that is best changed: one that no key and no tenant hangs on. */
    private Optional<String> updatable() throws SQLException {
        List<String> allowed = attacker.columns(belonging.table(), "UPDATE");
        Set<String> keys = table().indexes().stream()
                .flatMap(index -> index.keys().stream())
                .flatMap(key -> Optional.ofNullable(key.column()).stream())
                .collect(Collectors.toSet());
        table().constraints().stream()
                .filter(each -> each.foreignKey() != null)
                .forEach(each -> keys.addAll(each.columns()));
        List<String> possible = table().columns().stream()
                .filter(column -> column.generated() == Column.Generated.NONE
                        && column.identity() != Column.Identity.ALWAYS)
                .map(Column::name)
                .filter(name -> allowed.isEmpty() || allowed.contains(name))
                .toList();
        return possible.stream()
                .filter(name -> !keys.contains(name) && !belonging.ties().containsKey(name))
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    // ---- UPSERT

    /** Nothing where the table has no key that ON CONFLICT could name. */
    Optional<Attempt> upsert() throws SQLException {
        Optional<List<String>> key = key();
        Optional<String> column = updatable();
        if (key.isEmpty() || column.isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable String> own = insertable(mine.values());
        Map<String, @Nullable String> foreign = new LinkedHashMap<>(own);
        key.get().forEach(name -> foreign.put(name, theirs.values().get(name)));
        String name = Identifiers.quote(column.get());
        String conflict = " on conflict (" + World.names(key.get()) + ") do update set " + name + " = excluded." + name;
        Pair pair = retried(() -> {
            Answer control = attacker.undone(() -> attacker.run(statement(own) + conflict));
            return attacker.undone(() -> {
                attacker.clear(belonging.table(), mine.here());
                return attack(control, statement(foreign) + conflict);
            });
        });
        return Optional.of(judged(
                Operation.UPSERT, pair, "an own row is changed so", "INSERT … ON CONFLICT on another tenant's key"));
    }

    private Optional<List<String>> key() {
        return table().indexes().stream()
                .filter(index -> index.unique() && index.valid() && index.predicate() == null)
                .filter(index -> index.keys().stream().allMatch(key -> key.column() != null))
                .filter(index -> index.constraint() == null
                        || table().constraint(index.constraint())
                                .map(each -> !each.deferrable())
                                .orElse(true))
                .map(index -> index.keys().stream().map(Index.Key::sql).toList())
                .map(this::columns)
                .findFirst();
    }

    private List<String> columns(List<String> quoted) {
        return table().columns().stream()
                .map(Column::name)
                .filter(name -> quoted.contains(Identifiers.quote(name)))
                .toList();
    }

    // ---- MOVE

    /** Nothing for the tenants themselves, who belong to nobody else. */
    Optional<Attempt> move() throws SQLException {
        Map<String, @Nullable String> there = moved(theirs);
        if (belonging.root() || there.isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable String> here = moved(mine);
        Pair pair = retried(() -> {
            Answer control = attacker.undone(() -> own(set(here)));
            Pair among = moved(control, set(there) + " where " + mine.here(), theirs.here());
            // What needs no privilege to read meets no policy for SELECT either.
            return among.changed() ? among : moved(control, set(there), "not (" + mine.here() + ")");
        });
        return Optional.of(judged(
                Operation.MOVE, pair, "an own row is changed within the tenant", "an own row with another tenant's values"));
    }

    /** Others' rows that would be in the way are taken away first. */
    private Pair moved(Answer control, String statement, String inTheWay) throws SQLException {
        return attacker.undone(() -> {
            attacker.clear(belonging.table(), inTheWay);
            clearReferring();
            return attack(control, statement);
        });
    }

    /** What makes a row another tenant's: its tenant, and the parents along with it. */
    private Map<String, @Nullable String> moved(Placed row) throws SQLException {
        List<String> allowed = attacker.columns(belonging.table(), "UPDATE");
        List<String> wanted = new ArrayList<>(belonging.ties().keySet());
        if (belonging.via() != null) {
            wanted.addAll(world.key(belonging.table(), belonging.via()).columns());
        }
        List<String> parents = belonging.references().stream()
                .flatMap(name -> world.key(belonging.table(), name).columns().stream())
                .filter(allowed::contains)
                .toList();
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        wanted.forEach(name -> values.put(name, row.values().get(name)));
        parents.forEach(name -> values.put(name, row.values().get(name)));
        return values;
    }

    private String set(Map<String, @Nullable String> values) {
        return "update " + sql() + " set "
                + values.entrySet().stream()
                        .map(each -> Identifiers.quote(each.getKey()) + " = " + World.literal(each.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** A statement on the own row; where the role may not read, with no other row left in the table. */
    private Answer own(String statement) throws SQLException {
        Answer seeing = attacker.run(statement + " where " + mine.here());
        if (!seeing.refusedBy(Refusal.Cause.PRIVILEGE)) {
            return seeing;
        }
        attacker.clear(belonging.table(), "not (" + mine.here() + ")");
        return attacker.run(statement);
    }

    // ---- what came of it

    private Pair attack(Answer control, String statement) throws SQLException {
        String before = attacker.state(belonging.table(), others);
        Answer answer = attacker.run(statement);
        return new Pair(control, answer, !before.equals(attacker.state(belonging.table(), others)));
    }

    /** Where a trigger refuses all rows alike, what is beneath it is tried without it. */
    private Pair retried(Shots shots) throws SQLException {
        Pair pair = shots.fire();
        return !pair.bothRefusedByOther()
                ? pair
                : attacker.undone(() -> {
                    attacker.quiet(belonging.table());
                    Pair without = shots.fire();
                    return without.bothRefusedByOther() ? pair : without;
                });
    }

    private Attempt alike(Operation operation, String reason) {
        return verdicts(operation).untried(reason, "Say under 'exempt' why the table belongs to no tenant.");
    }

    private Attempt judged(Operation operation, Pair pair, String controlled, String attacked) {
        Verdicts verdicts = verdicts(operation);
        Answer control = pair.control();
        Answer attack = pair.attack();
        String own = control.touched() ? controlled : "an own row is reached, and " + control.words();
        if (pair.changed()) {
            return verdicts.reached(attacked + " was let through", own, POLICY_HELP);
        } else if (pair.bothLackPrivilege()) {
            return verdicts.noAccess(attacked + " is " + attack.words());
        } else if (attack.refusedBy(Refusal.Cause.POLICY)) {
            return control.refusedBy(Refusal.Cause.POLICY) || control.refusedBy(Refusal.Cause.PRIVILEGE)
                    ? shut(verdicts, attack, control)
                    : verdicts.denied(attacked + " is " + attack.words(), own);
        } else if (pair.bothRefusedByOther()) {
            return verdicts.untried(
                    "all rows are refused alike, own ones too: " + attack.words(),
                    "State under 'behaviour: {sampleRows: …}' rows that may be changed, or waive this.");
        } else if (attack.refusal() == null) {
            // Nothing of the other tenant was touched; that says something only where the own row was reached.
            boolean reached = control.touched()
                    || control.refusedBy(Refusal.Cause.OTHER)
                    || control.refusedBy(Refusal.Cause.CONSTRAINT);
            String untouched = attack.count() == 0 ? " touches no row of it" : " makes a row of the own tenant";
            return reached
                    ? verdicts.denied(attacked + untouched, own)
                    : shut(verdicts, attack, control);
        }
        return refusedOtherwise(operation, verdicts, pair, own, attacked);
    }

    /** Row security comes before constraints and behind triggers: what a constraint refuses, it has let through. */
    private Attempt refusedOtherwise(
            Operation operation, Verdicts verdicts, Pair pair, String own, String attacked) {
        Answer attack = pair.attack();
        if (!pair.control().touched()) {
            return verdicts.untried(
                    "an own row is " + pair.control().words() + ", and " + attacked + " is " + attack.words(),
                    "State under 'behaviour: {sampleRows: …}' rows that may be changed.");
        }
        boolean blind = operation == Operation.UPDATE || operation == Operation.DELETE;
        boolean duplicate = "23505".equals(state(attack));
        return blind || duplicate
                ? verdicts.reached(
                        attacked + " reaches another tenant's row, and is only " + attack.words(), own, POLICY_HELP)
                : verdicts.denied(attacked + " is " + attack.words(), own);
    }

    private static String state(Answer answer) {
        Refusal refusal = answer.refusal();
        return refusal == null ? "" : refusal.state();
    }

    private static Attempt shut(Verdicts verdicts, Answer attack, Answer control) {
        return verdicts.shut(
                "another tenant's rows are out of reach (" + attack.words() + "), but own ones are as well ("
                        + control.words() + "), so that the denial says nothing",
                "Correct the statement under 'tenancy: {context: …}', or the policies for this command.");
    }
}
