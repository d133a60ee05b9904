package org.pgassay.probe.seeds;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Seeding;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.server.Database;
import org.pgassay.probe.Bench;
import org.pgassay.probe.seeds.Contents.TableContents;
import org.pgassay.seeding.SeedRunner;

/**
 * Runs the seeds in two copies of the migrated database: once in the one whose rows are looked at, twice in the other.
 *
 * <p>The copies tell what differs from run to run, such as the time of day, and what a second run changes. Not safe for use
 * by several threads.
 */
public final class SeedTrial implements Seeding {

    private final Bench bench;
    private @Nullable Supplier<Held> held;
    private boolean untried;

    /** Seeds on that bench. */
    public SeedTrial(Bench bench) {
        this.bench = bench;
    }

    /**
     * All that was found out.
     *
     * @param failure of the first run, in either copy
     * @param first what the tables hold where the seeds have run once
     * @param before what they held before, in the other copy; null if the first run failed, like the next two
     * @param once what they hold there after one run
     * @param twice after two; null if the second one failed
     * @param again why it did
     */
    private record Held(
            Bench.Seeded seeded,
            SeedRunner.@Nullable Failure failure,
            Contents first,
            @Nullable Contents before,
            @Nullable Contents once,
            @Nullable Contents twice,
            SeedRunner.@Nullable Failure again) {}

    @Override
    public Ran ran() {
        Held all = held();
        List<QualifiedName> touched = new ArrayList<>();
        if (all.before() != null && all.once() != null) {
            Map<QualifiedName, TableContents> before = all.before().tables();
            all.once().tables().forEach((name, now) -> {
                if (!now.equals(before.get(name))) {
                    touched.add(name);
                }
            });
        }
        return new Ran(
                all.seeded().role(),
                all.seeded().outcome().done().stream()
                        .map(done -> new Done(done.step(), done.count()))
                        .toList(),
                failure(all.failure()),
                touched);
    }

    @Override
    public Again again() {
        Held all = held();
        Contents once = whole(all).once();
        List<Change> changes = new ArrayList<>();
        if (once == null) {
            throw new IllegalStateException("the seeds came to their end, and what they left was not read");
        }
        Contents twice = all.twice();
        if (twice != null) {
            once.tables().forEach((name, earlier) -> {
                TableContents later = twice.tables().get(name);
                if (later != null && !later.equals(earlier)) {
                    changes.add(new Change(name, earlier.rows(), later.rows(), later.others(earlier)));
                }
            });
        }
        List<TableContents> filled =
                once.tables().values().stream().filter(each -> each.rows() > 0).toList();
        return new Again(
                all.seeded().role(),
                failure(all.again()),
                changes,
                filled.size(),
                filled.stream().mapToLong(TableContents::rows).sum());
    }

    @Override
    public Answer read(String query) {
        Held all = whole(held());
        try (Connection connection = bench.open(all.seeded().database())) {
            Reading.begin(connection);
            return Reading.answer(connection, query);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public String reader() {
        return bench.server().superuser();
    }

    @Override
    public String when() {
        return bench.seeds().steps().isEmpty() ? "after the migrations" : "after the seeds";
    }

    @Override
    public List<Filled> filled() {
        Supplier<Held> known = held;
        if (known == null || untried) {
            return List.of();
        }
        Held all = known.get();
        Contents once = all.once();
        if (once == null) {
            return List.of();
        }
        List<Filled> filled = new ArrayList<>();
        try (Connection connection = bench.open(all.seeded().database())) {
            Reading.begin(connection);
            for (Map.Entry<QualifiedName, TableContents> table :
                    all.first().tables().entrySet()) {
                TableContents other = once.tables().get(table.getKey());
                if (table.getValue().rows() > 0 && other != null) {
                    filled.add(filled(connection, table.getKey(), table.getValue(), other));
                }
            }
            return filled;
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** The digest is of what is the same in both copies: the report of a second run must not differ. */
    private Filled filled(Connection connection, QualifiedName name, TableContents here, TableContents there)
            throws SQLException {
        List<String> varying = here.others(there);
        List<String> same = here.columns().keySet().stream()
                .filter(column -> !varying.contains(column))
                .toList();
        @Nullable
        String digest = same.isEmpty()
                ? null
                : Contents.digest(connection, bench.catalog().table(name).orElseThrow(), same);
        return new Filled(name, here.rows(), digest, varying);
    }

    private Held whole(Held all) {
        SeedRunner.Failure failure = all.failure();
        if (failure != null) {
            throw new UntriedException(
                    "the seeds fail at " + failure.at().file() + ":"
                            + failure.at().line(),
                    "Mend what seed/runs names first.");
        }
        return all;
    }

    private Held held() {
        Supplier<Held> known = held;
        if (known == null) {
            known = tried();
            held = known;
        }
        return known.get();
    }

    /** Why it could not be tried is kept as well. */
    private Supplier<Held> tried() {
        try {
            Held all = run();
            return () -> all;
        } catch (SQLException e) {
            untried = true;
            return () -> {
                throw broken(e);
            };
        } catch (RuntimeException e) {
            untried = true;
            return () -> {
                throw e;
            };
        }
    }

    private static IllegalStateException broken(SQLException e) {
        return new IllegalStateException("the database broke off while seeds were tried: " + e.getMessage(), e);
    }

    private Held run() throws SQLException {
        Bench.Seeded seeded = bench.seeded();
        SeedRunner.Failure failure = seeded.outcome().failure();
        Contents first = contents(seeded.database());
        if (failure != null) {
            return new Held(seeded, failure, first, null, null, null, null);
        }
        try (Database fresh = bench.cloned()) {
            Contents before = contents(fresh);
            SeedRunner.Failure later = bench.seed(fresh).failure();
            if (later != null) {
                return new Held(seeded, later, first, null, null, null, null);
            }
            Contents once = contents(fresh);
            SeedRunner.Failure again = bench.seed(fresh).failure();
            Contents twice = again == null ? contents(fresh) : null;
            return new Held(seeded, null, first, before, once, twice, again);
        }
    }

    private Contents contents(Database database) throws SQLException {
        try (Connection connection = bench.open(database)) {
            Reading.begin(connection);
            return Contents.read(connection, bench.catalog());
        }
    }

    private static @Nullable Failure failure(SeedRunner.@Nullable Failure failure) {
        return failure == null ? null : new Failure(failure.step(), failure.at(), failure.message());
    }
}
