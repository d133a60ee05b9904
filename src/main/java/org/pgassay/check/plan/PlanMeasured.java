package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.check.QueryPlans.Scale;
import org.pgassay.check.QueryPlans.Situation.Filled;
import org.pgassay.check.UntriedException;
import org.pgassay.plan.Actual;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.plan.TableSize;
import org.pgassay.spec.Location;

/**
 * Over rows that are really there, the plan is as stated, and there are about as many rows as it expected.
 *
 * @param expected the checks of the simulated plan
 * @param rows how many a table is given at most; null for as many as the call says
 * @param factor by which estimates and rows may differ
 * @param stated whether the spec asks for it
 */
record PlanMeasured(
        StatedQuery query,
        List<PlanCheck> expected,
        @Nullable Double rows,
        double factor,
        boolean stated,
        Location location)
        implements PlanCheck {

    static final String ID = "plan/measured";

    /** Copies the list. */
    PlanMeasured {
        expected = List.copyOf(expected);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean onRequest() {
        return !stated;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Planned planned = measured(evidence);
        String at = at(evidence);
        if (PlanWords.nodes(planned.root()).stream()
                .filter(node -> node.relation() != null)
                .allMatch(node -> Actual.rows(node) == 0)) {
            return List.of(Planning.nothing(
                    this,
                    query.name() + " found no row in any table, over " + at + ", so that nothing was measured.",
                    planned));
        }
        List<PlanFault> faults = breaches(planned, evidence);
        List<PlanFault> certain = faults.stream()
                .filter(fault -> fault.growing() || !isSmaller(evidence))
                .toList();
        String done = done(planned.root());
        if (!certain.isEmpty()) {
            return List.of(Planning.failed(
                    this,
                    "run over " + at + ", " + query.name() + " is not as stated: " + words(certain) + ".",
                    "Look at the plan for the step where rows and estimate part; extended statistics (CREATE STATISTICS)"
                            + " tell the planner of columns that depend on each other.",
                    "the stated plan, and rows as estimated, within a factor of " + PlanWords.cost(factor),
                    words(certain),
                    planned,
                    marks(faults),
                    List.of()));
        }
        if (!faults.isEmpty()) {
            throw new UntriedException(
                    "over " + at + " " + query.name() + " is not as stated, which says nothing of the stated size: "
                            + words(faults),
                    "State 'measure: {rows: N}' with more rows for this query; with as many as 'at' states it is certain.");
        }
        return List.of(Planning.passed(
                this,
                "run over " + at + ", " + query.name() + " does as stated: " + done + ".",
                done,
                planned,
                List.of()));
    }

    private static String words(List<PlanFault> faults) {
        return faults.stream().map(PlanFault::words).distinct().collect(Collectors.joining("; "));
    }

    private static List<Integer> marks(List<PlanFault> faults) {
        Set<Integer> marks = new TreeSet<>();
        faults.forEach(fault -> marks.addAll(fault.nodes()));
        return new ArrayList<>(marks);
    }

    private static String done(PlanNode root) {
        Actual actual = Actual.of(root)
                .orElseThrow(() -> new IllegalStateException("a plan that was run says nothing of its rows"));
        return "it yields " + PlanWords.count(actual.rows(), "row") + " from "
                + PlanWords.count((double) actual.pages(), "page");
    }

    /** The plan over real rows. */
    Planned measured(Evidence evidence) {
        Scale scaled = scaled(evidence);
        requireStated();
        Planned chosen = Planning.chosen(query, evidence);
        Map<QualifiedName, Map<String, List<String>>> wanted = Constants.of(chosen.root(), query, evidence.catalog());
        return Planning.planned(query, new Filled(scaled, wanted), evidence);
    }

    private void requireStated() {
        if (query.scale().statistics().isPresent()) {
            throw new UntriedException(
                    "rows are made of what 'at' states, and " + query.name() + " is stated at the sizes of a file",
                    "State sizes and values under 'at' for a query that is to be measured.");
        }
        if (query.scale().sizes().isEmpty()) {
            throw new UntriedException(
                    "no size of a table is stated for " + query.name() + ", so that no rows can be made",
                    "State sizes and values of the tables under 'at'.");
        }
        query.scale().sizes().stream()
                .flatMap(size -> size.columns().keySet().stream())
                .filter(name -> name.indexOf('(') >= 0)
                .findFirst()
                .ifPresent(expression -> {
                    throw new UntriedException(
                            "no rows can be made of which " + expression + " has the stated values",
                            "State the values of the columns that it is made of, for a query that is to be measured.");
                });
    }

    private double most(Evidence evidence) {
        OptionalLong asked = evidence.plans().measured();
        if (asked.isEmpty()) {
            throw new UntriedException(
                    query.name() + " is to be measured over rows, and that was not asked for",
                    "Run pgassay verify with --measure.");
        }
        return rows == null ? asked.getAsLong() : rows;
    }

    private Scale scaled(Evidence evidence) {
        double most = most(evidence);
        return new Scale(
                query.scale().sizes().stream()
                        .map(size -> size.rows() > most ? size.withRows(Math.floor(most)) : size)
                        .toList(),
                query.scale().statistics());
    }

    /** The sizes in words, with those that they stand for. */
    String at(Evidence evidence) {
        double most = most(evidence);
        Map<String, String> sizes = new LinkedHashMap<>();
        for (TableSize size : query.scale().sizes()) {
            String all = PlanWords.count(size.rows(), "row");
            sizes.put(
                    query.names().subject(size.table()),
                    size.rows() > most ? String.format(Locale.ROOT, "%,.0f of ", Math.floor(most)) + all : all);
        }
        return sizes.entrySet().stream()
                .map(table -> table.getKey() + " with " + table.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<PlanFault> breaches(Planned planned, Evidence evidence) {
        List<PlanFault> faults = new ArrayList<>();
        expected.forEach(check -> faults.addAll(check.faults(planned, evidence)));
        faults.addAll(Estimates.of(planned.root(), factor));
        return faults;
    }

    private boolean isSmaller(Evidence evidence) {
        double most = most(evidence);
        return query.scale().sizes().stream().anyMatch(size -> size.rows() > most);
    }

    /** The nodes of the measured plan that break what is stated. */
    List<Integer> breaking(Planned planned, Evidence evidence) {
        return marks(breaches(planned, evidence));
    }
}
