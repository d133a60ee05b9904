package org.pgassay.check.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.RowTrials.CascadeTried;
import org.pgassay.check.RowTrials.Hanging;
import org.pgassay.spec.Location;

/** When a row is deleted, the rows that hang on it in other tables are gone too, and no others. */
record CascadeReaches(Names names, QualifiedName root, List<QualifiedName> tables, Location location) implements Check {

    static final String ID = "behaviour/cascade";

    /** Copies the list. */
    CascadeReaches {
        tables = List.copyOf(tables);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return names.subject(root);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.SANDBOX);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        CascadeTried tried = evidence.sandbox().rows().cascade(root, tables);
        String expected = "the rows of "
                + tables.stream().map(names::subject).collect(Collectors.joining(", "))
                + " are deleted along";
        List<String> untried = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Hanging each : tried.tables()) {
            String table = names.subject(each.table());
            if (!each.untried().isEmpty()) {
                untried.add(table + " has no row to try: " + each.untried());
            } else if (each.path().isEmpty()) {
                faults.add(table + " does not hang on it by any foreign key");
            } else if (tried.refusal().isEmpty() && each.left() > 0) {
                faults.add("the row of " + table + " is still there");
            } else if (each.lost() > 0) {
                faults.add(
                        each.lost() == 1
                                ? "1 row of " + table + " that hangs on another is gone"
                                : each.lost() + " rows of " + table + " that hang on others are gone");
            }
            if (!each.path().isEmpty()) {
                lines.add(table + " hangs on it by " + String.join(", then ", each.path()));
            }
        }
        if (!tried.refusal().isEmpty()) {
            faults.add(0, "it cannot be deleted: " + tried.refusal());
        }
        if (!faults.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "deleting a row of " + subject() + " does not take along what hangs on it: "
                                    + String.join("; ", faults) + ".",
                            "Let the foreign keys cascade, or correct 'cascades'.",
                            expected,
                            String.join("; ", faults))
                    .with(lines));
        } else if (!untried.isEmpty()) {
            return List.of(Finding.unverified(
                            this,
                            "what hangs on a row of " + subject() + " was not tried: " + String.join("; ", untried)
                                    + ".",
                            "Give the values that a row needs under 'behaviour: {sampleRows: …}'.")
                    .with(lines));
        }
        return List.of(Finding.passed(
                        this,
                        "deleting a row of " + subject() + " takes along the rows that hang on it, and no others.",
                        expected,
                        tables.size())
                .with(lines));
    }
}
