package org.pgassay.probe.tenancy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Isolation.Belonging;
import org.pgassay.check.Isolation.TenantColumn;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.rows.RowSynthesizer;
import org.pgassay.probe.Bench;
import org.pgassay.probe.TenantContext;
import org.pgassay.rows.Confinement;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.Row;

/** Gives tenants rows in every table: each row with parents of the same tenant. */
final class Populating {

    private final Bench bench;
    private final World world;
    private final Connection connection;
    private final RowSynthesizer synthesizer;
    private final Map<QualifiedName, String> obstacles = new LinkedHashMap<>();

    /**
     * Over a connection as the superuser.
     *
     * @param connection not in auto-commit mode
     */
    Populating(Bench bench, World world, Connection connection) throws SQLException {
        this.bench = bench;
        this.world = world;
        this.connection = connection;
        this.synthesizer = RowSynthesizer.over(connection, world.catalog(), bench.samples(), bench.seed());
    }

    /** Why there is no row, by table. */
    Map<QualifiedName, String> obstacles() {
        return obstacles;
    }

    /**
     * Makes a tenant.
     *
     * @param number how many there were before
     */
    Tenant tenant(int number) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (TenantColumn column : world.plan().columns()) {
            root(column, values, number);
        }
        enter(values);
        RowSynthesizer within = within(values, number);
        Set<QualifiedName> roots =
                world.plan().columns().stream().map(TenantColumn::root).collect(Collectors.toSet());
        List<QualifiedName> tables = world.plan().tables().stream()
                .map(Belonging::table)
                .filter(table -> !roots.contains(table))
                .toList();
        for (Outcome outcome : within.populate(tables, 1)) {
            obstacle(outcome).ifPresent(reason -> obstacles.putIfAbsent(outcome.table(), reason));
        }
        Map<QualifiedName, Placed> rows = new LinkedHashMap<>();
        for (Belonging table : world.plan().tables()) {
            placed(table, values).ifPresent(row -> rows.put(table.table(), row));
        }
        return new Tenant(values, rows);
    }

    private RowSynthesizer within(Map<String, String> values, int number) {
        Map<QualifiedName, List<String>> fixed = new LinkedHashMap<>();
        world.values(values).forEach((table, columns) -> fixed.put(table, List.copyOf(columns.keySet())));
        return synthesizer
                .with(bench.samples().from(number, fixed))
                .within(new Confinement(world.values(values), world.conditions(values)));
    }

    /** Makes the row that a tenant column refers to. */
    private void root(TenantColumn column, Map<String, String> values, int number) throws SQLException {
        if (world.catalog().table(column.root()).isEmpty()) {
            throw new UntriedException(
                    "there is no table " + column.root().sql() + ", so no tenants can be made",
                    "Correct the column that " + column.name() + " refers to.");
        }
        enter(values);
        Outcome outcome = within(values, number).rows(column.root(), 1);
        @Nullable String key = outcome.rows().stream()
                .map(Row::values)
                .map(row -> row.get(column.key()))
                .findFirst()
                .orElse(null);
        if (key == null) {
            throw new UntriedException(
                    "no tenant could be made in " + column.root().sql() + ": "
                            + obstacle(outcome).orElse("it has no value in " + column.key()),
                    "State under 'behaviour: {sampleRows: …}' what rows of " + column.root().sql() + " must have.");
        }
        values.put(column.name(), key);
    }

    private static Optional<String> obstacle(Outcome outcome) {
        if (outcome instanceof Outcome.Obstacle obstacle) {
            return Optional.of(obstacle.message());
        }
        return outcome instanceof Outcome.Skipped skipped ? Optional.of(skipped.reason()) : Optional.empty();
    }

    /** Triggers may ask for which tenant a row is put in; where the statement is refused, they get no answer. */
    private void enter(Map<String, String> values) throws SQLException {
        Optional<TenantContext> context = bench.context();
        if (context.isEmpty()) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            Map<String, @Nullable String> known = new LinkedHashMap<>(values);
            context.get().enter(connection, known);
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            Refusal.of(e);
            connection.rollback(before);
        }
    }

    private Optional<Placed> placed(Belonging belonging, Map<String, String> tenant) throws SQLException {
        Table table = world.table(belonging.table());
        List<String> columns = table.columns().stream().map(Column::name).toList();
        String values = columns.stream()
                .map(column -> ", cast(" + Identifiers.quote(column) + " as pg_catalog.text)")
                .collect(Collectors.joining());
        String sql = "select pgassay_row.tableoid, pgassay_row.ctid, cast(pgassay_row as pg_catalog.text)" + values
                + " from " + table.name().sql() + " pgassay_row where " + world.condition(belonging, tenant)
                + " order by pgassay_row.tableoid, pgassay_row.ctid limit 1";
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Map<String, @Nullable String> found = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    found.put(columns.get(i), row.getString(i + 4));
                }
                return Optional.of(new Placed(row.getString(1), row.getString(2), row.getString(3), found));
            }
        }
    }

    /** Brings materialized views up to date. */
    void refresh() throws SQLException {
        Set<QualifiedName> names = new TreeSet<>(world.plan().views());
        List<QualifiedName> materialized = new ArrayList<>();
        world.catalog().views().stream()
                .filter(view -> view.materialized() && names.contains(view.name()))
                .forEach(view -> materialized.add(view.name()));
        try (Statement statement = connection.createStatement()) {
            for (QualifiedName view : materialized) {
                statement.execute("refresh materialized view " + view.sql());
            }
        }
    }
}
