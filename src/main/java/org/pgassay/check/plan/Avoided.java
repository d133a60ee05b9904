package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.plan.Actual;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;

/** Kinds of step that a plan must not have. */
enum Avoided {
    SEQ_SCAN,
    SORT,
    NESTED_LOOP_OVER_SCAN,
    DISK_SPILL;

    /**
     * A step that there must not be.
     *
     * @param node in the order of {@link PlanWords#nodes}
     */
    record Breach(int node, String words) {}

    /** As a spec writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Such steps of a plan.
     *
     * @param tables the names of tables that it is about; empty for any
     */
    List<Breach> in(Planned planned, Set<String> tables) {
        List<Breach> breaches = new ArrayList<>();
        look(planned.root(), Optional.empty(), planned, tables, 0, breaches);
        return breaches;
    }

    /** Looks at a node and those below it; the number of the next one after them. */
    private int look(
            PlanNode node,
            Optional<PlanNode> parent,
            Planned planned,
            Set<String> tables,
            int number,
            List<Breach> breaches) {
        words(node, parent, planned)
                .filter(words -> tables.isEmpty() || about(node).stream().anyMatch(tables::contains))
                .ifPresent(words -> breaches.add(new Breach(number, words)));
        int next = number + 1;
        for (PlanNode child : node.children()) {
            next = look(child, Optional.of(node), planned, tables, next, breaches);
        }
        return next;
    }

    /** The tables that a step reads; of a loop those that it reads again and again. */
    private Set<String> about(PlanNode node) {
        PlanNode read = this == NESTED_LOOP_OVER_SCAN ? node.children().get(1) : node;
        return PlanWords.nodes(read).stream()
                .flatMap(each -> Optional.ofNullable(each.relation()).stream())
                .collect(Collectors.toSet());
    }

    private Optional<String> words(PlanNode node, Optional<PlanNode> parent, Planned planned) {
        return switch (this) {
            case SEQ_SCAN ->
                node.type().equals("Seq Scan") ? Optional.of("reads all of " + node.relation()) : Optional.empty();
            case SORT ->
                node.type().equals("Sort") || node.type().equals("Incremental Sort")
                        ? Optional.of(sort(node))
                        : Optional.empty();
            case NESTED_LOOP_OVER_SCAN -> loop(node);
            case DISK_SPILL ->
                Actual.of(node)
                        .map(actual -> Optional.of(actual.spill()).filter(spill -> !spill.isEmpty()))
                        .orElseGet(() -> Spill.of(node, parent, planned.memory(), planned.hashing()));
        };
    }

    private static String sort(PlanNode node) {
        String presorted = node.details().get("Presorted Key");
        return "sorts "
                + PlanWords.count(
                        node.children().stream()
                                .mapToDouble(Actual::rows)
                                .findFirst()
                                .orElse(Actual.rows(node)),
                        "row")
                + " by " + node.details().getOrDefault("Sort Key", "their keys")
                + (presorted == null ? "" : ", of which an index gives " + presorted + " only");
    }

    private static Optional<String> loop(PlanNode node) {
        if (!node.type().equals("Nested Loop") || node.children().size() < 2) {
            return Optional.empty();
        }
        PlanNode inner = node.children().get(1);
        while (inner.children().size() == 1
                && Set.of("Materialize", "Memoize", "Gather", "Gather Merge", "Limit")
                        .contains(inner.type())) {
            inner = inner.children().get(0);
        }
        double outer = Actual.rows(node.children().get(0));
        return inner.type().equals("Seq Scan") && outer > 1
                ? Optional.of("reads all of " + inner.relation() + " for each of " + PlanWords.count(outer, "row"))
                : Optional.empty();
    }
}
