package org.pgassay.check.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.spec.Location;

/**
 * Something that must hold of the privileges on all objects.
 *
 * @param owner the role that the spec names as owner; null if it names none
 */
record SecurityPrivileges(
        Privilege privilege, @Nullable String owner, List<Allowance> allowed, Names names, Location location)
        implements Check {

    static final String ID = "security/privileges";

    SecurityPrivileges {
        allowed = List.copyOf(allowed);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return privilege.word();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SERVER, Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Evidence.Server server = evidence.server();
        if (privilege == Privilege.SUPERUSER_OWNERSHIP && owner == null && server.migrator() != null) {
            return List.of(Finding.unverified(
                    this,
                    "not tried: the spec names no owner, so the migrations ran as a superuser, and who owns the objects in"
                            + " production is not known.",
                    "Name the role that runs the migrations under 'roles: {owner: …}'."));
        }
        Scope scope = new Scope(evidence.catalog(), names, server.majorVersion(), Parameters.NONE);
        List<Judged> judged = privilege.judged(scope, server);
        Allowance.Ledger ledger = new Allowance.Ledger(allowed);
        List<Finding> findings = new ArrayList<>();
        for (Judged each : judged) {
            Breach breach = each.breach();
            if (breach != null && !ledger.accepts(each.object().name(), privilege.word())) {
                findings.add(Finding.failed(this, breach.message(), breach.help(), breach.expected(), breach.observed())
                        .about(privilege.word() + ": " + each.object().name()));
            }
        }
        findings.addAll(ledger.stale(this));
        if (judged.isEmpty()) {
            findings.add(nothing());
        }
        return findings.isEmpty() ? List.of(passed(judged, ledger)) : findings;
    }

    private Finding nothing() {
        return Finding.failed(
                        this,
                        "the database has no object that '" + privilege.word() + "' is about, so it says nothing.",
                        "Take it out of 'privileges'.",
                        "at least one object",
                        "none")
                .as(Verdict.VACUOUS);
    }

    private Finding passed(List<Judged> judged, Allowance.Ledger ledger) {
        return Finding.passed(
                        this,
                        "looked at " + judged.size() + (judged.size() == 1 ? " object" : " objects")
                                + ", and nothing is against '" + privilege.word() + "'.",
                        "no breach",
                        judged.size())
                .with(ledger.lines());
    }
}
