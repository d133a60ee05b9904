package org.pgassay.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plans that a run has asked for, to be shown.
 *
 * @param accounts in the spec's order
 * @param notMissed the indexes of tables whose size is stated that no stated query would miss
 */
public record PlanBook(List<Account> accounts, List<String> notMissed) {

    /** No plans. */
    public static final PlanBook NONE = new PlanBook(List.of(), List.of());

    /** Copies the lists. */
    public PlanBook {
        accounts = List.copyOf(accounts);
        notMissed = List.copyOf(notMissed);
    }

    /**
     * A plan of a query.
     *
     * @param tier servable, chosen or measured
     * @param at the sizes of tables in words; empty where they are as the migrations left them
     * @param role as whom it was asked for
     * @param json as PostgreSQL printed it
     * @param marked the nodes that break what the spec states, in the order of {@link PlanWords#nodes}
     * @param nearTies where it is hardly better than another one
     * @param growth how its cost grows; null where that is not stated
     */
    public record Account(
            String query,
            String tier,
            String at,
            String role,
            PlanNode root,
            String json,
            List<Integer> marked,
            List<String> nearTies,
            @Nullable Growth growth) {

        /** Copies the lists. */
        public Account {
            marked = List.copyOf(marked);
            nearTies = List.copyOf(nearTies);
        }
    }
}
