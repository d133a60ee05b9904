package org.pgassay.probe.immutability;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.check.Attacks.Attempt;
import org.pgassay.check.Attacks.Deed;
import org.pgassay.check.Attacks.Outcome;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Statements on the table itself. */
final class RowVectors {

    private static final int MERGE_SINCE = 15;

    private final Field field;

    RowVectors(Field field) {
        this.field = field;
    }

    /** The positive control: a row goes in. */
    List<Attempt> insert(Assailant assailant, @Nullable LedgerRow spare) throws SQLException {
        if (spare == null) {
            return List.of(new Attempt(
                    assailant.who(), assailant.role(), "INSERT", Outcome.UNTRIED, "no further row could be made up"));
        }
        Judge.Ruling ruling = inserted(assailant, spare, columns(false));
        if (!ruling.is(Outcome.WORKS)) {
            // Where a role may fill in some columns only, the others have defaults.
            Judge.Ruling fewer = inserted(assailant, spare, columns(true));
            ruling = fewer.is(Outcome.WORKS) ? fewer : ruling;
        }
        return List.of(Field.said(assailant, "INSERT", ruling));
    }

    private Judge.Ruling inserted(Assailant assailant, LedgerRow spare, List<Column> columns) throws SQLException {
        Shot shot = assailant.fire(spare, List.of(), insert(spare, columns));
        Shot.Refusal refusal = shot.refusal();
        List<String> after = shot.after();
        int before = field.staying().size() + field.over().size();
        if (refusal == null) {
            return after != null && after.size() == before + 1
                    ? new Judge.Ruling(Outcome.WORKS, "1 row more")
                    : new Judge.Ruling(Outcome.REFUSED, "no error, and no row more");
        }
        Judge.Ruling ruling = field.judge().refused(refusal);
        return ruling.is(Outcome.BLOCKED) ? new Judge.Ruling(Outcome.REFUSED, ruling.reason()) : ruling;
    }

    private List<Column> columns(boolean needed) {
        return Field.changing(field.ground().table().columns()).stream()
                .filter(column ->
                        !needed || (column.defaultExpression() == null && column.identity() == Column.Identity.NONE))
                .toList();
    }

    private String insert(LedgerRow row, List<Column> columns) {
        boolean identity = columns.stream().anyMatch(column -> column.identity() == Column.Identity.ALWAYS);
        return "insert into " + field.ground().sql() + " (" + names(columns) + ")"
                + (identity ? " overriding system value" : "") + " values ("
                + columns.stream()
                        .map(column -> Values.constant(row.values().get(column.name())))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "));
    }

    /** Each column on its own, then along with those that may change; those on their own must change. */
    List<Attempt> update(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        List<Column> allowed = field.ground().table().columns().stream()
                .filter(column -> field.changeable().contains(column.name()))
                .toList();
        for (Column column : field.table().columns()) {
            String name = Identifiers.quote(column.name());
            attempts.add(Field.said(
                    assailant, "UPDATE of " + name, field.update(assailant, field.table(), column, List.of(), true)));
            if (!allowed.isEmpty()) {
                attempts.add(Field.said(
                        assailant,
                        "UPDATE of " + name + " along with what may change",
                        along(assailant, column, allowed)));
            }
        }
        for (Column column : allowed) {
            attempts.add(Field.said(
                    assailant,
                    "UPDATE of " + Identifiers.quote(column.name()) + ", which may change",
                    may(assailant, column)));
        }
        return attempts.isEmpty()
                ? List.of(Field.absent(assailant, "UPDATE", "it has no column that could be given a value"))
                : attempts;
    }

    private Judge.Ruling along(Assailant assailant, Column column, List<Column> allowed) throws SQLException {
        List<Judge.Ruling> rulings = new ArrayList<>();
        LedgerRow row = field.first();
        String rest = allowed.stream()
                .map(each -> field.values().other(each, row).stream()
                        .filter(value -> !value.equals("default"))
                        .findFirst()
                        .map(value -> ", " + Identifiers.quote(each.name()) + " = " + value)
                        .orElse(""))
                .collect(Collectors.joining());
        for (String value : field.values().other(column, row)) {
            rulings.add(field.ruling(
                    assailant,
                    row,
                    List.of(),
                    "update " + field.ground().sql() + " set " + Identifiers.quote(column.name()) + " = " + value + rest
                            + " where " + row.at()));
            if (!Field.most(rulings).is(Outcome.UNTRIED)) {
                break;
            }
        }
        return Field.most(rulings);
    }

    /** What may change must: a value is looked for that the guards take. */
    private Judge.Ruling may(Assailant assailant, Column column) throws SQLException {
        Judge.Ruling last = new Judge.Ruling(Outcome.UNTRIED, "no other value is known that it could take");
        for (LedgerRow row : field.staying()) {
            for (String value : field.values().other(column, row)) {
                String set = Identifiers.quote(column.name()) + " = " + value;
                Shot shot = assailant.fire(row, List.of(), changed(set, row));
                Shot.Refusal refusal = shot.refusal();
                if (refusal == null) {
                    return new Judge.Ruling(Outcome.WORKS, "a value was taken");
                }
                Judge.Ruling ruling = refusal.is("P0002")
                        ? new Judge.Ruling(Outcome.BLOCKED, "no error, and no row changed")
                        : field.judge().refused(refusal);
                last = ruling.is(Outcome.BLOCKED) ? new Judge.Ruling(Outcome.REFUSED, ruling.reason()) : ruling;
                if (ruling.barred()) {
                    return last;
                }
            }
        }
        return last;
    }

    /** An UPDATE that is an error if it changes no row. */
    private String changed(String set, LedgerRow row) {
        return "do $pgassay$ begin update " + field.ground().sql() + " set " + set + " where " + row.at()
                + "; if not found then raise sqlstate 'P0002'; end if; end $pgassay$";
    }

    List<Attempt> delete(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(Field.said(assailant, "DELETE", field.delete(assailant, field.table(), List.of())));
        for (LedgerRow row : field.over()) {
            Shot shot = assailant.fire(
                    row, List.of(), "delete from " + field.ground().sql() + " where " + row.at());
            List<String> after = shot.after();
            boolean gone = after != null
                    && after.size() < field.staying().size() + field.over().size();
            Shot.Refusal refusal = shot.refusal();
            String reason = gone
                    ? "1 row is gone, as it may"
                    : "it may go and does not: "
                            + (refusal == null
                                    ? "no error, and no row changed"
                                    : field.judge().refused(refusal).reason());
            attempts.add(new Attempt(
                    assailant.who(),
                    assailant.role(),
                    "DELETE of a row whose time is over",
                    gone ? Outcome.WORKS : Outcome.BLOCKED,
                    reason));
        }
        return attempts;
    }

    List<Attempt> truncate(Assailant assailant) throws SQLException {
        return List.of(
                Field.said(assailant, "TRUNCATE", field.truncate(assailant, field.table(), List.of())),
                field.attempt(
                        assailant,
                        "TRUNCATE … RESTART IDENTITY CASCADE",
                        field.first(),
                        List.of(),
                        "truncate " + field.ground().sql() + " restart identity cascade"));
    }

    /** INSERT … ON CONFLICT DO UPDATE, over each unique key. */
    List<Attempt> upsert(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        for (Index index : field.ground().table().indexes()) {
            if (index.unique()) {
                attempts.addAll(upsert(assailant, index, attempts.isEmpty()));
            }
        }
        return attempts.isEmpty()
                ? List.of(Field.absent(assailant, "INSERT … ON CONFLICT", "it has no unique key"))
                : attempts;
    }

    private List<Attempt> upsert(Assailant assailant, Index index, boolean first) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        String name = index.constraint();
        boolean deferrable = name != null
                && field.ground()
                        .table()
                        .constraint(name)
                        .map(Constraint::deferrable)
                        .orElse(false);
        if (deferrable) {
            return List.of(Field.absent(
                    assailant,
                    "INSERT … ON CONFLICT over " + Identifiers.quote(index.name()),
                    "it is deferrable, which ON CONFLICT cannot use"));
        }
        String target = name != null
                ? "on constraint " + Identifiers.quote(name)
                : "("
                        + index.keys().stream()
                                .map(Index.Key::sql)
                                .map(RowVectors::bracketed)
                                .collect(Collectors.joining(", "))
                        + ")" + (index.predicate() == null ? "" : " where " + index.predicate());
        // Which key it goes over makes no difference to a privilege or a trigger.
        List<Column> columns = field.table().columns().stream()
                .limit(first ? Integer.MAX_VALUE : 1)
                .toList();
        for (Column column : columns) {
            List<Judge.Ruling> rulings = new ArrayList<>();
            for (String value : field.values().other(column, field.first())) {
                String sql = insert(field.first(), columns(false)) + " on conflict " + target + " do update set "
                        + Identifiers.quote(column.name()) + " = " + value;
                rulings.add(
                        notForRules(assailant.fire(field.first(), List.of(), sql), assailant, "INSERT … ON CONFLICT"));
                if (!Field.most(rulings).is(Outcome.UNTRIED)) {
                    break;
                }
            }
            attempts.add(Field.said(
                    assailant,
                    "INSERT … ON CONFLICT DO UPDATE of " + Identifiers.quote(column.name()) + " over "
                            + Identifiers.quote(index.name()),
                    Field.most(rulings)));
        }
        return attempts;
    }

    /** An expression needs brackets there, and a column may have them. */
    private static String bracketed(String key) {
        return "(" + key + ")";
    }

    List<Attempt> merge(Assailant assailant) throws SQLException {
        if (field.ground().bench().server().majorVersion() < MERGE_SINCE) {
            return List.of(
                    Field.absent(assailant, "MERGE", "PostgreSQL has it since version 15, and this is an older one"));
        }
        List<Attempt> attempts = new ArrayList<>();
        if (field.ledger().forbids(Deed.UPDATE)) {
            for (Column column : field.table().columns()) {
                List<Judge.Ruling> rulings = new ArrayList<>();
                for (String value : field.values().other(column, field.first())) {
                    rulings.add(merged(assailant, "update set " + Identifiers.quote(column.name()) + " = " + value));
                    if (!Field.most(rulings).is(Outcome.UNTRIED)) {
                        break;
                    }
                }
                attempts.add(Field.said(
                        assailant, "MERGE … UPDATE of " + Identifiers.quote(column.name()), Field.most(rulings)));
            }
        }
        if (field.ledger().forbids(Deed.DELETE)) {
            attempts.add(Field.said(assailant, "MERGE … DELETE", merged(assailant, "delete")));
        }
        return attempts;
    }

    private Judge.Ruling merged(Assailant assailant, String action) throws SQLException {
        List<Judge.Ruling> rulings = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        field.ofEachTable()
                .forEach(row -> conditions.add(
                        row.at().replace("tableoid", "l.tableoid").replace("ctid", "l.ctid")));
        conditions.add("true");
        for (String condition : conditions) {
            Shot shot = assailant.fire(
                    field.first(),
                    List.of(),
                    "merge into " + field.ground().sql() + " as l using (values (1)) as s (n) on " + condition
                            + " when matched then " + action);
            rulings.add(notForRules(shot, assailant, "MERGE"));
        }
        return Field.most(rulings);
    }

    /** What PostgreSQL does not do on tables with rules cannot change a row of them. */
    private Judge.Ruling notForRules(Shot shot, Assailant assailant, String what) {
        Shot.Refusal refusal = shot.refusal();
        boolean rules = !field.ground().table().rules().isEmpty();
        return refusal != null && refusal.is("0A000") && rules
                ? new Judge.Ruling(Outcome.BLOCKED, "PostgreSQL has no " + what + " for tables with such rules (0A000)")
                : field.judge().of(shot, field.staying(), assailant.bound());
    }

    /** COPY over keys that are there: it can add rows, and must change none. */
    List<Attempt> copy(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(copied(assailant, "COPY FROM", List.of(), ""));
        if (field.ledger().forbids(Deed.TRUNCATE)) {
            attempts.add(copied(
                    assailant,
                    "TRUNCATE and COPY FROM … FREEZE",
                    List.of("truncate " + field.ground().sql() + " cascade"),
                    ", freeze"));
        }
        return attempts;
    }

    private Attempt copied(Assailant assailant, String what, List<String> before, String option) throws SQLException {
        List<Column> columns = columns(false);
        String sql = "copy " + field.ground().sql() + " (" + names(columns)
                + ") from stdin with (format csv, null '\\N'" + option + ")";
        String line = columns.stream()
                .map(column -> csv(field.first().values().get(column.name())))
                .collect(Collectors.joining(","));
        Shot shot = assailant.fire(field.first().tenant(), before, connection -> {
            try {
                new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(sql, new StringReader(line + "\n"));
            } catch (IOException e) {
                throw new SQLException("the rows for COPY could not be sent", "08006", e);
            }
        });
        Shot.Refusal refusal = shot.refusal();
        if (refusal != null && refusal.is("23505")) {
            return Field.said(
                    assailant,
                    what,
                    new Judge.Ruling(
                            Outcome.BLOCKED,
                            "the unique key " + refusal.constraint() + " refuses a second row of its kind (23505)"));
        }
        if (refusal != null && refusal.is("0A000") && assailant.bound()) {
            return Field.said(
                    assailant,
                    what,
                    new Judge.Ruling(
                            Outcome.BLOCKED, "PostgreSQL has no COPY FROM for tables with row security (0A000)"));
        }
        Judge.Ruling ruling = field.judge().of(shot, field.staying(), false);
        return Field.said(
                assailant,
                what,
                ruling.is(Outcome.IGNORED)
                        ? new Judge.Ruling(Outcome.BLOCKED, "it adds rows, and changes none")
                        : ruling);
    }

    private static String csv(@Nullable String value) {
        return value == null ? "\\N" : '"' + value.replace("\"", "\"\"") + '"';
    }
}
