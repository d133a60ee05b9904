package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Extension;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Extensions live in schemas of their own, where no user's objects mix with theirs. */
public final class ExtensionsNotInPublic implements Rule {

    @Override
    public String id() {
        return "extensions-not-in-public";
    }

    /** plpgsql is in every database, in the system's schema. */
    @Override
    public List<Judged> judge(Scope scope) {
        return scope.catalog().extensions().stream()
                .map(extension -> Judged.of(
                        new ObjectRef(ObjectKind.EXTENSION, Identifiers.quote(extension.name())), breach(extension)))
                .toList();
    }

    private static @Nullable Breach breach(Extension extension) {
        if (!extension.schema().equals("public")) {
            return null;
        }
        String name = Identifiers.quote(extension.name());
        return new Breach(
                "the extension " + name + " lives in the schema public: its functions are open to all, and mix with the"
                        + " schema's own.",
                "Run CREATE SCHEMA extensions and ALTER EXTENSION " + name + " SET SCHEMA extensions.",
                "another schema than public",
                "public");
    }
}
