package org.pgassay.check.rule.security;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** PUBLIC holds nothing on tables, views, sequences and schemas. */
public final class NoPublicGrants implements Rule {

    /** An object and what is granted on it. */
    private record Item(ObjectRef object, List<Grant> grants) {}

    @Override
    public String id() {
        return "no-public-grants";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Stream.of(
                        scope.catalog().tables().stream()
                                .map(each -> new Item(scope.table(each), Exposure.with(each.grants(), each.columns()))),
                        scope.catalog().views().stream()
                                .map(each -> new Item(scope.view(each), Exposure.with(each.grants(), each.columns()))),
                        scope.catalog().sequences().stream()
                                .map(each -> new Item(
                                        new ObjectRef(ObjectKind.SEQUENCE, scope.host(each.name())), each.grants())),
                        scope.catalog().namespaces().stream()
                                .map(each -> new Item(
                                        new ObjectRef(ObjectKind.SCHEMA, Identifiers.quote(each.name())),
                                        each.grants())))
                .flatMap(each -> each)
                .map(item -> Judged.of(item.object(), breach(item)))
                .toList();
    }

    private static @Nullable Breach breach(Item item) {
        List<String> exposed = Exposure.of(item.grants(), List.of());
        String what = item.object().kind().word() + " " + item.object().name();
        return exposed.isEmpty()
                ? null
                : new Breach(
                        "PUBLIC holds privileges on the " + what + ": every role has them, those to come among them.",
                        "Revoke them from PUBLIC, and grant them to the roles that need them.",
                        "no privilege for PUBLIC",
                        String.join("\n", exposed));
    }
}
