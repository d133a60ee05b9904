package org.pgassay.postgres.bulk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.plan.TableSize;
import org.pgassay.postgres.bulk.BulkTable.Reference;
import org.pgassay.postgres.rows.RowSynthesizer;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.SampleRows;
import org.pgassay.sql.SqlStates;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Fills tables with rows of stated sizes and values, and has them analyzed: the same rows from the same seed.
 *
 * <p>Checks, keys and NOT NULL hold by PostgreSQL's own word. Triggers are not fired, so that foreign keys are not looked at
 * either: they are afterwards, all at once.
 */
public final class BulkRows {

    private static final int TEMPLATES = 3;

    /** ANALYZE reads so many rows for each unit of the statistics target: all of them, so that nothing is drawn by lot. */
    private static final int SAMPLE = 300;

    private static final int GREATEST_TARGET = 10_000;

    private final Connection connection;
    private final Catalog catalog;
    private final BulkSizes sizes;
    private final RowSynthesizer templates;

    private BulkRows(Connection connection, Catalog catalog, BulkSizes sizes, RowSynthesizer templates) {
        this.connection = connection;
        this.catalog = catalog;
        this.sizes = sizes;
        this.templates = templates;
    }

    /**
     * Fills the tables, and those that they refer to.
     *
     * @param connection as the superuser, in auto-commit mode, to a clone that nobody else uses
     * @param samples values that the spec fixes for made-up rows
     * @param stated sizes and values
     * @param wanted values that must be met, by table and column
     * @throws RowsImpossibleException if a table does not take such rows
     */
    public static void fill(
            Connection connection,
            Catalog catalog,
            SampleRows samples,
            long seed,
            List<TableSize> stated,
            Map<QualifiedName, Map<String, List<String>>> wanted)
            throws SQLException {
        BulkSizes sizes = BulkSizes.of(catalog, stated, wanted);
        List<Table> tables = sizes.order().stream().flatMap(List::stream).toList();
        connection.setAutoCommit(false);
        try {
            RowSynthesizer templates = RowSynthesizer.over(connection, catalog, samples, seed);
            BulkRows rows = new BulkRows(connection, catalog, sizes, templates);
            for (List<Table> group : sizes.order()) {
                rows.template(group);
            }
            rows.execute("set local session_replication_role = replica");
            for (Table table : tables) {
                rows.fill(new BulkTable(table, catalog, sizes, seed, rows.count(table.name())));
            }
            for (Table table : tables) {
                rows.verify(table);
            }
            connection.commit();
            connection.setAutoCommit(true);
            rows.analyze(tables);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private long count(QualifiedName table) throws SQLException {
        return number("select count(*) from " + table.sql());
    }

    /** A few rows that the table takes. */
    private void template(List<Table> group) throws SQLException {
        for (Table table : group) {
            long missing = Math.min(TEMPLATES, sizes.rows(table.name())) - count(table.name());
            if (missing > 0) {
                for (Outcome outcome : templates.populate(List.of(table.name()), (int) missing)) {
                    if (outcome instanceof Outcome.Obstacle obstacle
                            && obstacle.rows().isEmpty()) {
                        throw new RowsImpossibleException(table.name(), obstacle.subject(), obstacle.message());
                    } else if (outcome instanceof Outcome.Skipped skipped) {
                        throw new RowsImpossibleException(table.name(), null, skipped.reason());
                    }
                }
            }
        }
    }

    private void fill(BulkTable table) throws SQLException {
        QualifiedName name = table.table().name();
        long rows = sizes.rows(name);
        long before = count(name);
        if (before >= rows) {
            return;
        }
        execute(
                "create temporary table pgassay_template on commit drop as select row_number() over (order by tableoid, ctid)"
                        + " - 1 as pgassay_row, * from " + name.sql());
        List<String> joins = new ArrayList<>();
        for (int i = 0; i < table.references().size(); i++) {
            joins.add(parents(i, table));
        }
        @Nullable RowsImpossibleException first = null;
        for (int attempt = 0; attempt < 2 * BulkValues.STYLES; attempt++) {
            Savepoint savepoint = connection.setSavepoint();
            try {
                execute(insert(table, before, rows, joins, attempt / 2, attempt % 2 == 1));
                first = null;
                break;
            } catch (SQLException e) {
                RowsImpossibleException refused = refused(name, e);
                first = first == null ? refused : first;
                connection.rollback(savepoint);
            }
        }
        if (first != null) {
            throw first;
        }
        execute("drop table pgassay_template");
        for (int i = 0; i < table.references().size(); i++) {
            execute("drop table pgassay_parent" + i);
        }
    }

    private static RowsImpossibleException refused(QualifiedName table, SQLException e) throws SQLException {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (SqlStates.lost(state) || state.startsWith("57") || state.startsWith("53") || state.startsWith("42")) {
            throw e;
        }
        @Nullable ServerErrorMessage server = e instanceof PSQLException known ? known.getServerErrorMessage() : null;
        if (server == null) {
            return new RowsImpossibleException(table, null, String.valueOf(e.getMessage()));
        }
        @Nullable String constraint = server.getConstraint() == null ? server.getColumn() : server.getConstraint();
        String message = server.getMessage() == null ? String.valueOf(e.getMessage()) : server.getMessage();
        return new RowsImpossibleException(table, constraint, message);
    }

    /** The rows that a foreign key may lead to, numbered; those that must be met first. */
    private String parents(int number, BulkTable table) throws SQLException {
        Reference reference = table.references().get(number);
        ForeignKey key = reference.key();
        String all = key.columns().stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        List<String> shared = reference.shared().stream()
                .map(i -> Identifiers.quote(key.columns().get(i)))
                .toList();
        String own = key.columns().get(reference.own());
        List<String> wanted = sizes.wanted(key.table(), own);
        String order = wanted.isEmpty()
                ? ""
                : "pg_catalog.array_position(array["
                        + wanted.stream()
                                .map(value -> "'" + value.replace("'", "''") + "'")
                                .collect(Collectors.joining(", "))
                        + "]::text[], " + Identifiers.quote(own) + "::text), ";
        String partition = shared.isEmpty() ? "" : "partition by " + String.join(", ", shared);
        String name = "pgassay_parent" + number;
        execute("create temporary table " + name + " on commit drop as select row_number() over (" + partition
                + " order by " + order + all + ") - 1 as pgassay_row, count(*) over (" + partition
                + ") as pgassay_rows, " + all + " from " + key.table().sql());
        execute("analyze " + name);
        String alias = "p" + number;
        if (shared.isEmpty()) {
            long count = number("select count(*) from " + name);
            return "\n left join " + name + " " + alias + " on " + alias + ".pgassay_row = pg_catalog.mod(b.v" + number
                    + ", nullif(" + count + ", 0))";
        }
        List<String> same = new ArrayList<>();
        for (int i : reference.shared()) {
            same.add(".%s = %s"
                    .formatted(
                            Identifiers.quote(key.columns().get(i)),
                            table.referred(reference.constraint().columns().get(i))));
        }
        String counts = "c" + number;
        return "\n left join (select distinct pgassay_rows, " + String.join(", ", shared) + " from " + name + ") "
                + counts
                + " on " + counts + String.join(" and " + counts, same) + "\n left join " + name + " " + alias + " on "
                + alias + String.join(" and " + alias, same) + " and " + alias + ".pgassay_row = pg_catalog.mod(b.v"
                + number
                + ", " + counts + ".pgassay_rows)";
    }

    private String insert(BulkTable table, long before, long rows, List<String> joins, int style, boolean bare) {
        List<Column> columns = table.columns();
        String names =
                columns.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "));
        String values =
                columns.stream().map(column -> table.value(column, style, bare)).collect(Collectors.joining(",\n  "));
        StringBuilder choices = new StringBuilder();
        for (int i = 0; i < table.references().size(); i++) {
            choices.append(", ")
                    .append(table.references().get(i).choice())
                    .append(" as v")
                    .append(i);
        }
        StringBuilder from = new StringBuilder("(select b.i")
                .append(choices)
                .append(" from pg_catalog.generate_series(")
                .append(before + 1)
                .append("::bigint, ")
                // One more for each that a template may stand in the way of.
                .append(rows + before)
                .append(") b(i)) b\n join pgassay_template t on t.pgassay_row = pg_catalog.mod(b.i, ")
                .append(before)
                .append(")");
        joins.forEach(from::append);
        List<String> free = table.keysOnly().stream()
                .map(key -> "not exists (select from pgassay_template x where "
                        + key.stream()
                                .map(column -> "x." + Identifiers.quote(column) + " = " + table.referred(column))
                                .collect(Collectors.joining(" and "))
                        + ")")
                .toList();
        if (!free.isEmpty()) {
            from.append("\n where ").append(String.join(" and ", free));
        }
        return "insert into " + table.table().name().sql() + " (" + names + ") overriding system value\nselect "
                + values + "\nfrom " + from + "\norder by b.i limit " + (rows - before);
    }

    /** What the triggers of foreign keys would have looked at. */
    private void verify(Table table) throws SQLException {
        QualifiedName name = table.name();
        long rows = count(name);
        if (rows != sizes.rows(name)) {
            throw new RowsImpossibleException(
                    name, null, name.sql() + " has " + rows + " rows instead of " + sizes.rows(name));
        }
        for (Constraint constraint : InsertOrder.foreignKeys(table)) {
            ForeignKey key = constraint.foreignKey();
            if (key != null && key.match() == ForeignKey.Match.SIMPLE) {
                StringBuilder on = new StringBuilder();
                StringBuilder whole = new StringBuilder();
                for (int i = 0; i < constraint.columns().size(); i++) {
                    String column = Identifiers.quote(constraint.columns().get(i));
                    on.append(i == 0 ? "" : " and ")
                            .append("p.")
                            .append(Identifiers.quote(key.columns().get(i)));
                    on.append(" = c.").append(column);
                    whole.append(" and c.").append(column).append(" is not null");
                }
                long orphans = number("select count(*) from " + name.sql() + " c where not exists (select from "
                        + key.table().sql() + " p where " + on + ")" + whole);
                if (orphans > 0) {
                    throw new RowsImpossibleException(
                            name,
                            constraint.name(),
                            orphans + " rows would break the foreign key " + constraint.name());
                }
            }
        }
    }

    /** Autovacuum would draw a sample of its own. */
    private void analyze(List<Table> tables) throws SQLException {
        long most = tables.stream()
                .mapToLong(table -> sizes.rows(table.name()))
                .max()
                .orElse(0);
        execute("set default_statistics_target = " + Math.max(100, Math.min(GREATEST_TARGET, most / SAMPLE + 1)));
        for (Table table : tables) {
            for (Table each : catalog.tables()) {
                if (each.kind() == Table.Kind.TABLE && (each.name().equals(table.name()) || isPartOf(each, table))) {
                    execute("alter table " + each.name().sql() + " set (autovacuum_enabled = false)");
                }
            }
            execute("vacuum (freeze, analyze) " + table.name().sql());
        }
        execute("reset default_statistics_target");
    }

    private boolean isPartOf(Table part, Table whole) {
        QualifiedName parent = part.partitionOf();
        return parent != null
                && (parent.equals(whole.name())
                        || catalog.table(parent)
                                .filter(table -> isPartOf(table, whole))
                                .isPresent());
    }
}
