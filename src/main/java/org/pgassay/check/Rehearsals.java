package org.pgassay.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.migration.log.History;

/**
 * Experiments with the revisions on databases of their own. Each is held when it is first asked for, and once.
 *
 * <p>All throw {@link UntriedException} where an experiment cannot be held, with the reason.
 */
public interface Rehearsals {

    /** Applies, undoes and applies again each revision of the range, one after the other. */
    List<Undone> reversal(Range range);

    /** Applies all revisions in several ways; the first way is the one that the others are compared with. */
    List<Way> convergence(Range range);

    /** Applies all revisions, and then all of them again. */
    Replay replay();

    /**
     * Applies the revisions up to one, puts rows in, and applies the others one by one.
     *
     * @param at the id of a revision of the graph
     * @param rows how many rows go into each table that holds none
     */
    Survival populated(String at, int rows);

    /** Tries the queries after each revision. */
    List<Tried> contracts(List<Query> queries);

    /** What each revision does when the tool is told to stop after each: then each has transactions of its own. */
    History stepwise();

    /** Reads and writes the tables that are there while each revision is applied. */
    List<Watched> blocking();

    /** Applies the stages of SQL files one after the other, and tries with each what is asked for. */
    StagesTried stages(StageTrials trials);

    /**
     * What is tried with stages. Each that is one transaction is made to fail, too.
     *
     * @param rerun the names of those that are run again
     * @param undone the names of those that are rolled back right after they were applied
     * @param plan the names of those that are rolled back once all are applied, in the order of applying; none for no plan
     */
    record StageTrials(Set<String> rerun, Set<String> undone, List<String> plan) {

        /** Copies the collections. */
        public StageTrials {
            rerun = Set.copyOf(rerun);
            undone = Set.copyOf(undone);
            plan = List.copyOf(plan);
        }
    }

    /**
     * What came of trying stages.
     *
     * @param stages in the order of applying
     * @param plan what came of rolling them back from the last to the first; it ends with the first that could not be
     */
    record StagesTried(List<StageTried> stages, List<RolledBack> plan) {

        /** Copies the lists. */
        public StagesTried {
            stages = List.copyOf(stages);
            plan = List.copyOf(plan);
        }

        /** What came of the stage of that name. */
        public StageTried of(String name) {
            return stages.stream()
                    .filter(stage -> stage.revision().id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no stage " + name));
        }
    }

    /**
     * What came of trying a stage; null where that was not asked for.
     *
     * @param added how many objects there are more after it, by measure
     * @param idle whether it changes neither schema nor rows, so that nothing is told by what follows
     * @param failing what was left after it failed at its end, compared with what was there before
     * @param rerun what was there after it was run again, compared with the first time
     * @param undone what was there after it was rolled back, compared with what was before it
     * @param again the schema after it was applied once more, compared with the first time
     */
    record StageTried(
            Revision revision,
            Map<String, Long> added,
            boolean idle,
            @Nullable Aftermath failing,
            @Nullable Aftermath rerun,
            @Nullable Aftermath undone,
            @Nullable Aftermath again) {

        /** Copies the map, keeping its order. */
        public StageTried {
            added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
        }
    }

    /** A stage that was rolled back as part of a plan, and what was there then, compared with what was before it. */
    record RolledBack(Revision revision, Aftermath aftermath) {}

    /**
     * What is there after something was tried, compared with what there should be.
     *
     * @param failure why it could not be done; null if it could
     * @param schema how the schema differs
     * @param rows how the rows of the tables differ
     * @param refused the expected errors that it met
     */
    record Aftermath(
            MigrationRun.@Nullable Failure failure,
            Difference schema,
            List<Loss> rows,
            List<MigrationRun.Refused> refused) {

        /** Copies the lists. */
        public Aftermath {
            rows = List.copyOf(rows);
            refused = List.copyOf(refused);
        }

        /** Whether it could be done, and all is as it should be. */
        public boolean clean() {
            return failure == null && schema.isEmpty() && rows.isEmpty();
        }
    }

    /**
     * Which revisions are undone.
     *
     * @param downTo the last revision that stays; null for none
     * @param except the ids of those that need not be undone
     */
    record Range(@Nullable String downTo, Set<String> except) {

        /** The word for the state before the first revision. */
        public static final String BASE = "base";

        /** Copies the set. */
        public Range {
            except = Set.copyOf(except);
        }

        /** The revisions to be undone of those in an order, in that order. */
        public List<Revision> of(List<Revision> order) {
            int first = 0;
            for (int i = 0; i < order.size(); i++) {
                if (order.get(i).id().equals(downTo)) {
                    first = i + 1;
                }
            }
            return order.subList(first, order.size());
        }
    }

    /**
     * What came of applying, undoing and applying again one revision.
     *
     * @param downFailure why it could not be undone; then nothing after that was tried
     * @param afterDown the schema after undoing it, compared with that before it was applied
     * @param upFailure why it could not be applied again
     * @param afterUp the schema after applying it again, compared with that after the first time
     * @param rows how many rows the tables held meanwhile
     * @param lost what became of those rows: those that are not as they were after undoing it
     * @param withoutRows why it was tried on empty tables only; null if it was tried on rows, or there was no table
     */
    record Undone(
            Revision revision,
            MigrationRun.@Nullable Failure downFailure,
            Difference afterDown,
            MigrationRun.@Nullable Failure upFailure,
            Difference afterUp,
            int rows,
            List<Loss> lost,
            @Nullable String withoutRows) {

        /** Copies the list. */
        public Undone {
            lost = List.copyOf(lost);
        }

        /** Whether it leaves and loses nothing. */
        public boolean clean() {
            return downFailure == null
                    && upFailure == null
                    && afterDown.isEmpty()
                    && afterUp.isEmpty()
                    && lost.isEmpty();
        }
    }

    /**
     * A way of applying all revisions.
     *
     * @param name such as {@code one by one}
     * @param revisions how many revisions were applied
     * @param undone how many were undone on the way
     * @param stopped the revision that failed, if one did
     * @param failure why it failed
     * @param fromFirst its schema, compared with that of the first way
     */
    record Way(
            String name,
            int revisions,
            int undone,
            @Nullable Revision stopped,
            MigrationRun.@Nullable Failure failure,
            Difference fromFirst) {}

    /**
     * What came of applying everything twice.
     *
     * @param revisions how many were applied again
     * @param stopped the revision that refused the second time, if one did
     * @param failure what it said
     * @param changes what the second time changed in the schema
     * @param rows what it changed in the rows
     */
    record Replay(
            int revisions,
            @Nullable Revision stopped,
            MigrationRun.@Nullable Failure failure,
            Difference changes,
            List<Loss> rows) {

        /** Copies the list. */
        public Replay {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What became of rows.
     *
     * @param column the column that it is about; null for the table's rows as a whole
     * @param what what happened, following the name in a sentence
     */
    record Loss(QualifiedName table, @Nullable String column, String what) {}

    /**
     * What became of rows through the revisions after one.
     *
     * @param tables that there were after that one
     * @param losses each with the revision after which it was first seen
     * @param revisions how many were applied over the rows
     * @param stopped the revision that did not apply over the rows, if one did not
     * @param failure why
     */
    record Survival(
            List<Held> tables,
            List<LossAt> losses,
            int revisions,
            @Nullable Revision stopped,
            MigrationRun.@Nullable Failure failure) {

        /** Copies the lists. */
        public Survival {
            tables = List.copyOf(tables);
            losses = List.copyOf(losses);
        }
    }

    /**
     * A table with rows, or without.
     *
     * @param rows how many it held
     * @param obstacle why it held none; null if it held some
     */
    record Held(QualifiedName table, int rows, @Nullable String obstacle) {}

    /** A loss, and the revision after which it was first seen. */
    record LossAt(Revision revision, Loss loss) {}

    /**
     * A query with parameters {@code $1}, {@code $2} and so on.
     *
     * @param parameters how many there are
     */
    record Query(String name, String sql, int parameters) {}

    /**
     * What came of a query after each revision.
     *
     * @param role who tried it
     * @param states in the order of the revisions
     */
    record Tried(Query query, String role, List<State> states) {

        /** Copies the list. */
        public Tried {
            states = List.copyOf(states);
        }
    }

    /**
     * What PostgreSQL said to a query after a revision.
     *
     * @param refusal its message; null if it would run
     */
    record State(Revision revision, @Nullable String refusal) {}

    /**
     * How long others were kept waiting while a revision was applied.
     *
     * @param failure why it was not applied; then nothing was measured
     * @param tables that existed before it
     * @param disturbed the longest time, in nanoseconds, that reading and writing a table took which the revision does not
     *     know: what is not longer says nothing
     */
    record Watched(Revision revision, MigrationRun.@Nullable Failure failure, List<Wait> tables, long disturbed) {

        /** Copies the list. */
        public Watched {
            tables = List.copyOf(tables);
        }
    }

    /**
     * How long others were kept waiting for a table.
     *
     * @param loops how often it was read and written meanwhile
     * @param longest the longest wait in nanoseconds
     */
    record Wait(QualifiedName table, int loops, long longest) {}
}
