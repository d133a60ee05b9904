package org.pgassay.postgres.blueprint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;
import org.pgassay.check.Blueprint.Part;

/** Finds the real object that a planned one stands for. */
final class ActualObjects {

    private ActualObjects() {}

    /**
     * The real object of a part's name, if there is one.
     *
     * @param expected what was made of the part: a function's argument types are known from it
     */
    static Optional<? extends Described> of(Catalog actual, Part part, Described expected) {
        QualifiedName name = part.table();
        return switch (part.kind()) {
            case VIEW, MATERIALIZED_VIEW ->
                actual.view(name).filter(view -> view.materialized() == (part.kind() == ObjectKind.MATERIALIZED_VIEW));
            case SEQUENCE -> actual.sequence(name);
            case FUNCTION ->
                actual.routines(name).stream()
                        .filter(each -> each.argumentTypes().equals(((Routine) expected).argumentTypes()))
                        .findFirst();
            case TYPE -> actual.type(name);
            case COLLATION, STATISTICS, EVENT_TRIGGER, PUBLICATION, FOREIGN_SERVER, OTHER ->
                actual.object(part.kind(), name);
            case TRIGGER, POLICY, RULE, INDEX -> hosted(actual, name, part);
            case SCHEMA, TABLE, COLUMN, CONSTRAINT, EXTENSION, DEFAULT_PRIVILEGES -> Optional.empty();
        };
    }

    /**
     * The trigger, policy, rule or index of a table or view.
     *
     * @param host the table's or view's name in this catalog
     */
    static Optional<? extends Described> hosted(Catalog catalog, QualifiedName host, Part part) {
        Optional<Table> table = catalog.table(host);
        Optional<View> view = catalog.view(host);
        return switch (part.kind()) {
            case TRIGGER ->
                either(table.map(Table::triggers), view.map(View::triggers))
                        .filter(each -> each.name().equals(part.name()))
                        .findFirst();
            case RULE ->
                either(table.map(Table::rules), view.map(View::rules))
                        .filter(each -> each.name().equals(part.name()))
                        .findFirst();
            case INDEX ->
                either(table.map(Table::indexes), view.map(View::indexes))
                        .filter(each -> each.name().equals(part.name()))
                        .findFirst();
            case POLICY ->
                table.stream()
                        .flatMap(each -> each.policies().stream())
                        .filter(each -> each.name().equals(part.name()))
                        .findFirst();
            case SCHEMA,
                    TABLE,
                    COLUMN,
                    CONSTRAINT,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    FUNCTION,
                    TYPE,
                    EXTENSION,
                    COLLATION,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION,
                    FOREIGN_SERVER,
                    DEFAULT_PRIVILEGES,
                    OTHER -> throw new IllegalStateException(part.kind() + " is no part of a table or view");
        };
    }

    private static <T> Stream<T> either(Optional<List<T>> first, Optional<List<T>> second) {
        return Stream.concat(first.stream(), second.stream()).flatMap(List::stream);
    }
}
