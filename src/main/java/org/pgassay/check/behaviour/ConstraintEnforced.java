package org.pgassay.check.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.RowTrials.Response;
import org.pgassay.check.RowTrials.Stated;
import org.pgassay.check.Verdict;
import org.pgassay.check.structure.StatedParts;
import org.pgassay.check.structure.StatedParts.StatedColumn;
import org.pgassay.check.structure.StatedParts.StatedConstraint;
import org.pgassay.spec.Location;

/**
 * Each constraint of a kind that the spec states refuses a row that violates it, and takes the same row without.
 *
 * @param columns those that the spec states; for NOT NULL
 * @param constraints those of the kind that the spec states
 */
record ConstraintEnforced(
        Names names, Kind kind, List<StatedColumn> columns, List<StatedConstraint> constraints, Location location)
        implements Check {

    /** The kinds of constraint, each with the words that begin it. */
    enum Kind {
        NOT_NULL("behaviour/not-null", "NOT NULL", "23502", "not"),
        CHECK("behaviour/check", "CHECK", "23514", "check"),
        UNIQUE("behaviour/unique", "uniqueness", "23505", "primary", "unique", "index"),
        EXCLUDE("behaviour/exclude", "exclusion", "23P01", "exclude"),
        FOREIGN_KEY("behaviour/foreign-key", "foreign key", "23503", "foreign", "references");

        final String id;
        final String phrase;
        final String sqlState;
        private final String keywords;

        Kind(String id, String phrase, String sqlState, String... keywords) {
            this.id = id;
            this.phrase = phrase;
            this.sqlState = sqlState;
            this.keywords = String.join(" ", keywords);
        }

        /** The words that begin a definition of the kind, in lower case. */
        Set<String> keywords() {
            return Set.of(keywords.split(" "));
        }
    }

    /** Copies the lists. */
    ConstraintEnforced {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
    }

    @Override
    public String id() {
        return kind.id;
    }

    @Override
    public String subject() {
        return "constraints";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.BLUEPRINT, Need.SANDBOX);
    }

    /** What is tried, and under which name findings are about it. */
    private record Trial(String subject, Stated stated, Location location) {}

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        Map<Stated, Trial> trials = new LinkedHashMap<>();
        columns.forEach(column -> column(evidence, column, trials, findings));
        constraints.forEach(constraint -> constraint(evidence, constraint, trials, findings));
        Map<Stated, Response> responses = new HashMap<>();
        if (!trials.isEmpty()) {
            evidence.sandbox().rows().violations(List.copyOf(trials.keySet())).forEach(each -> {
                responses.put(each.stated(), each);
            });
        }
        trials.forEach((stated, trial) -> {
            Response response = responses.get(stated);
            if (response != null) {
                findings.add(Findings.at(finding(trial.subject(), response), trial.subject(), trial.location()));
            }
        });
        return findings.isEmpty() ? List.of(nothing()) : findings;
    }

    private Finding nothing() {
        return Finding.failed(
                        this,
                        "the spec states no " + kind.phrase + ", so none was tried.",
                        "State the constraints under 'tables', or take 'constraints' out.",
                        "a constraint",
                        "none")
                .as(Verdict.VACUOUS);
    }

    private void column(Evidence evidence, StatedColumn stated, Map<Stated, Trial> trials, List<Finding> findings) {
        String subject = names.subject(stated.table(), stated.name());
        Optional<Column> expected = expected(evidence, stated).filter(Column::notNull);
        if (expected.isEmpty()) {
            return;
        }
        Optional<Table> table = evidence.catalog().table(stated.table());
        if (table.flatMap(each -> each.column(stated.name())).isEmpty()) {
            findings.add(Findings.at(missing(subject), subject, stated.location()));
        } else {
            Stated tried = new Stated.NotNull(stated.table(), stated.name());
            trials.putIfAbsent(tried, new Trial(subject, tried, stated.location()));
        }
    }

    private static Optional<Column> expected(Evidence evidence, StatedColumn stated) {
        return evidence.blueprint().expected().table(stated.table()).flatMap(each -> each.column(stated.name()));
    }

    private void constraint(
            Evidence evidence, StatedConstraint stated, Map<Stated, Trial> trials, List<Finding> findings) {
        String subject = stated.keyword().equals("index")
                ? names.index(stated.table(), stated.name())
                : names.subject(stated.table()) + "." + stated.part();
        Optional<Table> expected = evidence.blueprint().expected().table(stated.table());
        Optional<Table> found = evidence.catalog().table(stated.table());
        if (stated.keyword().equals("index")) {
            Optional<Index> index = expected.flatMap(each -> each.index(stated.name()));
            if (index.isEmpty()) {
                findings.add(Findings.at(unknown(subject), subject, stated.location()));
            } else if (found.flatMap(each -> each.index(stated.name())).isEmpty()) {
                findings.add(Findings.at(missing(subject), subject, stated.location()));
            } else {
                Stated tried = new Stated.Unique(stated.table(), index.get());
                trials.put(tried, new Trial(subject, tried, stated.location()));
            }
            return;
        }
        Optional<Constraint> constraint = expected.flatMap(each -> each.constraint(stated.name()));
        if (constraint.isEmpty()) {
            // NOT NULL that stands as a constraint is the column's.
            if (kind != Kind.NOT_NULL) {
                findings.add(Findings.at(unknown(subject), subject, stated.location()));
            }
            return;
        } else if (constraint.get().definition().contains(" NOT ENFORCED")) {
            return;
        }
        Optional<Constraint> observed =
                found.flatMap(each -> StatedParts.counterpart(each, constraint.get(), stated.named()));
        if (observed.isEmpty()) {
            findings.add(Findings.at(missing(subject), subject, stated.location()));
            return;
        }
        Stated tried = kind == Kind.NOT_NULL && constraint.get().columns().size() == 1
                ? new Stated.NotNull(stated.table(), constraint.get().columns().get(0))
                : new Stated.Of(
                        stated.table(),
                        constraint.get(),
                        behind(expected.get(), constraint.get()),
                        observed.get().name());
        trials.putIfAbsent(tried, new Trial(subject, tried, stated.location()));
    }

    private static @Nullable Index behind(Table table, Constraint constraint) {
        return table.indexes().stream()
                .filter(index -> constraint.name().equals(index.constraint()))
                .findFirst()
                .orElse(null);
    }

    private Finding missing(String subject) {
        return Finding.failed(
                this,
                "there is no " + subject + ", so nothing refuses a row that violates it.",
                "Add it in a migration, or take it out of the spec.",
                refusal(),
                "no such constraint");
    }

    private Finding unknown(String subject) {
        return Finding.unverified(
                this,
                subject + " cannot be made as the spec states it, so there is nothing to violate.",
                "See what its definition's own check says.");
    }

    private String refusal() {
        return "a violating row is refused with " + kind.sqlState;
    }

    private Finding finding(String subject, Response response) {
        List<String> lines = new ArrayList<>();
        if (!response.changed().isEmpty()) {
            lines.add("the violating row differs in " + String.join(", ", response.changed())
                    + " from one that the table takes");
        }
        if (!response.aside().isEmpty()) {
            lines.add(response.aside());
        }
        return switch (response.answer()) {
            case REFUSED ->
                Finding.passed(
                                this,
                                subject + " refuses a row that violates it, and takes the same row without that.",
                                refusal() + " by " + response.by(),
                                2)
                        .with(lines);
            case TAKEN ->
                Finding.failed(
                                this,
                                "a row that violates " + subject + " goes in: nothing refuses it.",
                                "Mend the constraint in a migration so that it says what the spec states.",
                                refusal(),
                                "the row is taken")
                        .with(lines);
            case ANOTHER ->
                Finding.unverified(
                                this,
                                "whether " + subject
                                        + " refuses is not known, because something else answers first: ERROR "
                                        + response.sqlState() + ": " + response.message() + ".",
                                "Look whether a row can violate it without violating that too.")
                        .with(lines);
            case UNTRIED ->
                Finding.unverified(
                        this,
                        subject + " was not tried: " + response.message() + ".",
                        response.help().isEmpty() ? "Mend what stands in the way." : response.help());
        };
    }
}
