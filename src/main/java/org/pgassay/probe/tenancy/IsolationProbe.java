package org.pgassay.probe.tenancy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Isolation;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.server.Database;
import org.pgassay.probe.Bench;
import org.pgassay.probe.TenantContext;

/** Tries on a clone of its own what a tenant can do with another tenant's rows. Not safe for use by several threads. */
public final class IsolationProbe implements Isolation {

    private final Bench bench;
    private @Nullable Plan tried;
    private List<Attempt> attempts = List.of();
    private @Nullable UntriedException untried;

    /** Attempts on that bench. */
    public IsolationProbe(Bench bench) {
        this.bench = bench;
    }

    @Override
    public List<Attempt> attempts(Plan plan) {
        if (!plan.equals(tried)) {
            tried = plan;
            untried = null;
            long start = System.nanoTime();
            try {
                attempts = held(plan);
            } catch (UntriedException e) {
                untried = e;
            } catch (SQLException e) {
                throw new IllegalStateException("the attempts on tenants broke off: " + e.getMessage(), e);
            }
            bench.measured("tenants", System.nanoTime() - start);
        }
        if (untried != null) {
            throw untried;
        }
        return attempts;
    }

    private List<Attempt> held(Plan plan) throws SQLException {
        @Nullable TenantContext context = bench.context().orElse(null);
        if (plan.rowSecurity() && context == null) {
            throw new UntriedException(
                    "the spec does not say how the application tells the database for which tenant it works",
                    "State the statement under 'tenancy: {context: …}', or 'isolation: by-query' where row security does"
                            + " not keep the tenants apart.");
        }
        if (!plan.rowSecurity()
                && plan.tables().stream().allMatch(table -> table.references().isEmpty())) {
            return List.of();
        }
        String role = bench.application();
        World world = new World(bench.catalog(), plan);
        try (Database database = bench.cloned()) {
            Populated populated = populated(database, world);
            try (Attacker attacker = new Attacker(
                    bench.open(database, role), plan.rowSecurity() ? context : null, role)) {
                return new Campaign(attacker, world, populated.mine(), populated.theirs(), populated.obstacles())
                        .attempts(() -> new Attacker(bench.open(database, role), null, role));
            }
        }
    }

    private record Populated(Tenant mine, Tenant theirs, Map<QualifiedName, String> obstacles) {}

    private Populated populated(Database database, World world) throws SQLException {
        try (Connection connection = bench.open(database)) {
            connection.setAutoCommit(false);
            Populating populating = new Populating(bench, world, connection);
            Tenant mine = populating.tenant(0);
            Tenant theirs = populating.tenant(1);
            populating.refresh();
            try (Statement statement = connection.createStatement()) {
                statement.execute(helpers());
            }
            connection.commit();
            return new Populated(mine, theirs, populating.obstacles());
        }
    }

    private static String helpers() {
        try (InputStream in = IsolationProbe.class.getResourceAsStream("helpers.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
