package org.pgassay.check.object;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.check.Names;

/** Lists the real objects of a kind. */
final class CatalogObjects {

    private CatalogObjects() {}

    /**
     * A real object.
     *
     * @param name whose schema is empty if the object lives in none
     * @param subject its name as subjects have it
     */
    record Entry(QualifiedName name, String subject, Described object) {}

    /** All objects of a kind; extensions are not among them. */
    static List<Entry> of(Catalog catalog, ObjectSort sort, Names names) {
        return switch (sort) {
            case VIEW, MATERIALIZED_VIEW ->
                catalog.views().stream()
                        .filter(view -> view.materialized() == (sort == ObjectSort.MATERIALIZED_VIEW))
                        .map(view -> new Entry(view.name(), names.subject(view.name()), view))
                        .toList();
            case SEQUENCE ->
                catalog.sequences().stream()
                        .map(sequence -> new Entry(sequence.name(), names.subject(sequence.name()), sequence))
                        .toList();
            case FUNCTION ->
                catalog.routines().stream()
                        .map(routine -> new Entry(routine.name(), StatedObject.subject(names, routine), routine))
                        .toList();
            case TYPE ->
                catalog.types().stream()
                        .map(type -> new Entry(type.name(), names.subject(type.name()), type))
                        .toList();
            case COLLATION, STATISTICS, EVENT_TRIGGER, PUBLICATION, FOREIGN_SERVER, OTHER ->
                catalog.objects().stream()
                        .filter(object -> object.kind() == sort.kind())
                        .map(object -> entry(names, sort, object))
                        .toList();
            case EXTENSION -> List.of();
        };
    }

    private static Entry entry(Names names, ObjectSort sort, DatabaseObject object) {
        String schema = object.schema();
        QualifiedName name = new QualifiedName(schema == null || !sort.inSchema() ? "" : schema, object.name());
        return new Entry(name, StatedObject.subject(names, sort, name), object);
    }

    /**
     * The real object that a spec states, if there is one.
     *
     * @param expected what PostgreSQL made of the statement: of a function it has the argument types
     */
    static Optional<Entry> find(
            Catalog catalog,
            ObjectSort sort,
            Names names,
            StatedObject stated,
            Optional<? extends Described> expected) {
        return named(catalog, sort, names, stated)
                .filter(entry -> !(entry.object() instanceof Routine routine)
                        || expected.map(each -> ((Routine) each).argumentTypes().equals(routine.argumentTypes()))
                                .orElse(false))
                .findFirst();
    }

    /** The real objects of the name that a spec states: several where functions are overloaded. */
    static Stream<Entry> named(Catalog catalog, ObjectSort sort, Names names, StatedObject stated) {
        return of(catalog, sort, names).stream().filter(entry -> entry.name().equals(stated.name()));
    }

    /** How many objects of all kinds there are. */
    static int count(Catalog catalog) {
        return catalog.tables().size()
                + catalog.views().size()
                + catalog.sequences().size()
                + catalog.routines().size()
                + catalog.types().size()
                + catalog.objects().size();
    }
}
