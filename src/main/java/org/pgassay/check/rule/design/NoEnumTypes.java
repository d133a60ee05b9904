package org.pgassay.check.rule.design;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.UserType;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No enum types: labels cannot be dropped, and a table of values can be changed like data. */
public final class NoEnumTypes implements Rule {

    @Override
    public String id() {
        return "no-enum-types";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.catalog().types().stream()
                .map(type -> Judged.of(new ObjectRef(ObjectKind.TYPE, scope.host(type.name())), breach(scope, type)))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, UserType type) {
        if (type.kind() != UserType.Kind.ENUM) {
            return null;
        }
        return new Breach(
                "the type " + scope.host(type.name())
                        + " is an enum: a label cannot be dropped, and its columns' order is that of the labels.",
                "Use a table of values and a foreign key, or text with a check.",
                "no enum",
                String.join(", ", type.labels()));
    }
}
