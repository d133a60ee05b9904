package org.pgassay.ddl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.DefaultPrivileges;
import org.pgassay.catalog.Extension;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Namespace;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;

/** The pieces that a catalog is made of. */
final class Pieces {

    private static final String PUBLIC = "public";

    private final Map<Key, Piece> pieces = new LinkedHashMap<>();
    private final Source source;

    private Pieces(Source source) {
        this.source = source;
    }

    static Map<Key, Piece> of(Catalog catalog) {
        Pieces all = new Pieces(new Source(catalog));
        catalog.namespaces().forEach(all::schema);
        catalog.extensions().forEach(all::extension);
        catalog.types().forEach(type -> TypePieces.add(type, all));
        catalog.routines().forEach(routine -> RoutinePieces.add(routine, all));
        catalog.sequences().forEach(sequence -> SequencePieces.add(sequence, all));
        for (Table table : catalog.tables()) {
            TablePieces.add(table, all);
        }
        for (View view : catalog.views()) {
            ViewPieces.add(view, all);
        }
        catalog.objects().forEach(object -> ObjectPieces.add(object, all));
        for (DefaultPrivileges defaults : catalog.defaultPrivileges()) {
            all.add(DefaultGrants.piece(defaults));
        }
        return all.pieces;
    }

    Source source() {
        return source;
    }

    void add(Piece piece) {
        if (pieces.put(piece.key(), piece) != null) {
            throw new IllegalStateException("Two pieces are called " + piece.key() + ". Report this.");
        }
    }

    void add(Piece.Builder builder) {
        add(builder.build());
    }

    private void schema(Namespace schema) {
        String name = Sql.quote(schema.name());
        Piece.Builder piece = Piece.of(Sort.SCHEMA, name, ObjectKind.SCHEMA, name)
                .form("schema")
                .unmake("drop schema " + name, Danger.DESTRUCTIVE);
        boolean standard = schema.name().equals(PUBLIC);
        add(piece.make("create schema " + (standard ? "if not exists " : "") + name));
        Key key = new Key(Sort.SCHEMA, name);
        // Whoever made the database has the schema public already, with privileges that depend on the version.
        grants(
                key,
                new Grants(ObjectKind.SCHEMA, name, "schema " + name, "", schema.owner()),
                standard ? List.of(new Grant(Grant.PUBLIC, Grant.NONE, false)) : List.of(),
                schema.grants(),
                standard);
        comment(key, ObjectKind.SCHEMA, name, "schema " + name, schema.comment(), standard);
    }

    private void extension(Extension extension) {
        String name = Sql.quote(extension.name());
        Piece.Builder piece = Piece.of(Sort.EXTENSION, name, ObjectKind.EXTENSION, name)
                .form(extension.schema())
                .unmake("drop extension " + name, Danger.DESTRUCTIVE);
        boolean known = source.catalog().schemas().contains(extension.schema());
        if (known) {
            piece.needs(schemaKey(extension.schema()));
        } else if (!extension.schema().startsWith("pg_") && !extension.schema().equals(PUBLIC)) {
            piece.make("create schema if not exists " + Sql.quote(extension.schema()));
        }
        // No version: the newest one that comes with the server, as the fingerprint does not look at it.
        add(piece.make(
                "create extension if not exists " + name + " schema " + Sql.quote(extension.schema()) + " cascade"));
    }

    static Key schemaKey(String schema) {
        return new Key(Sort.SCHEMA, Sql.quote(schema));
    }

    /** The privileges on something, where they are not those that it was made with. */
    void grants(Key host, Grants grants, List<Grant> initial, List<Grant> wanted, boolean always) {
        String name = grants.clause() + grants.columns();
        Piece.Builder piece = Piece.of(Sort.GRANT, name, grants.kind(), grants.object())
                .host(host)
                .form(new GrantForm(grants, initial, wanted));
        piece.makeAll(grants.make(initial, wanted));
        if (always || !initial.equals(wanted)) {
            add(piece);
        }
    }

    /**
     * What a piece of privileges is.
     *
     * @param initial what whoever makes the object gets with it
     */
    record GrantForm(Grants grants, List<Grant> initial, List<Grant> wanted) {}

    void comment(Key host, ObjectKind kind, String object, String clause, @Nullable String comment) {
        comment(host, kind, object, clause, comment, false);
    }

    private void comment(
            Key host, ObjectKind kind, String object, String clause, @Nullable String comment, boolean always) {
        if (comment != null || always) {
            add(Piece.of(Sort.COMMENT, clause, kind, object)
                    .host(host)
                    .form(Sql.literal(comment))
                    .make("comment on " + clause + " is " + Sql.literal(comment))
                    .unmake("comment on " + clause + " is null", Danger.ADDITIVE));
        }
    }
}
