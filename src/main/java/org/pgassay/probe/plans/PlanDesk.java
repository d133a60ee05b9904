package org.pgassay.probe.plans;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.QueryPlans;
import org.pgassay.check.UntriedException;
import org.pgassay.plan.SimulationImpossibleException;
import org.pgassay.plan.StatisticsException;
import org.pgassay.postgres.bulk.RowsImpossibleException;
import org.pgassay.probe.Bench;

/**
 * Asks clones of the migrated database for plans. What came of a question is kept, and so are the clones of the last few
 * scales. Not safe for use by several threads.
 */
public final class PlanDesk implements QueryPlans, AutoCloseable {

    /** More clones are not kept: each has a connection of its own. */
    private static final int KEPT = 6;

    private final Bench bench;
    private final Map<Object, Supplier<Answer>> answers = new HashMap<>();
    private final OptionalLong measured;
    private final Map<Scale, Scale> shared;
    private final Map<Object, Stand> stands = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A desk over the bench's database.
     *
     * @param measured how many rows a table is really given at most; nothing where plans are not to be measured over rows
     * @param scales that will be asked about, as far as they are known
     */
    public PlanDesk(Bench bench, OptionalLong measured, List<Scale> scales) {
        this.shared = SharedScales.of(scales, bench.catalog());
        this.bench = bench;
        this.measured = measured;
    }

    @Override
    public OptionalLong measured() {
        return measured;
    }

    private record Asked(Query query, Situation situation) {}

    @Override
    public Answer plan(Query query, Situation situation) {
        return answers.computeIfAbsent(new Asked(query, situation), asked -> outcome(query, situation))
                .get();
    }

    @Override
    public String role(Query query) {
        try {
            return roleOf(query).name();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private Supplier<Answer> outcome(Query query, Situation situation) {
        try {
            Answer answer = answer(query, situation);
            return () -> answer;
        } catch (SQLException e) {
            return () -> {
                throw broken(e);
            };
        } catch (StatisticsException e) {
            return untried(new UntriedException(
                    "what 'at' states cannot be: " + e.getMessage(), "Correct what is stated of that table."));
        } catch (RowsImpossibleException e) {
            String constraint = e.constraint();
            return untried(new UntriedException(
                    "rows as 'at' states them could not be made in " + e.table().sql()
                            + (constraint == null ? "" : ", because of " + constraint) + ": " + e.getMessage(),
                    "State values that the table takes, under 'at' or 'sampleRows'; the other tiers go on without rows."));
        } catch (SimulationImpossibleException e) {
            return untried(new UntriedException(
                    "sizes of tables cannot be simulated here: " + e.getMessage(),
                    "Verify on the embedded server; 'servable: true' is tried on any server."));
        } catch (UntriedException e) {
            return untried(e);
        }
    }

    private static Supplier<Answer> untried(UntriedException reason) {
        return () -> {
            throw reason;
        };
    }

    private static IllegalStateException broken(SQLException e) {
        return new IllegalStateException("the database broke off while a query was planned: " + e.getMessage(), e);
    }

    private Answer answer(Query query, Situation situation) throws SQLException {
        Role role = roleOf(query);
        long start = System.nanoTime();
        try {
            if (situation instanceof Situation.AsItIs as) {
                return stand(Optional.empty())
                        .explaining()
                        .plan(query, role.name(), role.taken(), role.tenant(), Set.of(), as.avoided());
            }
            if (situation instanceof Situation.Filled filled) {
                return filled(query, role, filled);
            }
            Situation.AtSize at = (Situation.AtSize) situation;
            return stand(at.scale())
                    .explaining()
                    .plan(query, role.name(), role.taken(), role.tenant(), at.without(), at.avoided());
        } finally {
            bench.measured("plans", System.nanoTime() - start);
        }
    }

    /** The tenant whose context is entered must be met in the rows, or none of them would be found. */
    private Answer filled(Query query, Role role, Situation.Filled filled) throws SQLException {
        Map<QualifiedName, Map<String, List<String>>> wanted = new LinkedHashMap<>(filled.wanted());
        if (role.tenant()) {
            Tenancy.want(bench, query, filled.scale(), wanted);
        }
        Situation.Filled rows = new Situation.Filled(filled.scale(), wanted);
        Stand stand = stands.get(rows);
        if (stand == null) {
            free();
            long start = System.nanoTime();
            stand = Stand.filled(bench, rows.scale(), wanted);
            bench.measured("plans: rows", System.nanoTime() - start);
            stands.put(rows, stand);
        }
        return stand.explaining().run(query, role.name(), role.taken(), role.tenant());
    }

    /** Makes room for one more. */
    private void free() throws SQLException {
        if (stands.size() == KEPT) {
            Map.Entry<Object, Stand> oldest = stands.entrySet().iterator().next();
            stands.remove(oldest.getKey());
            oldest.getValue().close();
        }
    }

    /**
     * A role to plan as.
     *
     * @param taken null where the superuser is that role
     * @param tenant whether it works for tenants
     */
    private record Role(String name, @Nullable String taken, boolean tenant) {}

    private Role roleOf(Query query) throws SQLException {
        String as = query.as();
        String application = bench.statedApplication();
        if ((as == null && application != null) || "application".equals(as)) {
            String name = bench.application();
            return new Role(name, name, bench.context().isPresent());
        }
        String name = as == null || as.equals("owner") ? bench.owner() : as;
        boolean superuser = name.equals(bench.server().superuser());
        return new Role(
                name,
                superuser ? null : name,
                name.equals(application) && bench.context().isPresent());
    }

    /** What cannot be must be said of the query that states it, and not of the others. */
    private Stand stand(Scale scale) throws SQLException {
        try {
            return stand(Optional.of(shared.getOrDefault(scale, scale)));
        } catch (StatisticsException e) {
            shared.remove(scale);
            return stand(Optional.of(scale));
        }
    }

    private Stand stand(Optional<Scale> scale) throws SQLException {
        Stand known = stands.get(scale);
        if (known != null) {
            return known;
        }
        if (scale.isPresent() && !bench.server().ephemeral()) {
            throw new UntriedException(
                    "the sizes of tables are simulated in the files of a server, and "
                            + bench.server().description() + " is not pgAssay's own",
                    "Verify on the embedded server or in a container; 'servable: true' is tried on any server.");
        }
        free();
        long start = System.nanoTime();
        Stand made = scale.isPresent() ? Stand.at(bench, scale.get()) : Stand.asItIs(bench);
        bench.measured("plans: clones", System.nanoTime() - start);
        stands.put(scale, made);
        return made;
    }

    /** Drops the clones that are kept. */
    @Override
    public void close() {
        try {
            for (Stand stand : stands.values()) {
                stand.close();
            }
            stands.clear();
        } catch (SQLException e) {
            throw broken(e);
        }
    }
}
