package org.pgassay.probe.values;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.StoredValues;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.server.Database;
import org.pgassay.probe.Bench;

/** The values of a copy of the migrated database in which the seeds have run, which is made when it is first asked for. */
public final class SeededValues implements StoredValues {

    private final Bench bench;
    private @Nullable DatabaseValues values;

    private SeededValues(Bench bench) {
        this.bench = bench;
    }

    /** Values on that bench. */
    public static StoredValues on(Bench bench) {
        return new SeededValues(bench);
    }

    @Override
    public String source() {
        return "the migrated and seeded database";
    }

    @Override
    public List<Place> textColumns() {
        return values().textColumns();
    }

    @Override
    public long read(Place column, Consumer<Value> each) {
        return values().read(column, each);
    }

    private DatabaseValues values() {
        DatabaseValues known = values;
        if (known == null) {
            known = new DatabaseValues(source(), opening(), bench.schemas());
            values = known;
        }
        return known;
    }

    private DatabaseValues.Opening opening() {
        try {
            Bench.Seeded seeded = bench.seeded();
            if (seeded.outcome().failure() != null) {
                throw new UntriedException(
                        "the seeds do not run to their end, so that some of the values are not there",
                        "Mend the seeds first; seed/runs says what is wrong with them.");
            }
            Database database = seeded.database();
            return () -> bench.open(database);
        } catch (SQLException e) {
            throw new UntriedException(
                    "the seeded database cannot be made: SQLSTATE " + e.getSQLState(),
                    "Look into the server's log, and mend what stands in the way.");
        }
    }
}
