package org.pgassay.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A snapshot of the objects in a list of schemas, in a deterministic order, without what extensions own.
 *
 * <p>Expressions and types are as PostgreSQL prints them with an empty {@code search_path}, so that every name
 * in them is qualified.
 *
 * @param schemas the schemas that were asked for and exist, sorted
 * @param namespaces the schemas as objects of their own, sorted
 * @param otherSchemas the names of the database's further schemas, those of the system and of extensions left out; sorted
 * @param objects what has no list of its own, sorted by kind, schema and name; what belongs to the database and not to a
 *     schema is among them
 * @param defaultPrivileges for all roles, sorted
 * @param extensions all extensions of the database, sorted by name
 */
public record Catalog(
        List<String> schemas,
        List<Table> tables,
        List<View> views,
        List<Sequence> sequences,
        List<Routine> routines,
        List<UserType> types,
        List<Extension> extensions,
        List<Namespace> namespaces,
        List<String> otherSchemas,
        List<DatabaseObject> objects,
        List<DefaultPrivileges> defaultPrivileges) {

    /** Copies the lists. */
    public Catalog {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        sequences = List.copyOf(sequences);
        routines = List.copyOf(routines);
        types = List.copyOf(types);
        extensions = List.copyOf(extensions);
        namespaces = List.copyOf(namespaces);
        otherSchemas = List.copyOf(otherSchemas);
        objects = List.copyOf(objects);
        defaultPrivileges = List.copyOf(defaultPrivileges);
    }

    /** A catalog without any object. */
    public static Catalog empty() {
        return ofTables(List.of());
    }

    /** A catalog of tables and nothing else. */
    public static Catalog ofTables(List<Table> tables) {
        return new Catalog(
                List.of(), tables, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    /** The table of that name, if there is one. */
    public Optional<Table> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The view or materialized view of that name, if there is one. */
    public Optional<View> view(QualifiedName name) {
        return views.stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /** The sequence of that name, if there is one. */
    public Optional<Sequence> sequence(QualifiedName name) {
        return sequences.stream()
                .filter(sequence -> sequence.name().equals(name))
                .findFirst();
    }

    /** The functions of that name, which differ in their arguments. */
    public List<Routine> routines(QualifiedName name) {
        return routines.stream().filter(routine -> routine.name().equals(name)).toList();
    }

    /** The type of that name, if there is one. */
    public Optional<UserType> type(QualifiedName name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The object of another kind; the schema of its name is empty if it lives in none. */
    public Optional<DatabaseObject> object(ObjectKind kind, QualifiedName name) {
        return objects.stream()
                .filter(object -> object.kind() == kind && object.name().equals(name.name()))
                .filter(object -> name.schema().equals(object.schema() == null ? "" : object.schema()))
                .findFirst();
    }
}
