package org.pgassay.check.rule.api;

import org.jspecify.annotations.Nullable;
import org.pgassay.check.ObjectRef;

/**
 * An object that a rule has looked at.
 *
 * @param host the subject of the table, view or function that the object belongs to or is: what selects it, too
 * @param breach how it breaks the rule; null if it does not
 */
public record Judged(
        ObjectRef object, String host, @Nullable Breach breach) {

    /** An object of its own, which breaks the rule if there is a breach. */
    public static Judged of(ObjectRef object, @Nullable Breach breach) {
        return new Judged(object, object.name(), breach);
    }

    /** Whether it keeps the rule. */
    public boolean holds() {
        return breach == null;
    }
}
