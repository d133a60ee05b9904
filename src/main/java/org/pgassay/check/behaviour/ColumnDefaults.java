package org.pgassay.check.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Column;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.RowTrials.DefaultStated;
import org.pgassay.check.RowTrials.DefaultTried;
import org.pgassay.check.Verdict;
import org.pgassay.check.structure.StatedParts.StatedColumn;
import org.pgassay.spec.Location;

/** Each default that the spec states is what a row gets that leaves the column out. */
record ColumnDefaults(Names names, List<StatedColumn> columns, Location location) implements Check {

    static final String ID = "behaviour/default";

    /** Copies the list. */
    ColumnDefaults {
        columns = List.copyOf(columns);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "defaults";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.BLUEPRINT, Need.SANDBOX);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<DefaultStated> stated = new ArrayList<>();
        List<StatedColumn> where = new ArrayList<>();
        for (StatedColumn column : columns) {
            Optional<Column> expected = evidence.blueprint()
                    .expected()
                    .table(column.table())
                    .flatMap(each -> each.column(column.name()))
                    .filter(ColumnDefaults::hasDefault);
            expected.ifPresent(each -> {
                stated.add(new DefaultStated(column.table(), each));
                where.add(column);
            });
        }
        if (stated.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "the spec states no default, so none was tried.",
                            "State columns with their defaults under 'tables', or take 'defaults' out.",
                            "a default",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Finding> findings = new ArrayList<>();
        for (DefaultTried tried : evidence.sandbox().rows().defaults(stated)) {
            String subject = names.subject(
                    tried.stated().table(), tried.stated().column().name());
            Location at = where.get(stated.indexOf(tried.stated())).location();
            findings.add(Findings.at(finding(subject, tried), subject, at));
        }
        return findings;
    }

    private static boolean hasDefault(Column column) {
        return column.generated() == Column.Generated.NONE
                && (column.defaultExpression() != null || column.identity() != Column.Identity.NONE);
    }

    private Finding finding(String subject, DefaultTried tried) {
        String expected = stated(tried.stated().column());
        String observed = tried.observed().isEmpty() ? "no default" : tried.observed();
        List<String> lines = tried.aside().isEmpty() ? List.of() : List.of(tried.aside());
        return switch (tried.outcome()) {
            case SAME ->
                Finding.passed(
                                this,
                                subject + ", left out of a row, gets the value that " + expected + " has.",
                                expected,
                                1)
                        .with(lines);
            case FRESH ->
                Finding.passed(
                                this,
                                subject + ", left out of a row, gets a value of its type; " + expected
                                        + " has another one each time, so that the values themselves were not compared.",
                                expected,
                                1)
                        .with(lines);
            case OTHER ->
                Finding.failed(
                                this,
                                subject + ", left out of a row, does not get what " + expected + " gives.",
                                "Set the default in a migration, or correct the spec.",
                                expected,
                                observed)
                        .with(lines);
            case NOTHING ->
                Finding.failed(
                                this,
                                subject + ", left out of a row, gets nothing.",
                                "Set the default in a migration, or correct the spec.",
                                expected,
                                observed)
                        .with(lines);
            case UNTRIED ->
                Finding.unverified(
                        this,
                        "the default of " + subject + " was not tried: " + tried.message() + ".",
                        tried.help().isEmpty() ? "Mend what stands in the way." : tried.help());
        };
    }

    private static String stated(Column column) {
        return switch (column.identity()) {
            case ALWAYS, BY_DEFAULT -> "its identity";
            case NONE -> String.valueOf(column.defaultExpression());
        };
    }
}
