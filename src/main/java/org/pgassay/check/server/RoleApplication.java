package org.pgassay.check.server;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/** The application's role must be bound by row security and grants: no superuser, no BYPASSRLS, not the owner. */
record RoleApplication(String role, Location location) implements Check {

    static final String ID = "role/application";

    private static final String BOUND = "NOSUPERUSER NOBYPASSRLS, not the owner";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return Identifiers.quote(role);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SERVER, Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        @Nullable List<String> powers = evidence.server().applicationPowers();
        if (powers == null) {
            return List.of(Finding.failed(
                    this,
                    "the role " + subject() + " does not exist, so nothing can be tried as the application.",
                    "Create the role, or name the one that the application logs in as.",
                    BOUND,
                    "no such role"));
        }
        if (!powers.isEmpty()) {
            return List.of(Finding.failed(
                    this,
                    "the role " + subject() + " is " + String.join(" and ", powers)
                            + ": neither row security nor grants bind the application.",
                    "Take these powers from the role, or name the role that the application really logs in as.",
                    BOUND,
                    String.join(", ", powers)));
        }
        return List.of(
                Finding.passed(this, "the role " + subject() + " is bound by row security and grants.", BOUND, 1));
    }
}
