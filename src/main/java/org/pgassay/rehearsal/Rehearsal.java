package org.pgassay.rehearsal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pgassay.check.Rehearsals;
import org.pgassay.migration.log.History;

/** Holds rehearsals when they are first asked for. Not safe for use by several threads. */
public final class Rehearsal implements Rehearsals {

    private final Stage stage;
    private final Map<List<Object>, Supplier<Object>> held = new HashMap<>();

    /** Rehearsals on that stage. */
    public Rehearsal(Stage stage) {
        this.stage = stage;
    }

    private interface Experimenting<T> {
        T run() throws SQLException;
    }

    /** What came of it is kept, and so is why it could not be held. */
    @SuppressWarnings("unchecked")
    private <T> T once(List<Object> what, Experimenting<T> experiment) {
        Supplier<Object> known = held.get(what);
        if (known == null) {
            known = outcome(experiment);
            held.put(what, known);
        }
        return (T) known.get();
    }

    private static <T> Supplier<Object> outcome(Experimenting<T> experiment) {
        try {
            T result = experiment.run();
            return () -> result;
        } catch (SQLException e) {
            return () -> {
                throw new IllegalStateException("the database broke off during a rehearsal: " + e.getMessage(), e);
            };
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    @Override
    public List<Undone> reversal(Range range) {
        return once(List.of("reversal", range), () -> new Reversing(stage).run(range));
    }

    @Override
    public List<Way> convergence(Range range) {
        return once(List.of("convergence", range), () -> new Repeating(stage).ways(range));
    }

    @Override
    public Replay replay() {
        return once(List.of("replay"), () -> new Repeating(stage).replay());
    }

    @Override
    public Survival populated(String at, int rows) {
        return once(List.of("populated", at, rows), () -> new Populating(stage).run(at, rows));
    }

    @Override
    public List<Tried> contracts(List<Query> queries) {
        return once(List.of("contracts", queries), () -> new Contracting(stage).run(queries));
    }

    @Override
    public History stepwise() {
        return once(List.of("stepwise"), () -> new Recording(stage).run());
    }

    @Override
    public List<Watched> blocking() {
        return once(List.of("blocking"), () -> new Watching(stage).run());
    }

    @Override
    public StagesTried stages(StageTrials trials) {
        return once(List.of("stages", trials), () -> new Staging(stage).run(trials));
    }
}
