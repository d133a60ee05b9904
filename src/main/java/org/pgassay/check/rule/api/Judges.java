package org.pgassay.check.rule.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;

/** Judges all objects of a sort, one by one; what a partition only has from its parent is judged at the parent. */
public final class Judges {

    private Judges() {}

    /** Judges one object. */
    @FunctionalInterface
    public interface Judge<T> {

        /** How the part of the table breaks the rule; null if it does not. */
        @Nullable
        Breach of(Table table, T part);
    }

    /** Judges the tables that are no partitions. */
    public static List<Judged> tables(Scope scope, Judge<Table> judge) {
        return scope.roots().stream()
                .map(table -> Judged.of(scope.table(table), judge.of(table, table)))
                .toList();
    }

    /** Judges the columns of tables. */
    public static List<Judged> columns(Scope scope, Judge<Column> judge) {
        return parts(
                scope,
                table -> scope.columns(table).stream()
                        .map(column -> new Judged(
                                scope.column(table.name(), column.name()),
                                scope.host(table.name()),
                                judge.of(table, column)))
                        .toList());
    }

    /** Judges the indexes of tables. */
    public static List<Judged> indexes(Scope scope, Judge<Index> judge) {
        return parts(
                scope,
                table -> scope.indexes(table).stream()
                        .map(index -> new Judged(
                                scope.index(table.name(), index), scope.host(table.name()), judge.of(table, index)))
                        .toList());
    }

    /** Judges the constraints of a kind. */
    public static List<Judged> constraints(Scope scope, Constraint.Type type, Judge<Constraint> judge) {
        return parts(
                scope,
                table -> scope.constraints(table, type).stream()
                        .map(constraint -> new Judged(
                                scope.constraint(table, constraint),
                                scope.host(table.name()),
                                judge.of(table, constraint)))
                        .toList());
    }

    private static List<Judged> parts(Scope scope, Function<Table, List<Judged>> judged) {
        return scope.tables().stream()
                .flatMap(table -> judged.apply(table).stream())
                .toList();
    }
}
