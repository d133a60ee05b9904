package org.pgassay.check.rule.design;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Keywords;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No name needs double quotes because it is a key word of SQL. */
public final class NoReservedWords implements Rule {

    @Override
    public String id() {
        return "no-reserved-words";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Stream.of(
                        scope.roots().stream()
                                .flatMap(table -> Stream.concat(
                                        Stream.of(Judged.of(
                                                scope.table(table),
                                                breach("table", table.name().name()))),
                                        columns(scope, table.name(), scope.columns(table)))),
                        scope.catalog().views().stream()
                                .flatMap(view -> Stream.concat(
                                        Stream.of(Judged.of(
                                                scope.view(view),
                                                breach("view", view.name().name()))),
                                        columns(scope, view.name(), view.columns()))),
                        scope.catalog().sequences().stream()
                                .map(each -> Judged.of(
                                        new ObjectRef(ObjectKind.SEQUENCE, scope.host(each.name())),
                                        breach("sequence", each.name().name()))),
                        scope.catalog().types().stream()
                                .map(each -> Judged.of(
                                        new ObjectRef(ObjectKind.TYPE, scope.host(each.name())),
                                        breach("type", each.name().name()))),
                        scope.catalog().routines().stream()
                                .map(each -> Judged.of(
                                        scope.routine(each),
                                        breach("function", each.name().name()))))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Judged> columns(Scope scope, QualifiedName table, List<Column> columns) {
        return columns.stream()
                .map(column -> new Judged(
                        scope.column(table, column.name()), scope.host(table), breach("column", column.name())));
    }

    private static @Nullable Breach breach(String kind, String name) {
        return !Keywords.needsQuotes(name)
                ? null
                : new Breach(
                        "the " + kind + " name " + name
                                + " is a key word: every statement that leaves out the quotes fails, or means something"
                                + " else.",
                        "Rename it.",
                        "a name that needs no quotes",
                        Identifiers.quote(name));
    }
}
