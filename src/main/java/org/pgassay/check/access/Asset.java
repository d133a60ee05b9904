package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Namespace;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;
import org.pgassay.check.Names;
import org.pgassay.check.object.StatedObject;

/**
 * An object of the catalog, as far as all kinds of object are alike.
 *
 * @param name its schema, empty if it lives in none, and its name
 * @param signature for a function the types of its input arguments; otherwise empty
 * @param subject as reports name it
 * @param owner null for kinds without owner
 * @param columns the grants on single columns, by every column that there is
 * @param linked whether PostgreSQL itself keeps its owner the same as that of a table: a sequence that a column owns
 */
record Asset(
        ObjectKind kind,
        QualifiedName name,
        List<String> signature,
        String subject,
        @Nullable String owner,
        List<Grant> grants,
        Map<String, List<Grant>> columns,
        @Nullable String comment,
        boolean linked) {

    /** Copies the collections. */
    Asset {
        signature = List.copyOf(signature);
        grants = List.copyOf(grants);
        columns = Map.copyOf(columns);
    }

    /** The object in plain words, such as {@code the table orders}. */
    String phrase() {
        return kind == ObjectKind.OTHER ? "the " + subject : "the " + kind.word() + " " + subject;
    }

    /** The name as PostgreSQL stores it, with its schema where the subject has one. */
    String plainName() {
        boolean qualified = !name.schema().isEmpty() && subject.startsWith(Identifiers.quote(name.schema()) + ".");
        return qualified ? name.schema() + "." + name.name() : name.name();
    }

    /** Whether every database has it: the schema public, which PostgreSQL makes and owns. */
    boolean builtIn() {
        return kind == ObjectKind.SCHEMA && name.name().equals("public");
    }

    /** All objects of a catalog, parts of objects left out, in the catalog's order. */
    static List<Asset> all(Catalog catalog, Names names) {
        List<Asset> all = new ArrayList<>();
        catalog.namespaces().forEach(each -> all.add(of(each)));
        catalog.tables().forEach(each -> all.add(of(each, names)));
        catalog.views().forEach(each -> all.add(of(each, names)));
        catalog.sequences().forEach(each -> all.add(of(each, names)));
        catalog.routines().forEach(each -> all.add(of(each, names)));
        catalog.types().forEach(each -> all.add(of(each, names)));
        catalog.objects().forEach(each -> all.add(of(each, names)));
        return all;
    }

    /** The object of that kind and name, if there is one; not for functions, which a name alone does not tell apart. */
    static Optional<Asset> find(Catalog catalog, Names names, ObjectKind kind, QualifiedName name) {
        return all(catalog, names).stream()
                .filter(each -> each.kind() == kind && each.name().equals(name))
                .findFirst();
    }

    private static Asset of(Namespace schema) {
        return new Asset(
                ObjectKind.SCHEMA,
                new QualifiedName("", schema.name()),
                List.of(),
                Identifiers.quote(schema.name()),
                schema.owner(),
                schema.grants(),
                Map.of(),
                schema.comment(),
                false);
    }

    private static Asset of(Table table, Names names) {
        return new Asset(
                ObjectKind.TABLE,
                table.name(),
                List.of(),
                names.subject(table.name()),
                table.owner(),
                table.grants(),
                grants(table.columns()),
                table.comment(),
                false);
    }

    private static Asset of(View view, Names names) {
        return new Asset(
                view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW,
                view.name(),
                List.of(),
                names.subject(view.name()),
                view.owner(),
                view.grants(),
                grants(view.columns()),
                view.comment(),
                false);
    }

    private static Asset of(Sequence sequence, Names names) {
        return new Asset(
                ObjectKind.SEQUENCE,
                sequence.name(),
                List.of(),
                names.subject(sequence.name()),
                sequence.owner(),
                sequence.grants(),
                Map.of(),
                sequence.comment(),
                sequence.identity() || sequence.ownedBy() != null);
    }

    private static Asset of(Routine routine, Names names) {
        return new Asset(
                ObjectKind.FUNCTION,
                routine.name(),
                routine.argumentTypes(),
                StatedObject.subject(names, routine),
                routine.owner(),
                routine.grants(),
                Map.of(),
                routine.comment(),
                false);
    }

    private static Asset of(UserType type, Names names) {
        return new Asset(
                ObjectKind.TYPE,
                type.name(),
                List.of(),
                names.subject(type.name()),
                type.owner(),
                type.grants(),
                Map.of(),
                type.comment(),
                false);
    }

    private static Asset of(DatabaseObject object, Names names) {
        String schema = object.schema();
        QualifiedName name = new QualifiedName(schema == null ? "" : schema, object.name());
        String alone = object.kind() == ObjectKind.OTHER ? object.name() : Identifiers.quote(object.name());
        return new Asset(
                object.kind(),
                object.kind() == ObjectKind.OTHER ? new QualifiedName("", object.name()) : name,
                List.of(),
                schema == null || object.kind() == ObjectKind.OTHER ? alone : names.subject(name),
                object.owner(),
                object.grants(),
                Map.of(),
                object.comment(),
                false);
    }

    private static Map<String, List<Grant>> grants(List<Column> columns) {
        Map<String, List<Grant>> grants = new TreeMap<>();
        columns.forEach(column -> grants.put(column.name(), column.grants()));
        return grants;
    }
}
