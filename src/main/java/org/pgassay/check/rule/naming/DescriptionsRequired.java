package org.pgassay.check.rule.naming;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.spec.Suggestions;

/** Every table and every column has a comment; views and functions, too, if the spec states so. */
public final class DescriptionsRequired implements Rule {

    private static final String OF = "of";

    private static final List<String> KINDS = List.of("tables", "columns", "views", "functions");

    @Override
    public String id() {
        return "descriptions-required";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.texts(
                OF,
                "What must have a comment: tables, columns, views, functions, or a list; without it tables, columns."));
    }

    @Override
    public List<String> problems(Parameters stated) {
        return stated.list(OF, KINDS).stream()
                .filter(kind -> !KINDS.contains(kind))
                .map(kind -> "'" + kind + "' is no kind that must have comments" + Suggestions.didYouMean(kind, KINDS)
                        + "; known: " + String.join(", ", KINDS))
                .toList();
    }

    @Override
    public List<Judged> judge(Scope scope) {
        List<String> kinds = scope.parameters().list(OF, List.of("tables", "columns"));
        List<Judged> judged = new ArrayList<>();
        for (Table table : scope.roots()) {
            String host = scope.host(table.name());
            if (kinds.contains("tables")) {
                judged.add(judged(scope.table(table), host, table.comment()));
            }
            if (kinds.contains("columns")) {
                scope.columns(table)
                        .forEach(column ->
                                judged.add(judged(scope.column(table.name(), column.name()), host, column.comment())));
            }
        }
        if (kinds.contains("views")) {
            for (View view : scope.catalog().views()) {
                judged.add(judged(scope.view(view), scope.host(view.name()), view.comment()));
            }
        }
        if (kinds.contains("functions")) {
            for (Routine routine : scope.catalog().routines()) {
                ObjectRef object = scope.routine(routine);
                judged.add(judged(object, object.name(), routine.comment()));
            }
        }
        return judged;
    }

    private static Judged judged(ObjectRef object, String host, @Nullable String comment) {
        boolean described = comment != null && !comment.isBlank();
        return new Judged(
                object,
                host,
                described
                        ? null
                        : new Breach(
                                "the " + object.kind().word() + " " + object.name()
                                        + " has no comment: what it is for stands nowhere in the database.",
                                "Run COMMENT ON " + object.kind().word().toUpperCase(java.util.Locale.ROOT) + " "
                                        + object.name() + " IS '…'.",
                                "a comment",
                                "none"));
    }
}
