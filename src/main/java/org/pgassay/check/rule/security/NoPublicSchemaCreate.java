package org.pgassay.check.rule.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Namespace;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Nobody can create objects in a schema because everybody can. */
public final class NoPublicSchemaCreate implements Rule {

    @Override
    public String id() {
        return "no-public-schema-create";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.catalog().namespaces().stream()
                .map(schema ->
                        Judged.of(new ObjectRef(ObjectKind.SCHEMA, Identifiers.quote(schema.name())), breach(schema)))
                .toList();
    }

    /** PostgreSQL 14 grants CREATE on the schema public to PUBLIC by itself; later versions do not. */
    private static @Nullable Breach breach(Namespace schema) {
        boolean create = schema.grants().stream()
                .anyMatch(grant -> grant.role().equals(Grant.PUBLIC)
                        && (grant.privilege().equals("CREATE")
                                || grant.privilege().equals("ALL")));
        String name = Identifiers.quote(schema.name());
        return !create
                ? null
                : new Breach(
                        "every role can create objects in the schema " + name
                                + ": one that hides a real function or table is then found first.",
                        "Run REVOKE CREATE ON SCHEMA " + name + " FROM PUBLIC.",
                        "no CREATE for PUBLIC",
                        String.join("\n", Exposure.of(schema.grants(), List.of())));
    }
}
