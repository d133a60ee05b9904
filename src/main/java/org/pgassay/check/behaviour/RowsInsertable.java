package org.pgassay.check.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Glob;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.RowTrials.Actor;
import org.pgassay.check.RowTrials.Insertion;
import org.pgassay.check.RowsMade;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * Each table takes a made-up row from a role, which can read it back.
 *
 * @param tables patterns of names; empty for all tables
 * @param except the reason, by the table that need not
 * @param byHand the tables for whose rows the spec fixes values
 */
record RowsInsertable(
        Names names,
        List<String> tables,
        Map<QualifiedName, String> except,
        Set<String> byHand,
        Actor actor,
        Location location)
        implements RowsMade {

    static final String ID = "behaviour/insertable";

    private static final String EXPECTED = "a row is taken and read back";

    /** Copies the collections, keeping their order. */
    RowsInsertable {
        tables = List.copyOf(tables);
        except = new LinkedHashMap<>(except);
        byHand = Set.copyOf(byHand);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "insertable";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.SANDBOX);
    }

    @Override
    public Set<String> excepted() {
        return except.keySet().stream().map(names::subject).collect(Collectors.toSet());
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        Set<QualifiedName> selected = selected(evidence.catalog(), findings);
        except.keySet().stream()
                .filter(name -> !selected.contains(name))
                .forEach(name -> findings.add(unselected(name)));
        Map<QualifiedName, Insertion> tried = new HashMap<>();
        evidence.sandbox()
                .rows()
                .insertions(List.copyOf(selected), actor)
                .forEach(each -> tried.put(each.table(), each));
        for (QualifiedName name : selected) {
            findings.add(finding(evidence.catalog(), Objects.requireNonNull(tried.get(name))));
        }
        return findings;
    }

    /** Partitions hold the rows of their parents; one is tried itself only where it is named. */
    private Set<QualifiedName> selected(Catalog catalog, List<Finding> findings) {
        Set<QualifiedName> selected = new LinkedHashSet<>();
        if (tables.isEmpty()) {
            catalog.tables().stream()
                    .filter(table -> table.partitionOf() == null)
                    .forEach(table -> selected.add(table.name()));
            if (selected.isEmpty()) {
                findings.add(nothing("the database has no table, so nothing was put in.", "insertable"));
            }
        }
        for (String pattern : tables) {
            Glob glob = Glob.of(pattern);
            List<QualifiedName> matched = catalog.tables().stream()
                    .filter(table -> names.subject(table.name()).equals(pattern)
                            || table.name().equals(names.resolve(pattern))
                            || (table.partitionOf() == null && matches(glob, table.name())))
                    .map(Table::name)
                    .toList();
            if (matched.isEmpty()) {
                findings.add(nothing("'" + pattern + "' selects no table, so nothing was put in.", pattern));
            }
            selected.addAll(matched);
        }
        return selected;
    }

    private boolean matches(Glob glob, QualifiedName name) {
        boolean first = name.schema().equals(names.schemas().get(0));
        return (first && glob.matches(name.name())) || glob.matches(name.schema() + "." + name.name());
    }

    private Finding nothing(String message, String about) {
        return Finding.failed(this, message, "Correct the names, or take them out.", "a table", "none")
                .as(Verdict.VACUOUS)
                .about(about);
    }

    private Finding unselected(QualifiedName name) {
        String subject = names.subject(name);
        return Finding.failed(
                        this,
                        subject + " is excepted, and is not among the tables that must take a row.",
                        "Take the exception out, or correct its name.",
                        "an exception that is needed",
                        "no such table among those selected")
                .about(subject);
    }

    private Finding finding(Catalog catalog, Insertion insertion) {
        String subject = names.subject(insertion.table());
        String reason = except.get(insertion.table());
        Finding finding = reason == null ? plain(catalog, subject, insertion) : excepted(subject, reason, insertion);
        return finding.about(subject).as(insertion.role());
    }

    private Finding excepted(String subject, String reason, Insertion insertion) {
        if (insertion.taken() == Insertion.Taken.READ_BACK) {
            return Finding.failed(
                    this,
                    subject + " takes a row from " + insertion.role() + ", so its exception is not needed.",
                    "Take the exception out.",
                    "no row is taken",
                    EXPECTED);
        }
        return Finding.passed(
                        this,
                        subject + " takes no row from " + insertion.role() + " that it can read back, as is excepted: "
                                + reason + ".",
                        "no row is taken and read back",
                        1)
                .with(List.of(insertion.message()));
    }

    private Finding plain(Catalog catalog, String subject, Insertion insertion) {
        return switch (insertion.taken()) {
            case READ_BACK ->
                Finding.passed(
                        this, subject + " takes a row, and " + insertion.role() + " reads it back.", EXPECTED, 1);
            case UNREADABLE ->
                Finding.failed(
                        this,
                        subject + " takes a row from " + insertion.role() + ", which cannot read it back: "
                                + insertion.message() + policies(catalog, insertion) + ".",
                        "Grant SELECT to the role, or mend the policy that hides the row.",
                        EXPECTED,
                        "a row is taken and not read back");
            case FORBIDDEN ->
                Finding.failed(
                        this,
                        insertion.role() + " may not put a row in: " + insertion.message(),
                        "Grant the privilege to the role, mend the policy, or except the table with the reason.",
                        EXPECTED,
                        "ERROR 42501");
            case NOT_MADE ->
                Finding.unverified(
                        this,
                        "no row could be made that the table takes: " + insertion.message(),
                        insertion.help().isEmpty()
                                ? "Mend what stands in the way; no value of a column would help."
                                : "Write " + insertion.help() + ".");
            case NOT_TRIED ->
                Finding.unverified(
                        this,
                        insertion.message() + ", so no row was put in.",
                        "Except the table with the reason, or take it out.");
        };
    }

    private static String policies(Catalog catalog, Insertion insertion) {
        List<String> policies = catalog.table(insertion.table()).stream()
                .filter(Table::rowSecurity)
                .flatMap(table -> table.policies().stream())
                .map(Policy::name)
                .toList();
        return policies.isEmpty() ? "" : " (its policies: " + String.join(", ", policies) + ")";
    }
}
