package org.pgassay.ddl;

import java.util.List;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;
import org.pgassay.check.ObjectFragments;

/** Views and materialized views. */
final class ViewPieces {

    private ViewPieces() {}

    static Key key(QualifiedName view) {
        return new Key(Sort.VIEW, view.sql());
    }

    static void add(View view, Pieces pieces) {
        String name = view.name().sql();
        Key key = key(view.name());
        ObjectKind kind = view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
        String word = view.materialized() ? "materialized view " : "view ";
        Piece.Builder piece = Piece.of(Sort.VIEW, name, kind, name)
                .provides(view.name())
                .needs(Pieces.schemaKey(view.name().schema()))
                .reads(view.definition())
                .form(new Form(view))
                .make(create(view, false))
                .unmake("drop " + word + name, Danger.DESTRUCTIVE);
        grouped(view, pieces.source(), piece);
        view.columns().forEach(column -> piece.reads(column.type()));
        for (Column column : view.columns()) {
            piece.makeAll(ColumnSql.settings(
                    "alter " + word + name + " ",
                    Sql.part(view.name(), column.name()),
                    ColumnSql.bare(column),
                    column));
        }
        if (view.settings().tablespace() != null) {
            piece.note("Tablespaces belong to the server: it was in "
                    + Sql.quote(view.settings().tablespace()) + ", and is made in the database's own.");
        }
        pieces.add(piece);
        pieces.grants(key, new Grants(kind, name, "table " + name, "", view.owner()), List.of(), view.grants(), false);
        pieces.comment(key, kind, name, word + name, view.comment());
        view.columns().forEach(column -> column(view, column, key, pieces));
        view.indexes().forEach(index -> IndexPieces.add(view, key, index, pieces));
        HostedPieces hosted = HostedPieces.of(view, pieces);
        view.triggers().forEach(hosted::trigger);
        view.rules().forEach(hosted::rule);
        String clustered = view.settings().clusteredOn();
        if (clustered != null) {
            pieces.add(Piece.of(Sort.SETTING, name + " cluster", kind, name)
                    .host(key)
                    .needs(new Key(Sort.INDEX, new QualifiedName(view.name().schema(), clustered).sql()))
                    .form(clustered)
                    .make("alter materialized view " + name + " cluster on " + Sql.quote(clustered))
                    .unmake("alter materialized view " + name + " set without cluster", Danger.ADDITIVE));
        }
    }

    /** What a view is but for its parts. */
    record Form(View view) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Form form
                    && form.view.materialized() == view.materialized()
                    && form.view.definition().equals(view.definition())
                    && form.view.options().equals(view.options())
                    && form.columns().equals(columns())
                    && String.valueOf(form.view.settings().accessMethod())
                            .equals(String.valueOf(view.settings().accessMethod()));
        }

        @Override
        public int hashCode() {
            return view.definition().hashCode();
        }

        List<Column> columns() {
            return view.columns().stream().map(ColumnSql::withoutAttachments).toList();
        }
    }

    /** A query that is grouped by a primary key may read the table's other columns, as long as there is that key. */
    private static void grouped(View view, Source source, Piece.Builder piece) {
        if (Names.tokens(view.definition()).stream().noneMatch(token -> token.is("group"))) {
            return;
        }
        for (QualifiedName name : Names.in(view.definition())) {
            source.table(name).ifPresent(table -> primaryKey(table, piece));
        }
    }

    private static void primaryKey(Table table, Piece.Builder piece) {
        table.constraints().stream()
                .filter(each -> each.type() == org.pgassay.catalog.Constraint.Type.PRIMARY_KEY)
                .forEach(each -> piece.needs(ConstraintPieces.key(table, each)));
    }

    static String create(View view, boolean orReplace) {
        return "create " + (orReplace ? "or replace " : "") + (view.materialized() ? "materialized " : "") + "view "
                + view.name().sql() + " " + ObjectFragments.view(withoutTablespace(view))
                + (view.materialized() ? " with no data" : "");
    }

    private static View withoutTablespace(View view) {
        var settings = view.settings();
        return new View(
                view.name(),
                view.materialized(),
                view.owner(),
                view.options(),
                view.columns(),
                view.indexes(),
                view.triggers(),
                view.rules(),
                new org.pgassay.catalog.TableSettings(
                        settings.options(),
                        settings.accessMethod(),
                        null,
                        settings.replicaIdentity(),
                        settings.clusteredOn(),
                        settings.ofType(),
                        settings.foreignServer(),
                        settings.foreignOptions()),
                view.grants(),
                view.definition(),
                view.comment());
    }

    private static void column(View view, Column column, Key host, Pieces pieces) {
        String object = Sql.part(view.name(), column.name());
        String expression = column.defaultExpression();
        if (expression != null) {
            String alter = "alter view " + view.name().sql() + " alter column " + Sql.quote(column.name()) + " ";
            pieces.add(Piece.of(Sort.DEFAULT, object, ObjectKind.COLUMN, object)
                    .host(host)
                    .reads(expression)
                    .form(expression)
                    .make(alter + "set default " + expression)
                    .unmake(alter + "drop default", Danger.ADDITIVE));
        }
        pieces.grants(
                host,
                new Grants(
                        ObjectKind.COLUMN,
                        object,
                        "table " + view.name().sql(),
                        " (" + Sql.quote(column.name()) + ")",
                        view.owner()),
                List.of(),
                column.grants(),
                false);
        pieces.comment(host, ObjectKind.COLUMN, object, "column " + object, column.comment());
    }
}
