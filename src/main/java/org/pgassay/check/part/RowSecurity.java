package org.pgassay.check.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/**
 * Row security must be enabled, and forced upon the table's owner, as stated.
 *
 * @param enabled null where the spec does not say
 * @param forced null where the spec does not say
 */
record RowSecurity(
        Names names,
        QualifiedName table,
        @Nullable Boolean enabled,
        @Nullable Boolean forced,
        Location location) implements Check {

    static final String ID = "table/row-security";

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
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(table);
        if (found.isEmpty()) {
            return List.of(Finding.failed(
                    this,
                    "the row security of " + subject() + " cannot be looked at: "
                            + Hosts.missing(evidence.catalog(), table, names) + ".",
                    "Create the table in a migration, or take it out of the spec.",
                    state(Boolean.TRUE.equals(enabled), Boolean.TRUE.equals(forced)),
                    "no table"));
        }
        boolean isEnabled = found.get().rowSecurity();
        boolean isForced = found.get().rowSecurityForced();
        List<String> differences = new ArrayList<>();
        if (enabled != null && enabled != isEnabled) {
            differences.add(
                    isEnabled
                            ? "is enabled and must not be: without a policy that lets it, no row can be read or written"
                            : "is not enabled: no policy binds anyone");
        }
        if (forced != null && forced != isForced) {
            differences.add(
                    isForced
                            ? "is forced upon the table's owner and must not be"
                            : "is not forced: the table's owner passes by every policy");
        }
        String observed = state(isEnabled, isForced);
        if (differences.isEmpty()) {
            return List.of(Finding.passed(this, "the row security of " + subject() + " is as stated.", observed, 1));
        }
        return List.of(Finding.failed(
                        this,
                        "the row security of " + subject() + " " + String.join(", and ", differences) + ".",
                        "Run ALTER TABLE … ROW LEVEL SECURITY (enable, disable, force or no force) in a migration, or correct the spec.",
                        state(enabled == null ? isEnabled : enabled, forced == null ? isForced : forced),
                        observed)
                .with(differences));
    }

    private static String state(boolean enabled, boolean forced) {
        return "row security " + (enabled ? "enabled" : "disabled") + (forced ? ", forced" : ", not forced");
    }
}
