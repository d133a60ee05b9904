package org.pgassay.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.NamedParameters;

/** Several connections that work on the same rows at once. */
public interface Contention {

    /**
     * Lets workers claim the jobs of a queue until none is left. First each claims once and keeps its claim open, so that
     * what they do to each other does not depend on who is faster.
     *
     * @throws UntriedException if that cannot be tried
     */
    Outcome work(Queue queue);

    /**
     * A table whose rows are jobs, and how workers take them.
     *
     * @param workers how many there are, each with a connection of its own
     * @param jobs how many rows are made up
     * @param claim gives a worker the rows that are its jobs
     * @param complete is run for each such row, whose columns are parameters of it; null where claiming is all there is
     * @param params further parameters of both, by name
     * @param values what the columns of the jobs hold, by name
     * @param asApplication whether the spec says as which role the application works
     * @param held how long claims are kept open at least while someone waits for them, in nanoseconds
     * @param kill whether workers are killed that have claimed a job
     * @param at where the spec states it
     */
    record Queue(
            String name,
            QualifiedName table,
            int workers,
            int jobs,
            NamedParameters claim,
            @Nullable NamedParameters complete,
            Map<String, String> params,
            Map<String, SourceText> values,
            boolean asApplication,
            long held,
            boolean kill,
            Location at) {

        /** Copies the maps, keeping their order. */
        public Queue {
            params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        /** The role that the workers logged in as. */
        String role();
    }

    /** A statement of a worker. */
    enum Part {
        CLAIM,
        COMPLETE
    }

    /** PostgreSQL refused a worker's statement, and will whenever it is run. */
    record Refused(String role, Part part, String message) implements Outcome {}

    /**
     * The workers claimed until nothing was left, or for ever.
     *
     * @param deaths null where none was killed
     */
    record Worked(
            String role,
            Together together,
            Tally tally,
            @Nullable Deaths deaths) implements Outcome {}

    /**
     * What the workers' first claims gave, while all that gave something were open.
     *
     * @param workers how many claimed
     * @param holding how many got a job
     * @param sharing how many of these got one and the same job, if more than one did
     * @param blocked how many waited for another's claim to end, for as long as that was kept open
     */
    record Together(int workers, int holding, int sharing, int blocked) {}

    /**
     * What became of the jobs but those of workers that were killed.
     *
     * @param lost how many no worker got, not even one who was alone in the end
     * @param again whether some were given out more than once
     * @param endless whether that was so without end, so that the workers were stopped
     * @param idle how many were claimed, and completing them changed nothing
     */
    record Tally(int lost, boolean again, boolean endless, int idle) {}

    /**
     * What became of the jobs of workers that were killed.
     *
     * @param workers how many were killed
     * @param lost how many of their jobs no other worker got
     * @param again whether some of them were given out more than once after that
     */
    record Deaths(int workers, int lost, boolean again) {}
}
