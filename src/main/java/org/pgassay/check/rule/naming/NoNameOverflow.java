package org.pgassay.check.rule.naming;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No name is as long as names can be: what was longer was cut off without an error. */
public final class NoNameOverflow implements Rule {

    /** PostgreSQL's NAMEDATALEN without the end mark. */
    private static final int LIMIT = 63;

    @Override
    public String id() {
        return "no-name-overflow";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Named.all(scope).stream()
                .map(named -> new Judged(named.object(), named.host(), breach(named)))
                .toList();
    }

    private static @Nullable Breach breach(Named named) {
        int bytes = named.name().getBytes(StandardCharsets.UTF_8).length;
        if (bytes < LIMIT) {
            return null;
        }
        return new Breach(
                named.words() + " has a name of " + bytes
                        + " bytes, which is all that PostgreSQL keeps: a longer one was cut off without an error, and two"
                        + " such names may meet.",
                "Give it a shorter name.",
                "fewer than " + LIMIT + " bytes",
                bytes + " bytes");
    }
}
