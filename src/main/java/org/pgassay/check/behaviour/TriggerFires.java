package org.pgassay.check.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.RowTrials.Actor;
import org.pgassay.check.RowTrials.Expected;
import org.pgassay.check.RowTrials.Fired;
import org.pgassay.check.RowTrials.Moved;
import org.pgassay.spec.Location;

/** What is done to a row of a table has the effects that the spec states, and has them by the table's triggers. */
record TriggerFires(Names names, QualifiedName table, List<Expected> expected, Actor actor, Location location)
        implements Check {

    static final String ID = "behaviour/trigger";

    /** Copies the list. */
    TriggerFires {
        expected = List.copyOf(expected);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return names.subject(table);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.SANDBOX);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Fired fired : evidence.sandbox().rows().triggers(expected, actor)) {
            String event = fired.expected().event().name().toLowerCase(Locale.ROOT);
            findings.add(finding(event, fired).about(subject() + " " + event).as(fired.role()));
        }
        return findings;
    }

    private Finding finding(String event, Fired fired) {
        Fired without = fired.without();
        if (!fired.untried().isEmpty() || without == null) {
            return fired.forbidden()
                    ? Finding.failed(
                            this,
                            fired.role() + " may not " + event + " a row of " + subject() + ": " + fired.untried()
                                    + ".",
                            "Grant the privilege, mend the policy, or take the expectation out.",
                            wanted(fired.expected()),
                            fired.untried())
                    : Finding.unverified(
                            this,
                            "the " + event + " of a row of " + subject() + " was not tried: " + fired.untried() + ".",
                            fired.help().isEmpty() ? "Mend what stands in the way." : fired.help());
        }
        List<String> faults = faults(fired);
        if (!faults.isEmpty()) {
            return Finding.failed(
                    this,
                    "after the " + event + " of a row of " + subject() + ", " + String.join("; ", faults) + ".",
                    "Create the trigger in a migration, enable it, or correct the spec.",
                    wanted(fired.expected()),
                    String.join("; ", faults));
        }
        if (!without.untried().isEmpty()) {
            return Finding.unverified(
                    this,
                    "the " + event + " has its effects, but without the triggers it could not be done: "
                            + without.untried() + ".",
                    "Look what else the triggers do.");
        }
        List<String> anyway = anyway(without);
        if (!anyway.isEmpty()) {
            return Finding.failed(
                    this,
                    "without the triggers of " + subject() + " too, " + String.join("; ", anyway)
                            + ": the effect is not theirs.",
                    "Look what else has that effect, and state that.",
                    wanted(fired.expected()),
                    "the same without triggers");
        }
        return Finding.passed(
                this,
                "the " + event + " of a row of " + subject() + " has the effects stated, and none without the"
                        + " triggers.",
                wanted(fired.expected()),
                2);
    }

    private String wanted(Expected stated) {
        List<String> wanted = new ArrayList<>();
        new TreeSet<>(stated.moves()).forEach(column -> wanted.add(column + " moves on"));
        sorted(stated.adds()).forEach((name, count) -> wanted.add(names.subject(name) + " has " + count + " more"));
        return String.join(", ", wanted);
    }

    private static <V> Map<QualifiedName, V> sorted(Map<QualifiedName, V> map) {
        return new TreeMap<>(map);
    }

    private List<String> faults(Fired fired) {
        List<String> faults = new ArrayList<>();
        new TreeSet<>(fired.expected().moves()).forEach(column -> {
            switch (fired.moved().getOrDefault(column, Moved.NOT)) {
                case ON -> {
                    // As stated.
                }
                case NOT -> faults.add(column + " is what it was");
                case OTHERWISE -> faults.add(column + " has changed, but not moved on");
            }
        });
        sorted(fired.expected().adds()).forEach((name, count) -> {
            long added = fired.added().getOrDefault(name, 0L);
            if (added != count) {
                faults.add(names.subject(name) + " has " + added + (added == 1 ? " row" : " rows") + " more instead of "
                        + count);
            }
        });
        return faults;
    }

    private List<String> anyway(Fired without) {
        List<String> anyway = new ArrayList<>();
        new TreeSet<>(without.expected().moves()).forEach(column -> {
            if (without.moved().getOrDefault(column, Moved.NOT) == Moved.ON) {
                anyway.add(column + " moves on");
            }
        });
        sorted(without.expected().adds()).forEach((name, count) -> {
            if (without.added().getOrDefault(name, 0L).longValue() == count) {
                anyway.add(names.subject(name) + " has " + count + " more");
            }
        });
        return anyway;
    }
}
