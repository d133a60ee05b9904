package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.check.QueryPlans.Scale;
import org.pgassay.check.QueryPlans.Situation;
import org.pgassay.check.QueryPlans.Situation.AtSize;
import org.pgassay.check.UntriedException;
import org.pgassay.check.Verdict;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.plan.TableSize;

/** Asks for the plans of a query, and puts what is found into findings. */
final class Planning {

    private Planning() {}

    /**
     * The plan at the stated sizes.
     *
     * @throws UntriedException if the query is refused, or something that the plan depends on is not known
     */
    static Planned chosen(StatedQuery query, Evidence evidence) {
        return chosen(query, query.scale(), evidence);
    }

    /** The plan at other sizes, about which as much is known. */
    static Planned chosen(StatedQuery query, Scale scale, Evidence evidence) {
        for (TableSize size : scale.sizes()) {
            if (evidence.catalog().table(size.table()).isEmpty()) {
                throw new UntriedException(
                        "'at' speaks of " + query.names().subject(size.table()) + ", and there is no such table",
                        "Correct the name; see plan/valid.");
            }
        }
        Planned planned = planned(query, new AtSize(scale), evidence);
        List<Gap> gaps = Gaps.of(planned.root(), query, evidence.catalog());
        if (!gaps.isEmpty()) {
            throw new UntriedException(Gap.reason(query, gaps), Gap.help(gaps));
        }
        return planned;
    }

    /** The plan without some indexes, and with some kinds of step avoided. */
    static Planned without(StatedQuery query, Set<QualifiedName> indexes, Set<String> avoided, Evidence evidence) {
        return planned(query, new AtSize(query.scale(), indexes, avoided), evidence);
    }

    /** The plan in a situation. */
    static Planned planned(StatedQuery query, Situation situation, Evidence evidence) {
        Answer answer = evidence.plans().plan(query.query(), situation);
        if (answer instanceof Answer.Refused refused) {
            throw new UntriedException(
                    "PostgreSQL does not take the query, asked as " + refused.role() + ": " + refused.message(),
                    "Correct the query; see plan/valid.");
        }
        return (Planned) answer;
    }

    /** A pass, with the plan as evidence; VACUOUS where the plan reads no table at all. */
    static Finding passed(Check check, String message, String observed, Planned planned, List<String> ties) {
        if (read(planned).isEmpty()) {
            return nothing(
                    check,
                    "the plan of " + check.subject() + " reads no table, so that nothing is said of it.",
                    planned);
        }
        return Finding.passed(
                        check,
                        message,
                        observed,
                        PlanWords.nodes(planned.root()).size())
                .with(evidence(planned, List.of(), ties))
                .as(planned.role());
    }

    /** The names of the tables that a plan reads or writes. */
    static Set<String> read(Planned planned) {
        return PlanWords.nodes(planned.root()).stream()
                .map(PlanNode::relation)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a plan says nothing of. */
    static Finding nothing(Check check, String message, Planned planned) {
        return Finding.failed(
                        check,
                        message,
                        "Correct the query or its parameters, or take what is expected of it out.",
                        "a table that is read",
                        PlanWords.shape(planned.root()))
                .as(Verdict.VACUOUS)
                .as(planned.role());
    }

    /** A failure, with the plan as evidence. */
    static Finding failed(
            Check check,
            String message,
            String help,
            String expected,
            String observed,
            Planned planned,
            List<Integer> marked,
            List<String> ties) {
        int examined = PlanWords.nodes(planned.root()).size();
        return new Finding(
                check.id(),
                check.subject(),
                Verdict.FAILED,
                message,
                help,
                expected,
                observed,
                examined,
                evidence(planned, marked, ties),
                planned.role(),
                check.location());
    }

    private static List<String> evidence(Planned planned, List<Integer> marked, List<String> ties) {
        List<String> lines = new ArrayList<>(ties);
        lines.addAll(PlanWords.lines(planned.root(), marked));
        return lines;
    }
}
