package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.TableSettings;
import org.pgassay.sql.Token;

/** Tables with their columns, and what is set of them. */
final class TablePieces {

    private final Table table;
    private final Pieces pieces;
    private final Source source;
    private final String name;
    private final Key key;

    private TablePieces(Table table, Pieces pieces) {
        this.table = table;
        this.pieces = pieces;
        this.source = pieces.source();
        this.name = table.name().sql();
        this.key = key(table.name());
    }

    static Key key(QualifiedName table) {
        return new Key(Sort.TABLE, table.sql());
    }

    static void add(Table table, Pieces pieces) {
        TablePieces all = new TablePieces(table, pieces);
        all.table();
        table.columns().forEach(all::column);
        all.partition();
        TableSettingPieces.add(table, pieces);
        table.constraints().forEach(constraint -> ConstraintPieces.add(table, constraint, pieces));
        table.indexes().forEach(index -> IndexPieces.add(table, index, pieces));
        IndexPieces.addPartitions(table, pieces);
        HostedPieces hosted = HostedPieces.of(table, pieces);
        table.triggers().forEach(hosted::trigger);
        table.rules().forEach(hosted::rule);
        table.policies().forEach(policy -> hosted.policy(policy));
    }

    private void table() {
        Piece.Builder piece = Piece.of(Sort.TABLE, name, ObjectKind.TABLE, name)
                .provides(table.name())
                .needs(Pieces.schemaKey(table.name().schema()))
                .reads(table.partitionKey())
                .reads(table.settings().ofType())
                .form(new Form(table, new Origin(table, source)))
                .make(create())
                .unmake(
                        "drop " + (table.kind() == Table.Kind.FOREIGN ? "foreign " : "") + "table " + name,
                        Danger.DESTRUCTIVE);
        Source.parentsOf(table).forEach(piece::needs);
        if (table.settings().foreignServer() != null) {
            piece.needs(new Key(Sort.SERVER, Sql.quote(table.settings().foreignServer())));
        }
        for (Column column : table.columns()) {
            piece.afterAll(column.type()).afterAll(column.collation());
            if (column.generated() != Column.Generated.NONE || isDefaultInline(column)) {
                piece.afterAll(column.defaultExpression());
            }
            piece.makeAll(ColumnSql.settings(
                    source.alterOnly(table), Sql.part(table.name(), column.name()), made(column), column));
        }
        if (table.settings().tablespace() != null) {
            piece.note("Tablespaces belong to the server: it was in "
                    + Sql.quote(table.settings().tablespace()) + ", and is made in the database's own.");
        }
        pieces.add(piece);
        pieces.grants(
                key,
                new Grants(ObjectKind.TABLE, name, "table " + name, "", table.owner()),
                List.of(),
                table.grants(),
                false);
        String word = table.kind() == Table.Kind.FOREIGN ? "foreign table " : "table ";
        pieces.comment(key, ObjectKind.TABLE, name, word + name, table.comment());
    }

    /** The columns of a table whose names stand in a text about it. */
    static List<Key> ownColumns(Table table, @Nullable String sql) {
        if (sql == null) {
            return List.of();
        }
        Set<String> words = Names.tokens(sql).stream()
                .filter(Token::isName)
                .map(Token::name)
                .collect(Collectors.toSet());
        return table.columns().stream()
                .map(Column::name)
                .filter(words::contains)
                .map(name -> new Key(Sort.COLUMN, Sql.part(table.name(), name)))
                .toList();
    }

    private static void names(Column column, Piece.Builder piece) {
        piece.reads(column.type()).reads(column.collation());
        if (column.generated() != Column.Generated.NONE) {
            piece.reads(column.defaultExpression());
        }
    }

    /** Where a form comes from, which does not make it another one. */
    record Origin(Table table, Source source) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Origin;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** What a table is but for its parts. */
    record Form(
            Table.Kind kind,
            boolean unlogged,
            String partitionKey,
            List<QualifiedName> inheritsFrom,
            String partitionOf,
            String accessMethod,
            String ofType,
            String foreignServer,
            Origin origin) {

        Form(Table table, Origin origin) {
            this(
                    table.kind(),
                    table.unlogged(),
                    String.valueOf(table.partitionKey()),
                    table.inheritsFrom(),
                    String.valueOf(table.partitionOf()),
                    String.valueOf(table.settings().accessMethod()),
                    String.valueOf(table.settings().ofType()),
                    String.valueOf(table.settings().foreignServer()),
                    origin);
        }
    }

    private String create() {
        TableSettings settings = table.settings();
        QualifiedName parent = table.partitionOf();
        StringBuilder sql = new StringBuilder("create ")
                .append(table.unlogged() ? "unlogged " : "")
                .append(table.kind() == Table.Kind.FOREIGN ? "foreign " : "")
                .append("table ")
                .append(name);
        boolean partition = parent != null && !Source.isAttached(table);
        if (parent != null && partition) {
            sql.append(" partition of ").append(parent.sql()).append(' ').append(table.partitionBound());
        } else if (settings.ofType() != null) {
            sql.append(" of ").append(settings.ofType());
        } else {
            sql.append(" (").append(columns()).append(')');
        }
        if (!table.inheritsFrom().isEmpty()) {
            sql.append(table.inheritsFrom().stream()
                    .map(QualifiedName::sql)
                    .collect(Collectors.joining(", ", " inherits (", ")")));
        }
        append(sql, " partition by ", table.partitionKey());
        append(sql, " using ", settings.accessMethod() == null ? null : Sql.quote(settings.accessMethod()));
        append(sql, " server ", settings.foreignServer() == null ? null : Sql.quote(settings.foreignServer()));
        if (!settings.foreignOptions().isEmpty()) {
            sql.append(" options (")
                    .append(String.join(", ", settings.foreignOptions()))
                    .append(')');
        }
        if (!settings.options().isEmpty()) {
            sql.append(" with (").append(Sql.options(settings.options())).append(')');
        }
        return sql.toString();
    }

    private static void append(StringBuilder sql, String words, @Nullable String text) {
        if (text != null) {
            sql.append(words).append(text);
        }
    }

    private String columns() {
        List<String> declared = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.inherited()) {
                declared.add("\n  " + declared(column));
            }
        }
        return String.join(",", declared) + (declared.isEmpty() ? "" : "\n");
    }

    private String declared(Column column) {
        // A partition takes the identity over from its parent, and may not have one before.
        boolean takes = Source.isAttached(table)
                && source.inherited(table, column.name()).isPresent();
        Column own = takes ? ColumnSql.withoutIdentity(column) : column;
        return ColumnSql.declared(own, source.identity(table, column).orElse(null), isDefaultInline(column));
    }

    /** What a column is after CREATE TABLE. */
    private Column made(Column column) {
        Optional<Column> parent = source.inherited(table, column.name());
        if (column.inherited() && parent.isPresent()) {
            return ColumnSql.takenOver(column, parent.get());
        }
        Column bare = ColumnSql.bare(column);
        return table.settings().ofType() == null ? bare : ColumnSql.nullable(bare);
    }

    private void column(Column column) {
        String object = Sql.part(table.name(), column.name());
        Key columnKey = new Key(Sort.COLUMN, object);
        Piece.Builder piece = Piece.of(Sort.COLUMN, object, ObjectKind.COLUMN, object)
                .host(key)
                .within(true)
                .form(new ColumnForm(
                        table, column, source.sequence(table, column).orElse(null)));
        names(column, piece);
        if (isDefaultInline(column)) {
            piece.afterAll(column.defaultExpression());
        }
        if (column.generated() != Column.Generated.NONE) {
            ownColumns(table, column.defaultExpression()).stream()
                    .filter(each -> !each.equals(columnKey))
                    .forEach(piece::needs);
        }
        for (QualifiedName parent : Source.parentsOf(table)) {
            piece.after(new Key(Sort.COLUMN, Sql.part(parent, column.name())));
        }
        if (table.settings().ofType() != null) {
            piece.needs(new Key(Sort.TYPE, table.settings().ofType()));
        } else if (!column.inherited()) {
            piece.make("alter table " + name + " add column " + declared(column), ColumnDanger.ofAdding(column))
                    .makeAll(ColumnSql.settings(source.alterOnly(table), object, ColumnSql.bare(column), column))
                    .unmake("alter table " + name + " drop column " + Sql.quote(column.name()), Danger.DESTRUCTIVE);
        }
        pieces.add(piece);
        columnDefault(column, columnKey, object);
        pieces.grants(
                columnKey,
                new Grants(
                        ObjectKind.COLUMN,
                        object,
                        "table " + name,
                        " (" + Sql.quote(column.name()) + ")",
                        table.owner()),
                List.<Grant>of(),
                column.grants(),
                false);
        pieces.comment(columnKey, ObjectKind.COLUMN, object, "column " + object, column.comment());
    }

    /** What a column is but for its default, its privileges and its comment; where it stands does not matter. */
    record ColumnForm(Table table, Column column, @Nullable Sequence sequence) {

        @Override
        public boolean equals(Object other) {
            return other instanceof ColumnForm form
                    && form.bare().equals(bare())
                    && form.sequenceName().equals(sequenceName());
        }

        @Override
        public int hashCode() {
            return bare().hashCode();
        }

        private String sequenceName() {
            return sequence == null ? "" : sequence.name().sql();
        }

        private Column bare() {
            return ColumnSql.withoutAttachments(column);
        }
    }

    private void columnDefault(Column column, Key columnKey, String object) {
        String expression = column.generated() == Column.Generated.NONE ? column.defaultExpression() : null;
        String inherited = source.inherited(table, column.name())
                .filter(parent -> parent.generated() == Column.Generated.NONE)
                .map(Column::defaultExpression)
                .orElse(null);
        boolean takesOver = table.partitionOf() == null || !Source.isAttached(table);
        boolean differs = takesOver && expression == null && inherited != null;
        if ((expression == null && !differs) || column.identity() != Column.Identity.NONE) {
            return;
        }
        String alter = source.alterOnly(table) + "alter column " + Sql.quote(column.name()) + " ";
        pieces.add(Piece.of(Sort.DEFAULT, object, ObjectKind.COLUMN, object)
                .host(columnKey)
                .within(!differs
                        && (column.inherited()
                                ? String.valueOf(inherited).equals(expression)
                                : isDefaultInline(column)))
                .reads(expression)
                .form(String.valueOf(expression))
                .make(alter + (expression == null ? "drop default" : "set default " + expression))
                .unmake(alter + "drop default", Danger.ADDITIVE));
    }

    /** A default that needs the table itself, by way of a function for example, is set when that is there. */
    private boolean isDefaultInline(Column column) {
        return !column.inherited()
                && table.settings().ofType() == null
                && column.generated() == Column.Generated.NONE
                && column.defaultExpression() != null
                && !source.reaches(column.defaultExpression(), table.name());
    }

    private void partition() {
        QualifiedName parent = table.partitionOf();
        if (parent == null) {
            return;
        }
        boolean attached = Source.isAttached(table);
        Piece.Builder piece = Piece.of(Sort.PARTITION, name, ObjectKind.TABLE, name)
                .host(key)
                .within(!attached)
                .needs(parent)
                .form(parent.sql() + " " + table.partitionBound())
                .make(
                        "alter table " + parent.sql() + " attach partition " + name + " " + table.partitionBound(),
                        Danger.LOCK_RISKY)
                .unmake("alter table " + parent.sql() + " detach partition " + name, Danger.LOCK_RISKY);
        // The parent's constraints come afterwards, and spread to it; its own ones that may become theirs come before.
        table.constraints().stream()
                .filter(each -> attached && !each.inherited())
                .map(each -> ConstraintPieces.key(table, each))
                .filter(each -> each.sort() != Sort.FOREIGN_KEY)
                .forEach(piece::after);
        pieces.add(piece);
    }
}
