package org.pgassay.probe.immutability;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Attacks.Deed;
import org.pgassay.check.Attacks.Ledger;
import org.pgassay.check.Attacks.Who;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.rows.RowSynthesizer;
import org.pgassay.postgres.server.Database;
import org.pgassay.probe.Bench;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.Row;

/**
 * A copy of the migrated database with rows in it, on which one table is attacked.
 *
 * <p>The superuser prepares it: rows that nothing refers to, a row that goes in and is not there, a function that shows the
 * table's rows as they are within a transaction.
 */
final class Ground implements AutoCloseable {

    /** Further rows, to which nothing refers. */
    private static final int MORE = 4;

    private final Bench bench;
    private final Ledger ledger;
    private final Table table;
    private final Database database;
    private final Connection superuser;
    private List<Row> made = List.of();
    private @Nullable Row spare;
    private @Nullable List<String> silencing;

    private Ground(Bench bench, Ledger ledger, Table table, Database database, Connection superuser) {
        this.bench = bench;
        this.ledger = ledger;
        this.table = table;
        this.database = database;
        this.superuser = superuser;
    }

    /** Prepares a copy. */
    static Ground of(Bench bench, Ledger ledger) throws SQLException {
        Table table = bench.catalog().table(ledger.table()).orElseThrow();
        for (String column : ledger.changeable()) {
            if (table.column(column).isEmpty()) {
                throw new UntriedException(
                        "the table has no column " + Identifiers.quote(column) + ", which the spec says may change",
                        "Correct the column's name under 'update: {only: …}'.");
            }
        }
        Database database = bench.cloned(bench.filled().database());
        Connection superuser = bench.open(database);
        Ground ground = new Ground(bench, ledger, table, database, superuser);
        try {
            ground.prepare();
            return ground;
        } catch (SQLException | RuntimeException e) {
            ground.close();
            throw e;
        }
    }

    private void prepare() throws SQLException {
        fill();
        for (String setting : Watch.SETTINGS) {
            run("set " + setting);
        }
        Watch.install(superuser, table, compared());
    }

    private void fill() throws SQLException {
        superuser.setAutoCommit(false);
        Outcome outcome = RowSynthesizer.over(superuser, bench.catalog(), bench.samples(), bench.seed() + 1)
                .rows(table.name(), MORE + Ancestors.keys(table).size());
        superuser.commit();
        for (QualifiedName leaf : leaves(table.name())) {
            // One of them may be the row that is taken out again.
            if (count(leaf) < 2) {
                RowSynthesizer.over(superuser, bench.catalog(), bench.samples(), bench.seed() + 1)
                        .rows(leaf, 2);
                superuser.commit();
            }
        }
        superuser.setAutoCommit(true);
        made = outcome.rows();
        if (!made.isEmpty()) {
            spare = made.get(made.size() - 1);
        }
        if (count() == 0) {
            throw new UntriedException(
                    "no row could be made up for it" + reason(outcome),
                    outcome instanceof Outcome.Obstacle obstacle
                                    && !obstacle.suggestion().isEmpty()
                            ? "Add to the spec: " + obstacle.suggestion()
                            : "Name values under 'behaviour: {sampleRows: …}'.");
        }
    }

    private static String reason(Outcome outcome) {
        String text = outcome instanceof Outcome.Obstacle obstacle
                ? obstacle.message()
                : outcome instanceof Outcome.Skipped skipped ? skipped.reason() : "";
        return text.isEmpty() ? "" : ": " + text.replaceAll("\\.$", "");
    }

    /** The columns whose values must stay; none where UPDATE is not forbidden. */
    List<Column> guarded() {
        return ledger.forbids(Deed.UPDATE)
                ? table.columns().stream()
                        .filter(column -> !ledger.changeable().contains(column.name()))
                        .toList()
                : List.of();
    }

    /** The columns by which rows are compared: where they may change, those that tell rows apart. */
    private List<Column> compared() {
        List<String> key = table.constraints().stream()
                .filter(constraint -> constraint.type() == Constraint.Type.PRIMARY_KEY)
                .flatMap(constraint -> constraint.columns().stream())
                .toList();
        return ledger.forbids(Deed.UPDATE)
                ? guarded()
                : table.columns().stream()
                        .filter(column -> key.contains(column.name()))
                        .toList();
    }

    /** Takes a row out again that is known to go in, and makes rows old where the spec lets old ones go. */
    void settle() throws SQLException {
        replicating(() -> {
            Row row = spare;
            if (row != null && count() > 1) {
                run("delete from " + sql() + " where " + same(table, row.values()));
            }
            if (ledger.retention() != null) {
                age(ledger.retention().after(), ledger.retention().by());
            }
        });
    }

    /** The first row is over its time by a day, the others lack a day. */
    private void age(String after, String by) throws SQLException {
        if (table.column(by).isEmpty()) {
            throw new UntriedException(
                    "the table has no column " + Identifiers.quote(by) + ", from which on rows must stay",
                    "Correct the column's name under 'delete: {by: …}'.");
        }
        String interval = "interval '" + after.replace("'", "''") + "'";
        String column = Identifiers.quote(by);
        try {
            run("update " + sql() + " set " + column + " = now() - " + interval + " + interval '1 day'");
            run("update " + sql() + " set " + column + " = now() - " + interval + " - interval '1 day' where ctid = "
                    + "(select min(ctid) from " + sql() + ") and tableoid = (select min(tableoid) from " + sql() + ")");
        } catch (SQLException e) {
            throw new UntriedException(
                    "no row can be made as old as " + after + ": " + e.getMessage(),
                    "State an interval and a column with a date or time under 'delete'.");
        }
    }

    /** Something done by a superuser. */
    interface Work {
        void run() throws SQLException;
    }

    /** Does something past all triggers and foreign keys, as only a superuser can. */
    void replicating(Work work) throws SQLException {
        List<String> disable = alwaysTriggers("disable");
        List<String> enable = alwaysTriggers("enable always");
        run("set session_replication_role = replica");
        try {
            for (String sql : disable) {
                run(sql);
            }
            work.run();
        } finally {
            for (String sql : enable) {
                run(sql);
            }
            run("reset session_replication_role");
        }
    }

    /** Commands for the triggers that fire even then. */
    List<String> alwaysTriggers(String command) throws SQLException {
        return column("""
                select pg_catalog.format('alter table %%s %s trigger %%I', c.oid::pg_catalog.regclass, t.tgname)
                from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
                where t.tgenabled in ('A', 'R') and not t.tgisinternal and t.tgparentid = 0
                order by c.oid, t.tgname
                """.formatted(command));
    }

    /** Commands that disable the triggers that fire even then. */
    List<String> silencing() throws SQLException {
        List<String> commands = silencing;
        if (commands == null) {
            commands = List.copyOf(alwaysTriggers("disable"));
            silencing = commands;
        }
        return commands;
    }

    private long count() throws SQLException {
        return count(table.name());
    }

    private long count(QualifiedName of) throws SQLException {
        return Long.parseLong(column("select count(*) from " + of.sql()).get(0));
    }

    /** The partitions that hold rows themselves. */
    private List<QualifiedName> leaves(QualifiedName parent) {
        List<QualifiedName> leaves = new ArrayList<>();
        for (Table each : bench.catalog().tables()) {
            if (parent.equals(each.partitionOf()) && each.kind() == Table.Kind.TABLE) {
                leaves.add(each.name());
            } else if (parent.equals(each.partitionOf())) {
                leaves.addAll(leaves(each.name()));
            }
        }
        return leaves;
    }

    /** Changes a row past all guards, and waits for nothing that refers to it. */
    void change(Table of, Map<String, @Nullable String> values, Map<String, @Nullable String> changed)
            throws SQLException {
        replicating(() -> run("update " + of.name().sql() + " set " + Ancestors.list(changed, " = ", ", ") + " where "
                + same(of, values)));
    }

    /** A row of another table, by where it is kept. */
    LedgerRow located(Table of, Map<String, @Nullable String> values) throws SQLException {
        List<String> at = column("select pg_catalog.format('tableoid = %s and ctid = %L', tableoid, ctid) from "
                + of.name().sql() + " where " + same(of, values));
        return new LedgerRow(
                at.isEmpty() ? "false" : at.get(0), values, new TenantOf(bench, superuser).of(of, values), true, "");
    }

    /** The rows above which others are put: all made here but the one that is taken out again. */
    List<Row> lower() {
        return made.size() < 2 ? List.of() : made.subList(0, made.size() - 1);
    }

    /** A condition on which a row has these values. */
    private static String same(Table of, Map<String, @Nullable String> values) {
        return of.columns().stream()
                .map(column -> Identifiers.quote(column.name()) + "::text is not distinct from "
                        + Values.constant(values.get(column.name())))
                .collect(Collectors.joining(" and "));
    }

    /** The rows as they are. */
    List<LedgerRow> rows() throws SQLException {
        TenantOf tenants = new TenantOf(bench, superuser);
        List<LedgerRow> rows = new ArrayList<>();
        String list = table.columns().stream()
                .map(column -> "\"pgassay row\"." + Identifiers.quote(column.name()) + "::text")
                .collect(Collectors.joining(", "));
        String sql = "select tableoid, ctid, " + Watch.text(compared()) + ", " + stays() + ", " + list + " from "
                + sql() + " as \"pgassay row\" order by tableoid, ctid";
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Map<String, @Nullable String> values = new LinkedHashMap<>();
                for (int i = 0; i < table.columns().size(); i++) {
                    values.put(table.columns().get(i).name(), row.getString(i + 5));
                }
                rows.add(new LedgerRow(
                        "tableoid = " + row.getString(1) + " and ctid = '" + row.getString(2) + "'",
                        values,
                        Map.of(),
                        row.getBoolean(4),
                        row.getString(3)));
            }
        }
        List<LedgerRow> placed = new ArrayList<>();
        for (LedgerRow row : rows) {
            placed.add(new LedgerRow(row.at(), row.values(), tenants.of(table, row.values()), row.stays(), row.text()));
        }
        return placed;
    }

    private String stays() {
        var retention = ledger.retention();
        return retention == null
                ? "true"
                : Identifiers.quote(retention.by()) + " > now() - interval '"
                        + retention.after().replace("'", "''") + "'";
    }

    /** A row that goes in, with the tenant that it belongs to; null where none could be made up. */
    @Nullable
    LedgerRow spare() throws SQLException {
        Row row = spare;
        return row == null
                ? null
                : new LedgerRow(
                        "false", row.values(), new TenantOf(bench, superuser).of(table, row.values()), true, "");
    }

    /** The name of a role. */
    String role(Who who) throws SQLException {
        return switch (who) {
            case APPLICATION -> bench.application();
            case OWNER -> table.owner();
            case SUPERUSER -> bench.server().superuser();
        };
    }

    /** Lets a role in. */
    Assailant assailant(Who who) throws SQLException {
        String role = role(who);
        bench.admit(role);
        return new Assailant(who, role, bench.open(database, role), bench.context(), sql());
    }

    Bench bench() {
        return bench;
    }

    Ledger ledger() {
        return ledger;
    }

    Table table() {
        return table;
    }

    Connection superuser() {
        return superuser;
    }

    String sql() {
        return table.name().sql();
    }

    /** The first column of a query's result, asked by the superuser. */
    List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = superuser.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
        }
        return values;
    }

    void run(String sql) throws SQLException {
        Assailant.run(superuser, sql);
    }

    /** A name as reports have it: without the schema that names are looked up in first. */
    String label(String qualified) {
        String first = Identifiers.quote(bench.schemas().get(0)) + ".";
        return qualified.startsWith(first) ? qualified.substring(first.length()) : qualified;
    }

    /** The object identifier of a relation, as SQL. */
    static String oid(QualifiedName name) {
        return "'" + name.sql().replace("'", "''") + "'::pg_catalog.regclass";
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
        database.close();
    }
}
