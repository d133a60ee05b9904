package org.pgassay.check.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Seeding.Answer;
import org.pgassay.check.Seeding.Refused;
import org.pgassay.check.Seeding.Rows;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * What belongs to what must be as the spec says: nothing more, nothing less.
 *
 * @param is all that belongs to each
 */
record SeedMatrix(String name, Pairs pairs, Names names, Map<String, List<SourceText>> is, Location location)
        implements Check {

    static final String ID = "seed/matrix";

    private static final int FIRST = 5;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return name;
    }

    @Override
    public Set<Need> needs() {
        return Looking.NEEDS;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Answer answer;
        try {
            answer = evidence.seeding().read(pairs.query(evidence.catalog()));
        } catch (Pairs.Unknown e) {
            return List.of(Finding.failed(this, e.getMessage() + ".", e.help(), stated(), "no pairs")
                    .at(e.at()));
        }
        if (answer instanceof Refused refused) {
            Looking.forbidden(evidence, refused).ifPresent(forbidden -> {
                throw forbidden;
            });
            return List.of(unfit(refused.message()));
        }
        Rows rows = (Rows) answer;
        if (rows.columns() != 2) {
            return List.of(unfit("it gives " + rows.columns() + " columns, and a pair has two"));
        }
        return List.of(judged(rows, evidence).as(evidence.seeding().reader()));
    }

    private String stated() {
        long pairs = is.values().stream().mapToLong(List::size).sum();
        return pairs + (pairs == 1 ? " pair" : " pairs");
    }

    private Finding unfit(String why) {
        return Finding.failed(
                this, "what " + pairs.source() + " gives are no pairs: " + why + ".", "Correct it.", stated(), why);
    }

    private Finding judged(Rows rows, Evidence evidence) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        int nameless = 0;
        for (List<@Nullable String> row : rows.rows()) {
            String first = row.get(0);
            String second = row.get(1);
            if (first == null) {
                nameless++;
            } else {
                Set<String> of = found.computeIfAbsent(first, key -> new LinkedHashSet<>());
                if (second != null) {
                    of.add(second);
                }
            }
        }
        List<String> faults = new ArrayList<>(lacking(found));
        faults.addAll(surplus(found));
        if (nameless > 0) {
            faults.add(nameless + (nameless == 1 ? " row" : " rows") + " whose first name is null");
        }
        if (!faults.isEmpty()) {
            return failed(faults, evidence);
        }
        long pairs = found.values().stream().mapToLong(Set::size).sum();
        if (pairs == 0) {
            return Finding.failed(
                            this,
                            subject() + ": there is no pair "
                                    + evidence.seeding().when() + ", and the spec states none, so this says nothing.",
                            "State what belongs to what.",
                            stated(),
                            "no pairs")
                    .as(Verdict.VACUOUS);
        }
        return Finding.passed(
                this,
                subject() + ": "
                        + is.entrySet().stream()
                                .map(entry -> entry.getKey() + " has " + words(entry.getValue()))
                                .collect(Collectors.joining("; "))
                        + "; nothing else.",
                stated(),
                Math.toIntExact(pairs));
    }

    private static String words(List<SourceText> values) {
        return values.isEmpty() ? "none" : values.stream().map(SourceText::text).collect(Collectors.joining(", "));
    }

    private List<String> lacking(Map<String, Set<String>> found) {
        List<String> lacking = new ArrayList<>();
        is.forEach((first, all) -> all.stream()
                .map(SourceText::text)
                .filter(second -> !found.getOrDefault(first, Set.of()).contains(second))
                .forEach(second -> lacking.add(first + " lacks " + second)));
        return lacking;
    }

    /** Only names that the spec has itself are said: others may be those of people. */
    private List<String> surplus(Map<String, Set<String>> found) {
        Set<String> known = is.values().stream()
                .flatMap(List::stream)
                .map(SourceText::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> surplus = new ArrayList<>();
        found.forEach((first, all) -> {
            List<SourceText> stated = is.get(first);
            Set<String> more = new LinkedHashSet<>(all);
            if (stated != null) {
                stated.forEach(each -> more.remove(each.text()));
            }
            String who = stated == null ? "one that the spec does not name" : first;
            more.stream().filter(known::contains).forEach(second -> surplus.add(who + " has " + second));
            long others = more.stream().filter(each -> !known.contains(each)).count();
            if (others > 0) {
                surplus.add(
                        who + " has " + others + (others == 1 ? " other" : " others") + " that the spec names nowhere");
            } else if (stated == null && more.isEmpty()) {
                surplus.add(who + " is there as well");
            }
        });
        return surplus;
    }

    private Finding failed(List<String> faults, Evidence evidence) {
        int more = Math.max(0, faults.size() - FIRST);
        return Finding.failed(
                        this,
                        subject() + ", " + evidence.seeding().when() + ": "
                                + String.join("; ", faults.subList(0, faults.size() - more))
                                + (more == 0 ? "" : " and " + more + " more") + ".",
                        "Correct the seeds, or the matrix.",
                        stated(),
                        faults.size() + (faults.size() == 1 ? " difference" : " differences"))
                .with(faults);
    }
}
