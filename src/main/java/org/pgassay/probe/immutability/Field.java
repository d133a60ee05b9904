package org.pgassay.probe.immutability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    private final Ground ground;
    private final List<LedgerRow> staying;
    private final List<LedgerRow> over;
    private final Judge judge;
    private final Values values;
    private final Ways ways;

    private Field(Ground ground, List<LedgerRow> rows, Ways ways) {
        this.ground = ground;
        this.staying = rows.stream().filter(LedgerRow::stays).toList();
        this.over = rows.stream().filter(row -> !row.stays()).toList();
        this.ways = ways;
        this.judge = new Judge(ways.guards(), ways.names());
        this.values = new Values(ground.bench().catalog(), rows);
    }

    static Field of(Ground ground) throws SQLException {
        return new Field(ground, ground.rows(), new Ways(ground));
    }

    /** The same with some of the rows. */
    Field on(List<LedgerRow> some) {
        return new Field(ground, some, ways);
    }

    /**
     * Something that is written to, so that rows of the table change.
     *
     * @param sql its name
     * @param label its name in a report, after a word for what is done to it; empty for the table itself
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
        return staying.get(0);
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
        return ruling(assailant, assailant.fire(row, before, sql));
    }

    Judge.Ruling ruling(Assailant assailant, Shot shot) {
        Judge.Ruling ruling = judge.of(shot, staying, assailant.bound());
        return ruling.is(Outcome.IGNORED) && !ways.explained()
                ? new Judge.Ruling(
                        Outcome.UNTRIED,
                        "no error and no row changed, though no trigger or rule is there that could be why")
                : ruling;
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

    /** UPDATE, DELETE and TRUNCATE, as far as they are forbidden. */
    List<Attempt> deeds(Assailant assailant, Target target, List<String> before, String prefix) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        if (ledger().forbids(Deed.UPDATE)) {
            for (Column column : target.columns()) {
                attempts.add(said(
                        assailant,
                        prefix + "UPDATE " + target.label() + "of " + Identifiers.quote(column.name()),
                        update(assailant, target, column, before, false)));
            }
        }
        if (ledger().forbids(Deed.DELETE)) {
            attempts.add(
                    said(assailant, prefix + "DELETE " + target.label().trim(), delete(assailant, target, before)));
        }
        if (ledger().forbids(Deed.TRUNCATE) && target.physical()) {
            attempts.add(
                    said(assailant, prefix + "TRUNCATE " + target.label().trim(), truncate(assailant, target, before)));
        }
        return attempts.stream().map(Field::trimmed).toList();
    }

    private static Attempt trimmed(Attempt attempt) {
        return new Attempt(attempt.who(), attempt.role(), attempt.what().trim(), attempt.outcome(), attempt.reason());
    }

    /**
     * UPDATE of a column: row by row with other values, then of all rows, as who may not read a row may still write to it.
     *
     * @param thorough whether other rows and values are tried after a guard has refused one
     */
    Judge.Ruling update(Assailant assailant, Target target, Column column, List<String> before, boolean thorough)
            throws SQLException {
        List<Judge.Ruling> rulings = new ArrayList<>();
        String set = "update " + target.sql() + " set " + Identifiers.quote(column.name()) + " = ";
        for (LedgerRow row : staying.subList(0, Math.min(staying.size(), thorough ? ROWS : 1))) {
            for (String value : values.other(column, row)) {
                if (target.physical()) {
                    rulings.add(ruling(assailant, row, before, set + value + " where " + row.at()));
                }
                if (!target.physical()
                        || done(rulings)
                        || rulings.get(rulings.size() - 1).is(Outcome.UNTRIED)) {
                    rulings.add(ruling(assailant, row, before, set + value));
                }
                if (done(rulings) || (!thorough && told(rulings))) {
                    return most(rulings);
                }
            }
        }
        List<String> constants = values.other(column, first());
        if (!constants.isEmpty()) {
            rulings.add(ruling(assailant, first(), before, set + constants.get(0)));
        }
        return most(rulings);
    }

    /** Whether no other value can come to anything else. */
    private static boolean done(List<Judge.Ruling> rulings) {
        return !rulings.isEmpty()
                && (most(rulings).is(Outcome.HOLE)
                        || rulings.get(rulings.size() - 1).reason().endsWith("(42501)"));
    }

    private static boolean told(List<Judge.Ruling> rulings) {
        return !most(rulings).is(Outcome.UNTRIED);
    }

    /** DELETE of each row, then of all. */
    Judge.Ruling delete(Assailant assailant, Target target, List<String> before) throws SQLException {
        List<Judge.Ruling> rulings = new ArrayList<>();
        if (target.physical()) {
            for (LedgerRow row : staying) {
                rulings.add(ruling(assailant, row, before, "delete from " + target.sql() + " where " + row.at()));
            }
        }
        rulings.add(ruling(assailant, first(), before, "delete from " + target.sql()));
        return most(rulings);
    }

    /** TRUNCATE, then with what refers to the table. */
    Judge.Ruling truncate(Assailant assailant, Target target, List<String> before) throws SQLException {
        return most(List.of(
                ruling(assailant, first(), before, "truncate " + target.sql()),
                ruling(assailant, first(), before, "truncate " + target.sql() + " cascade")));
    }

    /** The names of the columns that may change, as far as there are any. */
    Set<String> changeable() {
        return new TreeSet<>(ledger().changeable());
    }
}
