package org.pgassay.postgres.blueprint;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;
import org.pgassay.check.ObjectFragments;
import org.pgassay.postgres.blueprint.TypeCopier.Piece;

/**
 * Copies what definitions of views, triggers and policies can name from a catalog into another database: beside what
 * {@link TypeCopier} copies, collations, foreign-data wrappers, views, and tables without their rows: their columns with
 * types and collations, and their primary keys, which queries may depend on.
 */
public final class SkeletonCopier {

    private static final String WRAPPER = "foreign-data wrapper ";

    private SkeletonCopier() {}

    /**
     * Makes the objects in the target, as {@link TypeCopier#copy(Catalog, Connection)} does.
     *
     * @return one sentence for each object that could not be copied, in a deterministic order
     */
    public static List<String> copy(Catalog source, Connection target) throws SQLException {
        List<Piece> pieces = new ArrayList<>();
        source.objects().forEach(object -> addObject(pieces, object));
        source.tables().forEach(table -> pieces.add(table(table)));
        source.views().forEach(view -> pieces.add(view(view)));
        return TypeCopier.copy(source, pieces, target);
    }

    private static void addObject(List<Piece> pieces, DatabaseObject object) {
        String schema = object.schema();
        if (object.kind() == ObjectKind.COLLATION && schema != null) {
            String name = new QualifiedName(schema, object.name()).sql();
            pieces.add(new Piece("Collation " + name, "CREATE COLLATION " + name + " " + object.definition()));
        } else if (object.kind() == ObjectKind.OTHER && object.name().startsWith(WRAPPER)) {
            String name = object.name().substring(WRAPPER.length());
            pieces.add(new Piece("Foreign-data wrapper " + name, "CREATE FOREIGN DATA WRAPPER " + name));
        }
    }

    private static Piece table(Table table) {
        List<String> parts = new ArrayList<>();
        table.columns()
                .forEach(column -> parts.add(Identifiers.quote(column.name()) + " " + column.type()
                        + (column.collation() == null ? "" : " COLLATE " + column.collation())));
        table.constraints().stream()
                .filter(constraint -> constraint.type() == Constraint.Type.PRIMARY_KEY)
                .forEach(key -> parts.add(key.columns().stream()
                        .map(Identifiers::quote)
                        .collect(Collectors.joining(", ", "PRIMARY KEY (", ")"))));
        String name = table.name().sql();
        return new Piece("Table " + name, "CREATE TABLE " + name + " (" + String.join(", ", parts) + ")");
    }

    private static Piece view(View view) {
        String name = view.name().sql();
        return view.materialized()
                ? new Piece(
                        "Materialized view " + name,
                        "CREATE MATERIALIZED VIEW " + name + " " + ObjectFragments.view(view) + " WITH NO DATA")
                : new Piece("View " + name, "CREATE VIEW " + name + " " + ObjectFragments.view(view));
    }
}
