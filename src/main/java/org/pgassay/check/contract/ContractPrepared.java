package org.pgassay.check.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.Query;
import org.pgassay.check.Rehearsals.State;
import org.pgassay.check.Rehearsals.Tried;
import org.pgassay.migration.Revision;
import org.pgassay.spec.Location;
import org.pgassay.spec.Suggestions;

/**
 * A query must work after each revision of a range.
 *
 * @param all the spec's queries, which are tried together
 * @param since the revision after which it must work first; null for the first after which it does
 * @param until the revision after which it must work last; null for the last of all
 * @param asApplication whether the spec names a role that the application works as
 */
record ContractPrepared(
        Query query,
        List<Query> all,
        @Nullable String since,
        @Nullable String until,
        boolean asApplication,
        Location location)
        implements Check {

    static final String ID = "contract/prepared";

    /** Copies the list. */
    ContractPrepared {
        all = List.copyOf(all);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return query.name();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN, Need.REVISION_GRAPH, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Set<String> known =
                evidence.revisions().order().stream().map(Revision::id).collect(Collectors.toCollection(TreeSet::new));
        for (String named : named()) {
            if (!known.contains(named)) {
                return List.of(Finding.failed(
                        this,
                        "there is no revision " + named + Suggestions.didYouMean(named, List.copyOf(known))
                                + ", so when " + subject() + " must work is not said.",
                        "Correct the id.",
                        "a revision " + named,
                        "none"));
            }
        }
        Tried tried = evidence.rehearsals().contracts(all).stream()
                .filter(each -> each.query().equals(query))
                .findFirst()
                .orElseThrow();
        return List.of(finding(range(tried.states()), tried));
    }

    private List<String> named() {
        List<String> named = new ArrayList<>();
        if (since != null) {
            named.add(since);
        }
        if (until != null) {
            named.add(until);
        }
        return named;
    }

    /** From the revision since, or the first after which the query works, to the revision until. */
    private List<State> range(List<State> states) {
        int from = states.size();
        int to = states.size();
        for (int i = states.size() - 1; i >= 0; i--) {
            State state = states.get(i);
            if (since == null ? state.refusal() == null : state.revision().id().equals(since)) {
                from = i;
            }
            if (state.revision().id().equals(until)) {
                to = i + 1;
            }
        }
        return from >= to ? List.of() : states.subList(from, to);
    }

    private Finding finding(List<State> range, Tried tried) {
        if (range.isEmpty()) {
            return never(tried);
        }
        List<State> refused =
                range.stream().filter(state -> state.refusal() != null).toList();
        String first = range.get(0).revision().id();
        String last = range.get(range.size() - 1).revision().id();
        if (refused.isEmpty()) {
            return Finding.passed(
                    this,
                    subject() + " works after each revision from " + first + " to " + last + ", " + as(tried) + ".",
                    "prepared after each revision from " + first + " to " + last,
                    range.size());
        }
        State broken = refused.get(0);
        if (refused.size() == range.size()) {
            return never(tried);
        }
        return Finding.failed(
                        this,
                        subject() + " does not work after revision "
                                + broken.revision().id() + ", " + as(tried) + ": " + broken.refusal() + "."
                                + healed(range, broken),
                        "Keep what the release in production uses until it is replaced: expand first, contract with a"
                                + " later release.",
                        "prepared after each revision from " + first + " to " + last,
                        String.valueOf(broken.refusal()))
                .with(lines(range));
    }

    private static String healed(List<State> range, State broken) {
        List<State> later = range.subList(range.indexOf(broken), range.size());
        return later.stream()
                .filter(state -> state.refusal() == null)
                .findFirst()
                .map(state -> " It works again after revision "
                        + state.revision().id() + "; until then the application fails.")
                .orElse("");
    }

    private Finding never(Tried tried) {
        List<State> states = tried.states();
        boolean outside = states.stream().anyMatch(state -> state.refusal() == null);
        String refusal = states.isEmpty()
                ? "there is no revision"
                : String.valueOf(states.get(states.size() - 1).refusal());
        return Finding.failed(
                        this,
                        outside
                                ? subject() + " works after no revision of those stated, " + as(tried) + "."
                                : subject() + " works after no revision at all, " + as(tried) + ": " + refusal + ".",
                        "Correct the query or its 'since' and 'until', or grant what it needs.",
                        "prepared after some revision",
                        outside ? "prepared after others only" : refusal)
                .with(lines(states));
    }

    private static List<String> lines(List<State> states) {
        return states.stream()
                .map(state -> "after " + state.revision().id() + ": "
                        + (state.refusal() == null ? "prepared" : state.refusal()))
                .toList();
    }

    private String as(Tried tried) {
        return asApplication
                ? "tried as " + tried.role()
                : "tried as " + tried.role() + " (the spec names no roles.application, so privileges were not tried)";
    }
}
