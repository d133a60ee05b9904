package org.pgassay.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row security policy.
 *
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles the roles it applies to, sorted; {@code PUBLIC} for all
 */
public record Policy(
        String name,
        boolean permissive,
        String command,
        List<String> roles,
        @Nullable String using,
        @Nullable String withCheck,
        @Nullable String comment)
        implements Described {

    /** Copies the list. */
    public Policy {
        roles = List.copyOf(roles);
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .add("as", permissive ? null : "RESTRICTIVE")
                .add("for", command)
                .add("to", roles)
                .add("using", using)
                .add("with check", withCheck)
                .all();
    }
}
