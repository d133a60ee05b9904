package org.pgassay.check.rule.security;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every trigger fires in every session, whatever its session_replication_role. */
public final class TriggersAlways implements Rule {

    @Override
    public String id() {
        return "triggers-always";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Triggers.judge(scope, (table, trigger) -> breach(scope, table, trigger));
    }

    private static @Nullable Breach breach(Scope scope, QualifiedName table, Trigger trigger) {
        if (trigger.enabled() == Trigger.Enabled.ALWAYS) {
            return null;
        }
        return new Breach(
                Triggers.name(scope, table, trigger)
                        + " is not ENABLE ALWAYS: a session that sets session_replication_role = replica passes it by.",
                "Run ALTER TABLE " + scope.host(table) + " ENABLE ALWAYS TRIGGER " + Identifiers.quote(trigger.name())
                        + ".",
                "always",
                trigger.enabled().name().toLowerCase(Locale.ROOT));
    }
}
