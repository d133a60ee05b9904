package org.pgassay.check.rule.security;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Scope;

/** Goes through all triggers of all tables and views. */
final class Triggers {

    /** What a rule says of one trigger. */
    @FunctionalInterface
    interface Verdict {
        /** How the trigger breaks the rule; null if it does not. */
        @Nullable
        Breach on(QualifiedName table, Trigger trigger);
    }

    private Triggers() {}

    /** A verdict for every trigger; what selects it is its table or view, too. */
    static List<Judged> judge(Scope scope, Verdict verdict) {
        return Stream.concat(
                        scope.catalog().tables().stream()
                                .flatMap(table -> table.triggers().stream()
                                        .map(trigger -> judged(scope, table.name(), trigger, verdict))),
                        scope.catalog().views().stream()
                                .flatMap(view -> view.triggers().stream()
                                        .map(trigger -> judged(scope, view.name(), trigger, verdict))))
                .toList();
    }

    private static Judged judged(Scope scope, QualifiedName table, Trigger trigger, Verdict verdict) {
        return new Judged(scope.trigger(table, trigger), scope.host(table), verdict.on(table, trigger));
    }

    /** How a message names it. */
    static String name(Scope scope, QualifiedName table, Trigger trigger) {
        return "the trigger " + Identifiers.quote(trigger.name()) + " of " + scope.host(table);
    }
}
