package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.check.UntriedException;
import org.pgassay.plan.PlanWords;
import org.pgassay.spec.Location;

/**
 * At the stated sizes the plan must not have certain kinds of step.
 *
 * @param steps each with the tables that it must not be met on; none for any table
 */
record PlanAvoids(StatedQuery query, Map<Avoided, List<QualifiedName>> steps, Location location) implements PlanCheck {

    static final String ID = "plan/avoids";

    /** Copies the map, keeping its order. */
    PlanAvoids {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Planned planned = Planning.chosen(query, evidence);
        List<String> ties = NearTies.of(query, planned, evidence);
        Set<String> words = new LinkedHashSet<>();
        Set<String> met = new LinkedHashSet<>();
        steps.forEach((step, tables) -> step.in(planned, names(tables, evidence.catalog()))
                .forEach(breach -> {
                    words.add(breach.words());
                    met.add(step.word());
                }));
        String shape = PlanWords.shape(planned.root());
        Optional<QualifiedName> unread = unread(Planning.read(planned), evidence.catalog());
        if (words.isEmpty() && unread.isPresent()) {
            return List.of(Planning.nothing(
                    this,
                    "the plan of " + query.name() + " does not read "
                            + query.names().subject(unread.get()) + ", so that nothing is said of how.",
                    planned));
        }
        if (words.isEmpty()) {
            return List.of(Planning.passed(
                    this,
                    "the plan of " + query.name() + " has no " + kinds(" and no ") + query.at() + ".",
                    shape,
                    planned,
                    ties));
        }
        return List.of(Planning.failed(
                this,
                query.name() + " " + String.join("; ", words) + query.at() + ".",
                met.contains(Avoided.SORT.word())
                        ? "Create an index whose columns are those of the predicate followed by those of the order, in the"
                                + " same directions."
                        : "Create an index that serves the predicate, or narrow the query.",
                "no " + kinds(", no "),
                String.join(", ", met) + ": " + shape,
                planned,
                marked(evidence),
                ties));
    }

    /** A table that a step is ruled out on, and that the plan does not touch. */
    private Optional<QualifiedName> unread(Set<String> read, Catalog catalog) {
        return steps.values().stream()
                .flatMap(List::stream)
                .filter(name -> Collections.disjoint(names(List.of(name), catalog), read))
                .findFirst();
    }

    @Override
    public List<Integer> marked(Evidence evidence) {
        Planned planned = Planning.chosen(query, evidence);
        Set<Integer> marks = new TreeSet<>();
        steps.forEach((step, tables) ->
                step.in(planned, names(tables, evidence.catalog())).forEach(breach -> marks.add(breach.node())));
        return new ArrayList<>(marks);
    }

    @Override
    public List<PlanFault> faults(Planned planned, Evidence evidence) {
        List<PlanFault> faults = new ArrayList<>();
        steps.forEach((step, tables) -> step.in(planned, names(tables, evidence.catalog()))
                .forEach(breach -> faults.add(new PlanFault(List.of(breach.node()), "it " + breach.words(), step == Avoided.DISK_SPILL))));
        return faults;
    }

    private String kinds(String joined) {
        return steps.entrySet().stream()
                .map(step -> step.getKey().word()
                        + (step.getValue().isEmpty()
                                ? ""
                                : " on "
                                        + step.getValue().stream()
                                                .map(query.names()::subject)
                                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(joined));
    }

    /** The tables and their partitions, as plans name them. */
    private Set<String> names(List<QualifiedName> tables, Catalog catalog) {
        Set<String> names = new TreeSet<>();
        for (QualifiedName name : tables) {
            Table table = catalog.table(name)
                    .orElseThrow(() -> new UntriedException(
                            "'no' speaks of " + query.names().subject(name) + ", and there is no such table",
                            "Correct the name."));
            names.add(table.name().name());
            catalog.tables().stream()
                    .filter(each -> Indexes.descends(each, name, catalog))
                    .forEach(each -> names.add(each.name().name()));
        }
        return names;
    }
}
