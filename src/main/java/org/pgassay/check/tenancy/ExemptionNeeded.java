package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgassay.catalog.Table;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * A table that is exempt is there, and needs to be.
 *
 * @param required what the exemption spares the table
 */
record ExemptionNeeded(Tenancy stated, String entry, List<CatalogCheck> required, Location location)
        implements CatalogCheck {

    static final String ID = "tenancy/exempt";

    /** Copies the list. */
    ExemptionNeeded {
        required = List.copyOf(required);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return entry;
    }

    @Override
    public List<Finding> judge(Model model) {
        List<Table> tables = model.catalog().tables().stream()
                .filter(table -> stated.means(entry, table))
                .toList();
        SourceText reason = stated.exempt().get(entry);
        if (tables.isEmpty()) {
            return List.of(fails(
                    entry,
                    "no table is called " + entry + ", so that it is exempt says nothing.",
                    "Correct the name, or take it out of 'exempt'.",
                    "a table " + entry,
                    "none"));
        } else if (!isRoot(tables) && !needed(model)) {
            return List.of(fails(
                    entry,
                    entry + " holds all that is required of tables of tenants, so that it is exempt hides it from what"
                            + " is tried.",
                    "Take it out of 'exempt'.",
                    "a table that needs to be exempt",
                    "one that does not"));
        }
        return List.of(holds(
                entry,
                entry + " belongs to no tenant: " + (reason == null ? "" : reason.text()) + ".",
                tables.size() == 1 ? "1 table" : tables.size() + " tables"));
    }

    /** The tenants themselves may always be. */
    private boolean isRoot(List<Table> tables) {
        return stated.columns().stream()
                .anyMatch(
                        column -> tables.stream().anyMatch(table -> table.name().equals(column.root())));
    }

    /** Whether something fails without the exemption that does not with it. */
    private boolean needed(Model model) {
        Model without = new Model(model.catalog(), stated.without(entry));
        List<Finding> before = new ArrayList<>();
        List<Finding> after = new ArrayList<>();
        for (CatalogCheck check : required) {
            before.addAll(check.judge(model));
            after.addAll(check.judge(without));
        }
        Set<String> known = faults(before);
        return faults(after).stream().anyMatch(fault -> !known.contains(fault));
    }

    private static Set<String> faults(List<Finding> findings) {
        Set<String> faults = new HashSet<>();
        findings.stream()
                .filter(finding -> finding.verdict() != Verdict.PASSED)
                .forEach(finding -> faults.add(finding.check() + " " + finding.subject() + " " + finding.message()));
        return faults;
    }
}
