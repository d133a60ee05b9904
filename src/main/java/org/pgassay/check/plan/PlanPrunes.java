package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.plan.Actual;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.spec.Location;

/**
 * At the stated sizes the plan must leave partitions of a table unread.
 *
 * @param most how many may be read
 * @param of how many there must be in all; null if that is not stated
 */
record PlanPrunes(
        StatedQuery query,
        QualifiedName table,
        int most,
        @Nullable Integer of,
        Location location) implements PlanCheck {

    static final String ID = "plan/prunes";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return query.name() + "." + query.names().subject(table);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Planned planned = Planning.chosen(query, evidence);
        long all = partitions(evidence).size();
        Set<String> read = read(planned.root(), evidence);
        String name = query.names().subject(table);
        String observed = read.size() + " of " + all;
        String words = query.name() + " reads " + observed + " partitions of " + name;
        boolean holds = all > 0 && !read.isEmpty() && read.size() <= most && (of == null || of == all);
        if (holds) {
            return List.of(
                    Planning.passed(this, words + ": " + String.join(", ", read) + ".", observed, planned, List.of()));
        }
        String stated = most + (of == null ? "" : " of " + of);
        return List.of(Planning.failed(
                this,
                all == 0
                        ? name + " has no partitions, so that " + query.name() + " can leave none unread."
                        : read.isEmpty()
                                ? query.name() + " does not read " + name + ", so nothing is proven."
                                : words + ", and at most " + stated + " are allowed: " + String.join(", ", read) + ".",
                "Compare the partition key itself with constants or parameters in the query's WHERE; a function or a cast of"
                        + " it prunes nothing.",
                "at most " + stated,
                observed,
                planned,
                marked(evidence),
                List.of()));
    }

    @Override
    public List<PlanFault> faults(Planned planned, Evidence evidence) {
        Set<String> read = read(planned.root(), evidence);
        return !read.isEmpty() && read.size() <= most
                ? List.of()
                : List.of(new PlanFault(
                        List.of(),
                        "it reads " + read.size() + " partitions of "
                                + query.names().subject(table) + ", and at most " + most + " are allowed",
                        false));
    }

    /** Those that hold rows themselves. */
    private List<Table> partitions(Evidence evidence) {
        return evidence.catalog().tables().stream()
                .filter(each -> each.kind() != Table.Kind.PARTITIONED)
                .filter(each -> Indexes.descends(each, table, evidence.catalog()))
                .toList();
    }

    private Set<String> read(PlanNode root, Evidence evidence) {
        List<String> names =
                partitions(evidence).stream().map(each -> each.name().name()).toList();
        Set<String> read = new TreeSet<>();
        for (PlanNode node : PlanWords.nodes(root)) {
            String relation = node.relation();
            boolean never = Actual.of(node).filter(actual -> actual.loops() == 0).isPresent();
            if (relation != null && names.contains(relation) && !never) {
                read.add(relation);
            }
        }
        return read;
    }

    @Override
    public List<Integer> marked(Evidence evidence) {
        PlanNode root = Planning.chosen(query, evidence).root();
        Set<String> read = read(root, evidence);
        List<Integer> marks = new ArrayList<>();
        List<PlanNode> nodes = PlanWords.nodes(root);
        for (int i = 0; i < nodes.size() && read.size() > most; i++) {
            String relation = nodes.get(i).relation();
            if (relation != null && read.contains(relation)) {
                marks.add(i);
            }
        }
        return marks;
    }
}
