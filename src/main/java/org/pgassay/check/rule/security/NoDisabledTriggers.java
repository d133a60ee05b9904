package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every trigger fires in ordinary sessions. */
public final class NoDisabledTriggers implements Rule {

    @Override
    public String id() {
        return "no-disabled-triggers";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Triggers.judge(scope, (table, trigger) -> breach(scope, table, trigger));
    }

    private static @Nullable Breach breach(Scope scope, QualifiedName table, Trigger trigger) {
        if (trigger.enabled() == Trigger.Enabled.ORIGIN || trigger.enabled() == Trigger.Enabled.ALWAYS) {
            return null;
        }
        boolean replica = trigger.enabled() == Trigger.Enabled.REPLICA;
        return new Breach(
                Triggers.name(scope, table, trigger)
                        + (replica
                                ? " fires in replication only: an ordinary session passes it by."
                                : " is disabled: what it guards is not guarded."),
                "Run ALTER TABLE " + scope.host(table) + " ENABLE TRIGGER " + Identifiers.quote(trigger.name())
                        + ", or drop the trigger.",
                "enabled",
                replica ? "replica" : "disabled");
    }
}
