package org.pgassay.probe.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.QueryPlans.Answer;
import org.pgassay.check.QueryPlans.Query;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.plans.PlanReader;
import org.pgassay.probe.TenantContext;

/** Asks one connection for plans, each in a transaction that is rolled back. */
final class Explaining {

    private static final String PLAN = "explain (format json, verbose) ";

    /** Without times: they differ from run to run. */
    private static final String RUN =
            "explain (analyze, buffers, timing off, summary off, format json, verbose) ";

    /** What a role's sessions begin with. */
    private static final String SETTINGS = """
            select pg_catalog.set_config(pg_catalog.split_part(setting, '=', 1),
                                         pg_catalog.substr(setting, pg_catalog.strpos(setting, '=') + 1), true)
            from pg_catalog.pg_db_role_setting s
            join pg_catalog.pg_roles r on r.oid = s.setrole and r.rolname = ?
            left join pg_catalog.pg_database d on d.oid = s.setdatabase
            cross join pg_catalog.unnest(s.setconfig) as setting
            where s.setdatabase = 0 or d.datname = pg_catalog.current_database()
            order by s.setdatabase
            """;

    private static final String MEMORY = """
            select pg_catalog.pg_size_bytes(pg_catalog.current_setting('work_mem')),
                   coalesce(pg_catalog.current_setting('hash_mem_multiplier', true), '1')::float8
            """;

    /** The constraint that an index stands behind; of a partition's index the whole one's. */
    private static final String DISABLE = """
            update pg_catalog.pg_index set indisvalid = false
            where indexrelid = pg_catalog.to_regclass(?)
               or indexrelid in (select relid from pg_catalog.pg_partition_tree(pg_catalog.to_regclass(?)))
            """;

    /** PostgreSQL's classes of errors that say nothing of the query: operator intervention. */
    private static final String INTERVENTION = "57";

    private static final Set<String> BROKEN = Set.of("08", "53", "58", "XX");

    private final Connection connection;
    private final Optional<TenantContext> context;
    private final boolean reading;

    /**
     * Asks a connection.
     *
     * @param connection of a superuser, or of the role that all is planned as
     * @param reading whether nothing may be written there
     */
    Explaining(Connection connection, Optional<TenantContext> context, boolean reading) {
        this.connection = connection;
        this.context = context;
        this.reading = reading;
    }

    /**
     * The plan.
     *
     * @param role to plan as; null for the connection's own
     * @param tenant whether the tenant's context is entered first
     */
    Answer plan(
            Query query,
            String shown,
            @Nullable String role,
            boolean tenant,
            Set<QualifiedName> without,
            Set<String> off)
            throws SQLException {
        return answer(query, shown, role, tenant, without, off, PLAN);
    }

    /**
     * Runs the query, and undoes what it does.
     *
     * <p>The planner reckons with parallel workers, and none is started: who reads how many of the rows would be a matter of
     * chance.
     */
    Answer run(Query query, String shown, @Nullable String role, boolean tenant) throws SQLException {
        execute("set max_parallel_workers = 0");
        execute("set jit = off");
        Answer answer = answer(query, shown, role, tenant, Set.of(), Set.of(), RUN);
        return answer instanceof Answer.Planned planned ? comparable(planned) : answer;
    }

    private static Answer comparable(Answer.Planned planned) {
        String json = PlanReader.comparable(planned.json());
        return new Answer.Planned(PlanReader.read(json), json, planned.role(), planned.memory(), planned.hashing());
    }

    private Answer answer(
            Query query,
            String shown,
            @Nullable String role,
            boolean tenant,
            Set<QualifiedName> without,
            Set<String> off,
            String explain)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            if (reading) {
                execute("set transaction read only");
            }
            for (QualifiedName index : new TreeSet<>(without)) {
                disable(index);
            }
            for (String setting : new TreeSet<>(off)) {
                execute("set local " + setting + " = off");
            }
            if (role != null) {
                become(role);
            }
            if (tenant) {
                enter(query.params());
            }
            return answer(query, shown, explain);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Answer answer(Query query, String role, String explain) throws SQLException {
        long memory;
        double hashing;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MEMORY)) {
            row.next();
            memory = row.getLong(1);
            hashing = row.getDouble(2);
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(explain + query.sql())) {
                row.next();
                String json = row.getString(1);
                return new Answer.Planned(PlanReader.read(json), json, role, memory, hashing);
            }
        } catch (SQLException e) {
            return refused(e, role);
        }
    }

    private static Answer refused(SQLException e, String role) throws SQLException {
        String state = e.getSQLState() == null ? "XX" : e.getSQLState();
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (state.startsWith(INTERVENTION)) {
            throw new UntriedException(
                    "PostgreSQL gave up on it: " + message, "Verify on a machine that has less else to do.");
        } else if (BROKEN.stream().anyMatch(state::startsWith)) {
            throw e;
        }
        return new Answer.Refused(message.replaceFirst("^ERROR: ", "ERROR " + state + ": "), role);
    }

    private void become(String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTINGS)) {
            statement.setString(1, role);
            statement.executeQuery().close();
        }
        execute("set local session authorization " + Identifiers.quote(role));
    }

    /** As no row is there that a tenant could be found in, a tenant is made up; a parameter of its name goes before. */
    private void enter(Map<String, @Nullable String> params) throws SQLException {
        if (context.isEmpty()) {
            return;
        }
        TenantContext tenant = context.get();
        List<SQLException> refusals = new ArrayList<>();
        for (String made : Tenancy.MADE_UP) {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            tenant.columns().keySet().forEach(column -> values.put(column, params.getOrDefault(column, made)));
            var before = connection.setSavepoint();
            try {
                tenant.enter(connection, values);
                return;
            } catch (SQLException e) {
                refusals.add(e);
                connection.rollback(before);
            }
        }
        throw new UntriedException(
                "the tenant's context cannot be entered: " + refusals.get(0).getMessage(),
                "Correct 'tenancy: {context: …}', or let the application's role do what it does.");
    }

    /** Has the planner pass an index by. Dropping it would drop foreign keys along, which the planner goes by too. */
    private void disable(QualifiedName index) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DISABLE)) {
            statement.setString(1, index.sql());
            statement.setString(2, index.sql());
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
