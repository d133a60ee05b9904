package org.pgassay.check.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.migration.log.History;
import org.pgassay.migration.log.History.Deeds;
import org.pgassay.migration.log.LockMode;
import org.pgassay.spec.Location;

/** No revision may take a stronger lock than the spec allows on a table that was there before it. */
record LockAtMost(Budget budget, LockMode most, Location location) implements Check {

    static final String ID = "lock/mode";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "revisions";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.HISTORY, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        History history = Verdicts.apart(evidence);
        history.revisions().forEach(deeds -> findings.addAll(of(deeds)));
        return Verdicts.orVacuous(this, findings, Verdicts.tablesBefore(history));
    }

    private List<Finding> of(Deeds deeds) {
        List<Finding> findings = new ArrayList<>();
        budget.beyond(deeds).forEach((table, mode) -> {
            if (budget.exception(deeds.revision(), table).isEmpty()) {
                findings.add(failed(deeds, table, mode));
            }
        });
        if (deeds.shared()) {
            findings.add(Verdicts.shared(this, deeds.revision()));
        } else if (findings.isEmpty() && deeds.commands() > 0) {
            findings.add(passed(deeds));
        }
        return findings;
    }

    private Finding failed(Deeds deeds, String table, LockMode mode) {
        String name = budget.name(table);
        return Finding.failed(
                        this,
                        "revision " + deeds.revision() + " takes " + mode.word() + " on " + name
                                + ", which was there before it: " + mode.effect() + " until its transaction ends.",
                        "Do it in a way that takes a weaker lock, or except the revision with a reason.",
                        "at most " + most.word(),
                        mode.word())
                .about(deeds.revision() + " " + name);
    }

    private Finding passed(Deeds deeds) {
        String strongest = deeds.locks().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> entry.getValue().word() + " on " + budget.name(entry.getKey()))
                .orElse("no lock on a table that was there before it");
        return Finding.passed(
                        this,
                        "revision " + deeds.revision() + " takes no lock that is too strong: the strongest is "
                                + strongest + ".",
                        strongest,
                        deeds.commands())
                .about(deeds.revision());
    }
}
