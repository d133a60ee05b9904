package org.pgassay.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.StatisticsFile;
import org.pgassay.plan.TableSize;

/**
 * What PostgreSQL plans to do with queries. Each is asked for once, and none is run.
 *
 * <p>All throw {@link UntriedException} where that cannot be known here, with the reason.
 */
public interface QueryPlans {

    /** The plan of a query in a situation. */
    Answer plan(Query query, Situation situation);

    /**
     * How many rows a table is really given at most, where plans are measured over rows; nothing where that was not asked
     * for.
     */
    default OptionalLong measured() {
        return OptionalLong.empty();
    }

    /** The name of the role that a query is planned as. */
    String role(Query query);

    /**
     * A query.
     *
     * @param sql with constants in place of its parameters
     * @param params the values of the parameters, of which the tenant's context takes those that it knows
     * @param as {@code application}, {@code owner} or a role's name; null for the application if the spec names its role,
     *     otherwise the owner
     */
    record Query(
            String sql,
            Map<String, @Nullable String> params,
            @Nullable String as) {

        /** Copies the map, keeping its order. */
        public Query {
            params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        }
    }

    /** What the planner goes by. */
    sealed interface Situation {

        /**
         * The tables as the migrations leave them, with kinds of steps that the planner is to avoid if it can.
         *
         * @param avoided settings to switch off, such as {@code enable_seqscan}
         */
        record AsItIs(Set<String> avoided) implements Situation {

            /** Copies the set. */
            public AsItIs {
                avoided = Set.copyOf(avoided);
            }
        }

        /**
         * Tables of stated sizes, without some indexes (and the constraints that these stand behind), and with kinds of
         * steps that the planner is to avoid if it can.
         */
        record AtSize(Scale scale, Set<QualifiedName> without, Set<String> avoided) implements Situation {

            /** Copies the sets. */
            public AtSize {
                without = Set.copyOf(without);
                avoided = Set.copyOf(avoided);
            }

            /** With nothing left out. */
            public AtSize(Scale scale) {
                this(scale, Set.of(), Set.of());
            }
        }

        /**
         * Tables that really have so many rows; there the query is run, and what it does is undone.
         *
         * @param wanted values that must be met in the rows, by table and column
         */
        record Filled(Scale scale, Map<QualifiedName, Map<String, List<String>>> wanted) implements Situation {

            /** Copies the maps. */
            public Filled {
                Map<QualifiedName, Map<String, List<String>>> copy = new LinkedHashMap<>();
                wanted.forEach((table, columns) ->
                        copy.put(table, Collections.unmodifiableMap(new LinkedHashMap<>(columns))));
                wanted = Collections.unmodifiableMap(copy);
            }
        }
    }

    /**
     * The sizes of tables.
     *
     * @param sizes what a spec states
     * @param statistics those of a database in production; nothing where the spec names no file of them
     */
    record Scale(List<TableSize> sizes, Optional<StatisticsFile> statistics) {

        /** Copies the list. */
        public Scale {
            sizes = List.copyOf(sizes);
        }
    }

    /** What came of asking. */
    sealed interface Answer {

        /**
         * A plan.
         *
         * @param json as PostgreSQL printed it; of one that was run without what differs from run to run
         * @param role as whom it was asked for
         * @param memory that a step may take, in bytes
         * @param hashing how many times that a step may take which hashes
         */
        record Planned(PlanNode root, String json, String role, long memory, double hashing) implements Answer {}

        /** PostgreSQL's refusal. */
        record Refused(String message, String role) implements Answer {}
    }
}
