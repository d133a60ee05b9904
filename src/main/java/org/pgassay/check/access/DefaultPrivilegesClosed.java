package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.DefaultPrivileges;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/**
 * No default privileges are set but those that the spec states.
 *
 * @param entries those that it states
 */
record DefaultPrivilegesClosed(List<DefaultEntry> entries, RoleWords words, Location location) implements Check {

    static final String ID = "default-privileges/closed";

    /** Copies the list. */
    DefaultPrivilegesClosed {
        entries = List.copyOf(entries);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "default privileges";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Set<String> stated = entries.stream()
                .flatMap(each -> each.find(words, evidence).stream())
                .map(DefaultPrivileges::subject)
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (DefaultPrivileges each : evidence.catalog().defaultPrivileges()) {
            if (!stated.contains(each.subject())) {
                findings.add(Finding.failed(
                                this,
                                "default privileges " + each.subject()
                                        + " are set and are not in the spec, which states all: objects that are made"
                                        + " from now on get other privileges than PostgreSQL's own.",
                                "Add them to the spec under 'defaultPrivileges', or undo them in a migration with ALTER"
                                        + " DEFAULT PRIVILEGES.",
                                "no such default privileges",
                                each.grants().stream()
                                        .map(grant -> RoleWords.quote(grant.role()) + ": " + grant.privilege()
                                                + (grant.grantable() ? " WITH GRANT OPTION" : ""))
                                        .collect(Collectors.collectingAndThen(
                                                Collectors.joining("; "), text -> text.isEmpty() ? "none left" : text)))
                        .about(each.subject()));
            }
        }
        int count = evidence.catalog().defaultPrivileges().size();
        return findings.isEmpty()
                ? List.of(Finding.passed(
                        this, "the spec states all default privileges.", count + " of " + count + " stated", 1 + count))
                : findings;
    }
}
