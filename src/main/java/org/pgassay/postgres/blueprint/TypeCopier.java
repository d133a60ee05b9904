package org.pgassay.postgres.blueprint;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Extension;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.UserType;
import org.pgassay.postgres.catalog.CatalogReader;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Copies what column definitions and expressions can name from a catalog into another database: extensions, schemas,
 * sequences, types, and the signatures of routines.
 *
 * <p>It is for an external database in which nothing may be written: a scratch schema on an embedded server of the same
 * major version can then use its types. Collations, operators and base types are not copied.
 */
public final class TypeCopier {

    private TypeCopier() {}

    /** One object, named for people, and the statements that make it. */
    record Piece(String object, String ddl) {}

    /** A piece that PostgreSQL refused, and why. */
    private record Refused(Piece piece, String reason) {

        String sentence() {
            return piece.object() + " could not be copied to the embedded server: " + reason
                    + ". What uses it cannot be checked there.";
        }
    }

    /**
     * Makes the objects in the target, in whatever order works: in one transaction of its own, or in the one that is
     * open already.
     *
     * @param source what {@link CatalogReader} read from the external database
     * @param target a database of pgAssay's own, as its superuser, in which none of the objects exists yet
     * @return one sentence for each object that could not be copied, in a deterministic order
     */
    public static List<String> copy(Catalog source, Connection target) throws SQLException {
        return copy(source, List.of(), target);
    }

    /** Makes further objects as well, which those of the catalog may need, or which may need them. */
    static List<String> copy(Catalog source, List<Piece> more, Connection target) throws SQLException {
        if (!target.getAutoCommit()) {
            return copyWithin(source, more, target);
        }
        target.setAutoCommit(false);
        List<String> refused;
        try {
            refused = copyWithin(source, more, target);
            target.commit();
        } catch (SQLException | RuntimeException failure) {
            abandon(target, failure);
            throw failure;
        }
        target.setAutoCommit(true);
        return refused;
    }

    private static List<String> copyWithin(Catalog source, List<Piece> more, Connection target) throws SQLException {
        List<Piece> pieces =
                Stream.concat(pieces(source).stream(), more.stream()).toList();
        List<Refused> refused = createAll(pieces, target);
        if (!refused.isEmpty()) {
            List<Piece> again = new ArrayList<>(rowTypes(source, refused));
            refused.forEach(each -> again.add(each.piece()));
            refused = createAll(again, target);
        }
        return refused.stream().map(Refused::sentence).toList();
    }

    private static void abandon(Connection target, Exception failure) {
        try {
            target.rollback();
            target.setAutoCommit(true);
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    /** Tries each piece again and again, for one may need another, until a round makes none. */
    private static List<Refused> createAll(List<Piece> pieces, Connection target) throws SQLException {
        List<Piece> pending = pieces;
        while (true) {
            List<Refused> refused = createWhatWorks(pending, target);
            if (refused.size() == pending.size()) {
                return refused;
            }
            pending = refused.stream().map(Refused::piece).toList();
        }
    }

    private static List<Refused> createWhatWorks(List<Piece> pieces, Connection target) throws SQLException {
        List<Refused> refused = new ArrayList<>();
        try (Statement statement = target.createStatement()) {
            for (Piece piece : pieces) {
                Savepoint before = target.setSavepoint();
                try {
                    statement.execute(piece.ddl());
                } catch (SQLException refusal) {
                    // Without a working connection the rollback fails, and that is what the caller hears of.
                    target.rollback(before);
                    refused.add(new Refused(piece, reason(refusal)));
                }
                target.releaseSavepoint(before);
            }
        }
        return refused;
    }

    private static String reason(SQLException refusal) {
        ServerErrorMessage server = refusal instanceof PSQLException e ? e.getServerErrorMessage() : null;
        return Objects.requireNonNullElse(server == null ? null : server.getMessage(), "the connection failed");
    }

    private static List<Piece> pieces(Catalog source) {
        return Stream.of(
                        schemas(source).stream().map(TypeCopier::schema),
                        source.extensions().stream().map(TypeCopier::extension),
                        source.types().stream().map(TypeCopier::type),
                        source.sequences().stream().map(TypeCopier::sequence),
                        source.routines().stream().map(TypeCopier::routine))
                .flatMap(pieces -> pieces)
                .toList();
    }

    private static Set<String> schemas(Catalog source) {
        Set<String> schemas = new LinkedHashSet<>(source.schemas());
        source.extensions().stream()
                .map(Extension::schema)
                .filter(schema -> !schema.startsWith("pg_"))
                .forEach(schemas::add);
        return schemas;
    }

    private static Piece schema(String name) {
        String quoted = Identifiers.quote(name);
        return new Piece("Schema " + quoted, "CREATE SCHEMA IF NOT EXISTS " + quoted);
    }

    private static Piece extension(Extension extension) {
        String name = Identifiers.quote(extension.name());
        return new Piece(
                "Extension " + name,
                "CREATE EXTENSION IF NOT EXISTS " + name + " SCHEMA " + Identifiers.quote(extension.schema()));
    }

    private static Piece sequence(Sequence sequence) {
        String name = sequence.name().sql();
        return new Piece("Sequence " + name, "CREATE SEQUENCE " + name + " AS " + sequence.type());
    }

    private static Piece routine(Routine routine) {
        return new Piece("Routine " + routine.name().sql() + "(" + routine.arguments() + ")", RoutineStub.ddl(routine));
    }

    private static Piece type(UserType type) {
        String name = type.name().sql();
        String ddl = switch (type.kind()) {
            case ENUM -> "CREATE TYPE " + name + " AS ENUM (" + literals(type.labels()) + ")";
            case DOMAIN -> "CREATE DOMAIN " + name + " AS " + type.definition();
            case COMPOSITE -> "CREATE TYPE " + name + " AS (" + String.join(", ", type.fields()) + ")";
            case RANGE -> "CREATE TYPE " + name + " AS RANGE (" + type.definition() + ")";
        };
        return new Piece("Type " + name, ddl);
    }

    private static String literals(List<String> texts) {
        return texts.stream().map(text -> "'" + text.replace("'", "''") + "'").collect(Collectors.joining(", "));
    }

    /**
     * Composite types in the place of the tables and views that a refused piece mentions: a signature may name a row
     * type, and a type of that name prints alike.
     */
    private static List<Piece> rowTypes(Catalog source, List<Refused> refused) {
        List<Piece> types = new ArrayList<>();
        source.tables().forEach(table -> addRowType(types, table.name(), table.columns(), refused));
        source.views().forEach(view -> addRowType(types, view.name(), view.columns(), refused));
        return types;
    }

    private static void addRowType(List<Piece> types, QualifiedName name, List<Column> columns, List<Refused> refused) {
        String sql = name.sql();
        if (refused.stream().noneMatch(each -> each.piece().ddl().contains(sql))) {
            return;
        }
        String attributes = columns.stream()
                .map(column -> Identifiers.quote(column.name()) + " " + column.type()
                        + (column.collation() == null ? "" : " COLLATE " + column.collation()))
                .collect(Collectors.joining(", "));
        types.add(new Piece("Row type " + sql, "CREATE TYPE " + sql + " AS (" + attributes + ")"));
    }
}
