package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;

/** How a column of a table becomes another one. */
final class ColumnChange {

    private final TablePieces.ColumnForm from;
    private final TablePieces.ColumnForm to;
    private final String object;
    private final String alter;
    private final List<DdlStatement> statements = new ArrayList<>();

    private ColumnChange(TablePieces.ColumnForm from, TablePieces.ColumnForm to) {
        this.from = from;
        this.to = to;
        this.object = Sql.part(to.table().name(), to.column().name());
        this.alter = "alter table " + to.table().name().sql() + " ";
    }

    static Optional<Change> of(TablePieces.ColumnForm from, TablePieces.ColumnForm to) {
        return new ColumnChange(from, to).change();
    }

    private Optional<Change> change() {
        Column was = from.column();
        Column is = to.column();
        boolean generated = was.generated() != is.generated() || !Objects.equals(generation(was), generation(is));
        if (generated) {
            boolean droppable = was.generated() == Column.Generated.STORED && is.generated() == Column.Generated.NONE;
            if (!droppable) {
                return Optional.empty();
            }
            add(column() + "drop expression", Danger.ADDITIVE);
        }
        boolean typed = typeChanges();
        if (typed) {
            type();
        }
        if (was.identity() != Column.Identity.NONE && is.identity() == Column.Identity.NONE) {
            add(column() + "drop identity", Danger.DESTRUCTIVE);
        }
        statements.addAll(ColumnSql.settings(alterOnly(), object, settled(was, typed), is));
        identity(was, is);
        return Optional.of(new Change(statements, typed));
    }

    /** After a change of type the storage is that of the new type. */
    private static Column settled(Column was, boolean typed) {
        return typed ? ColumnSql.withoutStorage(was) : was;
    }

    private static @Nullable String generation(Column column) {
        return column.generated() == Column.Generated.NONE ? null : column.defaultExpression();
    }

    private boolean typeChanges() {
        return !from.column().type().equals(to.column().type())
                || !Objects.equals(from.column().collation(), to.column().collation());
    }

    /** NOT NULL holds for those that inherit too; a setting does not. */
    private String alterOnly() {
        return alter;
    }

    private String column() {
        return alter + "alter column " + Sql.quote(to.column().name()) + " ";
    }

    private void type() {
        if (to.column().inherited() || to.table().settings().ofType() != null) {
            // The parent's change is this one's, and the type's that of its table.
            return;
        }
        statements.add(retyped(to.table(), to.column(), from.column().type(), false));
    }

    /**
     * What gives a column its type anew.
     *
     * @param byText by way of its text, because no cast leads from a type to one that takes its place
     */
    static DdlStatement retyped(Table table, Column column, String from, boolean byText) {
        String name = Sql.quote(column.name());
        boolean foreign = table.kind() == Table.Kind.FOREIGN;
        // Between types of users there are casts only if somebody made them; every value has a text.
        boolean users = from.contains(".") || column.type().contains(".");
        boolean text = byText || (!from.equals(column.type()) && (users || !Casts.exist(from, column.type())));
        String sql = "alter table " + table.name().sql() + " alter column " + name + " type " + column.type()
                + (column.collation() == null ? "" : " collate " + column.collation())
                + (foreign || column.generated() != Column.Generated.NONE
                        ? ""
                        : " using " + name + (text ? "::text" : "") + "::" + column.type());
        Danger danger = byText ? Danger.LOCK_RISKY : Widening.danger(from, column.type());
        return DdlStatement.of(sql, ObjectKind.COLUMN, Sql.part(table.name(), column.name()), danger);
    }

    private void identity(Column was, Column is) {
        Sequence sequence = to.sequence();
        if (is.identity() == Column.Identity.NONE) {
            return;
        }
        if (was.identity() == Column.Identity.NONE) {
            add(column() + "add generated " + ColumnSql.identity(is, sequence), Danger.ADDITIVE);
            return;
        }
        if (was.identity() != is.identity()) {
            String when = is.identity().name().replace('_', ' ').toLowerCase(Locale.ROOT);
            add(column() + "set generated " + when, Danger.ADDITIVE);
        }
        Sequence old = from.sequence();
        if (sequence != null
                && old != null
                && !old.name().name().equals(sequence.name().name())) {
            add(
                    "alter sequence " + old.name().sql() + " rename to "
                            + Sql.quote(sequence.name().name()),
                    Danger.ADDITIVE);
        }
        boolean options =
                !Objects.equals(was.settings().identityOptions(), is.settings().identityOptions());
        if (sequence != null && old != null && options) {
            add(
                    "alter sequence " + sequence.name().sql() + " " + SequencePieces.options(sequence)
                            + Changes.restart(old, sequence),
                    Danger.ADDITIVE);
        }
    }

    private void add(String sql, Danger danger) {
        statements.add(DdlStatement.of(sql, ObjectKind.COLUMN, object, danger));
    }
}
