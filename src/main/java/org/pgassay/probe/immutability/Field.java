package org.pgassay.probe.immutability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Attacks.Attempt;
import org.pgassay.check.Attacks.Deed;
import org.pgassay.check.Attacks.Ledger;
import org.pgassay.check.Attacks.Outcome;

/** The rows that are attacked, and the statements that change rows, as they are tried on every way. */
final class Field {

    /** So many rows are attacked one by one; a guard may look at what a row holds. */
    private static final int ROWS = 3;

    /** So many values of a column; a guard may look at what it becomes. */
    private static final int VALUES = 3;

    private final Ground ground;
    private final List<LedgerRow> rows;
    private final List<LedgerRow> attacked;
    private final List<LedgerRow> staying;
    private final List<LedgerRow> over;
    private final Judge judge;
    private final Values values;
    private final Ways ways;
    private final Assailant control;
    private final Map<String, Boolean> effective;

    private Field(
            Ground ground,
            List<LedgerRow> rows,
            List<LedgerRow> attacked,
            Ways ways,
            Assailant control,
            Map<String, Boolean> effective) {
        this.ground = ground;
        this.control = control;
        this.effective = effective;
        this.rows = List.copyOf(rows);
        this.attacked = attacked.stream().filter(LedgerRow::stays).toList();
        this.staying = rows.stream().filter(LedgerRow::stays).toList();
        this.over = rows.stream().filter(row -> !row.stays()).toList();
        this.ways = ways;
        this.judge = new Judge(ways.guards(), ways.names(), over.size());
        this.values = new Values(ground.bench().catalog(), rows);
    }

    /**
     * The rows as they are.
     *
     * @param control a superuser
     */
    static Field of(Ground ground, Assailant control) throws SQLException {
        List<LedgerRow> rows = ground.rows();
        return new Field(ground, rows, rows, new Ways(ground), control, new HashMap<>());
    }

    /** The same with attacks on some of the rows; all are compared. */
    Field on(List<LedgerRow> some) {
        return new Field(ground, rows, some, ways, control, effective);
    }

    /**
     * Something that is written to, so that rows of the table change.
     *
     * @param sql its name
     * @param label its name in a report; empty for the table itself
     * @param physical whether a row can be named by where it is kept
     */
    record Target(String sql, String label, List<Column> columns, boolean physical) {

        /** Copies the list. */
        Target {
            columns = List.copyOf(columns);
        }
    }

    Ground ground() {
        return ground;
    }

    Ledger ledger() {
        return ground.ledger();
    }

    Ways ways() {
        return ways;
    }

    Values values() {
        return values;
    }

    Judge judge() {
        return judge;
    }

    /** The rows that must stay as they are. */
    List<LedgerRow> staying() {
        return staying;
    }

    /** The rows whose time is over. */
    List<LedgerRow> over() {
        return over;
    }

    LedgerRow first() {
        return attacked.get(0);
    }

    /** A row of each table that holds rows: partitions and children have triggers of their own. */
    List<LedgerRow> ofEachTable() {
        Map<String, LedgerRow> each = new LinkedHashMap<>();
        attacked.forEach(row -> each.putIfAbsent(row.at().replaceAll(" and ctid.*", ""), row));
        return List.copyOf(each.values());
    }

    private List<LedgerRow> sample() {
        Set<LedgerRow> sample = new LinkedHashSet<>(ofEachTable());
        attacked.stream().limit(ROWS).forEach(sample::add);
        return List.copyOf(sample);
    }

    /** The table itself. */
    Target table() {
        return new Target(ground.sql(), "", changing(ground.guarded()), true);
    }

    /** Columns that can be given a value. */
    static List<Column> changing(List<Column> columns) {
        return columns.stream()
                .filter(column -> column.generated() == Column.Generated.NONE)
                .toList();
    }

    Attempt attempt(Assailant assailant, String what, LedgerRow row, List<String> before, String sql)
            throws SQLException {
        return said(assailant, what, ruling(assailant, row, before, sql));
    }

    static Attempt said(Assailant assailant, String what, Judge.Ruling ruling) {
        return new Attempt(assailant.who(), assailant.role(), what, ruling.outcome(), ruling.reason());
    }

    static Attempt absent(Assailant assailant, String what, String reason) {
        return new Attempt(assailant.who(), assailant.role(), what, Outcome.ABSENT, reason);
    }

    Judge.Ruling ruling(Assailant assailant, LedgerRow row, List<String> before, String sql) throws SQLException {
        Judge.Ruling ruling = judge.of(assailant.fire(row, before, sql), staying, assailant.bound());
        return controlled(ruling, row, sql);
    }

    /**
     * That rows stay as they are says something only of a statement that changes them where nothing is in its way: a
     * superuser runs it past all triggers and rules.
     */
    Judge.Ruling controlled(Judge.Ruling ruling, LedgerRow row, String sql) throws SQLException {
        if (!ruling.unchanged()) {
            return ruling;
        }
        Boolean changes = effective.get(sql);
        if (changes == null) {
            changes = changesUnguarded(row, sql);
            effective.put(sql, changes);
        }
        return changes
                ? ruling
                : new Judge.Ruling(
                        Outcome.UNTRIED,
                        "no row changed, and none does without any guard either, so that this says nothing");
    }

    private boolean changesUnguarded(LedgerRow row, String sql) throws SQLException {
        List<String> before = new ArrayList<>(ground.silencing());
        before.add("set local session_replication_role = replica");
        Shot shot = control.fire(row, before, sql);
        Shot.Refusal refusal = shot.refusal();
        return refusal == null
                ? judge.of(shot, staying, false).is(Outcome.HOLE)
                : refusal.is("55000"); // A view that only an INSTEAD OF trigger writes to.
    }

    /** Of several attempts at the same thing, the one that tells most; one that failed by accident tells least. */
    static Judge.Ruling most(List<Judge.Ruling> rulings) {
        for (Outcome outcome : List.of(Outcome.HOLE, Outcome.IGNORED, Outcome.BLOCKED)) {
            for (Judge.Ruling ruling : rulings) {
                if (ruling.is(outcome)) {
                    return ruling;
                }
            }
        }
        return rulings.isEmpty()
                ? new Judge.Ruling(Outcome.UNTRIED, "no other value is known that it could take")
                : rulings.get(0);
    }

    /**
     * A statement.
     *
     * @param kind what its privileges are the same for, whatever row and value it is about
     */
    record Blow(String kind, String sql) {}

    private Blow one(Target target, Column column, String value, LedgerRow row) {
        String set = "update " + target.sql() + " set " + Identifiers.quote(column.name()) + " = ";
        return target.physical()
                ? new Blow(set + "… where", set + value + " where " + row.at())
                : all(target, column, value);
    }

    private static Blow all(Target target, Column column, String value) {
        String set = "update " + target.sql() + " set " + Identifiers.quote(column.name()) + " = ";
        return new Blow(set + "…", set + value);
    }

    private static Blow deletion(Target target, LedgerRow row) {
        String delete = "delete from " + target.sql();
        return new Blow(delete + " where", delete + " where " + row.at());
    }

    private static Blow deletion(Target target) {
        return new Blow("delete from " + target.sql(), "delete from " + target.sql());
    }

    private static List<Blow> truncations(Target target) {
        String truncate = "truncate " + target.sql();
        return List.of(new Blow(truncate, truncate), new Blow(truncate + " cascade", truncate + " cascade"));
    }

    /** Tries a statement, and notes it if the role has no privilege for its kind. */
    private Judge.Ruling struck(Assailant assailant, LedgerRow row, List<String> before, Blow blow)
            throws SQLException {
        Judge.Ruling ruling = ruling(assailant, row, before, blow.sql());
        if (ruling.barred() && before.isEmpty()) {
            assailant.bar(blow.kind());
        }
        return ruling;
    }

    /** All statements of {@link #deeds} on the table itself, those to the same end together. */
    List<List<Blow>> blows() {
        List<List<Blow>> ends = new ArrayList<>();
        if (ledger().forbids(Deed.UPDATE)) {
            for (Column column : table().columns()) {
                List<Blow> blows = new ArrayList<>();
                List<String> others = values.other(column, first());
                others.forEach(value -> blows.add(one(table(), column, value, first())));
                others.stream().limit(1).forEach(value -> blows.add(all(table(), column, value)));
                ends.add(blows);
            }
        }
        if (ledger().forbids(Deed.DELETE)) {
            attacked.forEach(row -> ends.add(List.of(deletion(table(), row))));
            ends.add(List.of(deletion(table())));
        }
        if (ledger().forbids(Deed.TRUNCATE)) {
            truncations(table()).forEach(blow -> ends.add(List.of(blow)));
        }
        return ends;
    }

    /** UPDATE, DELETE and TRUNCATE, as far as they are forbidden. */
    List<Attempt> deeds(Assailant assailant, Target target, List<String> before, String prefix) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        String name = target.label();
        if (ledger().forbids(Deed.UPDATE)) {
            String dot = name.isEmpty() ? "" : name + ".";
            for (Column column : target.columns()) {
                attempts.add(said(
                        assailant,
                        prefix + "UPDATE of " + dot + Identifiers.quote(column.name()),
                        update(assailant, target, column, before, false)));
            }
        }
        if (ledger().forbids(Deed.DELETE)) {
            String from = name.isEmpty() ? "" : " from " + name;
            attempts.add(said(assailant, prefix + "DELETE" + from, delete(assailant, target, before)));
        }
        if (ledger().forbids(Deed.TRUNCATE) && target.physical()) {
            String of = name.isEmpty() ? "" : " " + name;
            attempts.add(said(assailant, prefix + "TRUNCATE" + of, truncate(assailant, target, before)));
        }
        return attempts;
    }

    /**
     * UPDATE of a column: row by row with other values, then of all rows, as who may not read a row may still write to it.
     *
     * @param thorough whether other rows and values are tried after a guard has refused one
     */
    Judge.Ruling update(Assailant assailant, Target target, Column column, List<String> before, boolean thorough)
            throws SQLException {
        List<Judge.Ruling> rulings = new ArrayList<>();
        List<LedgerRow> tried = thorough ? sample() : List.of(first());
        for (int i = 0; i < tried.size(); i++) {
            LedgerRow row = tried.get(i);
            int told = 0;
            int enough = thorough && i == 0 ? VALUES : 1;
            for (String value : values.other(column, row)) {
                Judge.Ruling ruling = struck(assailant, row, before, one(target, column, value, row));
                rulings.add(ruling);
                if (ruling.is(Outcome.HOLE)) {
                    return ruling;
                }
                told += ruling.is(Outcome.UNTRIED) ? 0 : 1;
                if (told == enough || ruling.barred()) {
                    break;
                }
            }
        }
        if (!thorough && !most(rulings).is(Outcome.UNTRIED) && !most(rulings).barred()) {
            return most(rulings);
        }
        List<String> constants = values.other(column, first());
        if (!constants.isEmpty()) {
            rulings.add(struck(assailant, first(), before, all(target, column, constants.get(0))));
        }
        return most(rulings);
    }

    /** DELETE of each row, then of all. */
    Judge.Ruling delete(Assailant assailant, Target target, List<String> before) throws SQLException {
        List<Judge.Ruling> rulings = new ArrayList<>();
        if (target.physical()) {
            for (LedgerRow row : attacked) {
                rulings.add(struck(assailant, row, before, deletion(target, row)));
            }
        }
        rulings.add(struck(assailant, first(), before, deletion(target)));
        return most(rulings);
    }

    /** TRUNCATE, then with what refers to the table. */
    Judge.Ruling truncate(Assailant assailant, Target target, List<String> before) throws SQLException {
        List<Judge.Ruling> rulings = new ArrayList<>();
        for (Blow blow : truncations(target)) {
            rulings.add(struck(assailant, first(), before, blow));
        }
        return most(rulings);
    }

    /** The names of the columns that may change, as far as there are any. */
    Set<String> changeable() {
        return new TreeSet<>(ledger().changeable());
    }
}
