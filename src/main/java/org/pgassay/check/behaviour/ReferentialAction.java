package org.pgassay.check.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.RowTrials.ActionTried;
import org.pgassay.check.RowTrials.ForeignKeyStated;
import org.pgassay.check.Verdict;
import org.pgassay.check.structure.StatedParts;
import org.pgassay.check.structure.StatedParts.StatedConstraint;
import org.pgassay.spec.Location;

/** Each ON DELETE and ON UPDATE of the foreign keys that the spec states does what it says. */
record ReferentialAction(Names names, List<StatedConstraint> keys, Location location) implements Check {

    static final String ID = "behaviour/action";

    /** Copies the list. */
    ReferentialAction {
        keys = List.copyOf(keys);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "actions";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.BLUEPRINT, Need.SANDBOX);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        List<ForeignKeyStated> stated = new ArrayList<>();
        List<StatedConstraint> where = new ArrayList<>();
        for (StatedConstraint key : keys) {
            String subject = subject(key);
            Optional<Constraint> expected =
                    evidence.blueprint().expected().table(key.table()).flatMap(each -> each.constraint(key.name()));
            Optional<Table> found = evidence.catalog().table(key.table());
            if (expected.isEmpty()) {
                findings.add(Findings.at(
                        Finding.unverified(
                                this,
                                subject + " cannot be made as the spec states it, so it was not tried.",
                                "See what its definition's own check says."),
                        subject,
                        key.location()));
                continue;
            }
            Optional<Constraint> observed =
                    found.flatMap(each -> StatedParts.counterpart(each, expected.get(), key.named()));
            if (observed.isEmpty()) {
                findings.add(Findings.at(
                        Finding.failed(
                                this,
                                "there is no " + subject + ", so nothing becomes of the children of a row.",
                                "Add it in a migration, or take it out of the spec.",
                                "a foreign key",
                                "no such constraint"),
                        subject,
                        key.location()));
                continue;
            }
            stated.add(new ForeignKeyStated(
                    key.table(), expected.get(), observed.get().name()));
            where.add(key);
        }
        for (ActionTried tried : evidence.sandbox().rows().actions(stated)) {
            StatedConstraint key = where.get(stated.indexOf(tried.stated()));
            String subject = subject(key) + (tried.update() ? " on update" : " on delete");
            findings.add(Findings.at(finding(subject, tried), subject, key.location()));
        }
        return findings.isEmpty() ? List.of(nothing()) : findings;
    }

    private String subject(StatedConstraint key) {
        return names.subject(key.table()) + "." + key.part();
    }

    private Finding nothing() {
        return Finding.failed(
                        this,
                        "the spec states no foreign key, so no action was tried.",
                        "State the foreign keys under 'tables', or take 'actions' out.",
                        "a foreign key",
                        "none")
                .as(Verdict.VACUOUS);
    }

    private Finding finding(String subject, ActionTried tried) {
        ForeignKey key = Objects.requireNonNull(tried.stated().constraint().foreignKey());
        ForeignKey.Action action = tried.update() ? key.onUpdate() : key.onDelete();
        String expected = words(action);
        List<String> lines = new ArrayList<>(tried.further());
        if (!tried.aside().isEmpty()) {
            lines.add(tried.aside());
        }
        String event = tried.update() ? "the parent's key is changed" : "the parent is deleted";
        return switch (tried.outcome()) {
            case AS_STATED ->
                Finding.passed(this, "when " + event + ", " + effect(action) + ".", expected, 1)
                        .with(lines);
            case OTHERWISE ->
                Finding.failed(
                                this,
                                subject + " does not do what " + expected + " says: " + tried.message() + ".",
                                tried.help().isEmpty()
                                        ? "Mend the action of the foreign key in a migration, or correct the spec."
                                        : tried.help(),
                                expected,
                                tried.message())
                        .with(lines);
            case UNTRIED ->
                Finding.unverified(
                        this,
                        subject + " was not tried: " + tried.message() + ".",
                        tried.help().isEmpty() ? "Mend what stands in the way." : tried.help());
        };
    }

    private static String words(ForeignKey.Action action) {
        return action.name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private static String effect(ForeignKey.Action action) {
        return switch (action) {
            case NO_ACTION, RESTRICT -> "that is refused as long as a child refers to it";
            case CASCADE -> "its child follows";
            case SET_NULL -> "its child stays, and refers to nothing";
            case SET_DEFAULT -> "its child stays, and refers to the default";
        };
    }
}
