package org.pgassay.ddl;

import java.util.List;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.TableSettings;

/** What is set of a table by a statement of its own: options, row security, replica identity and the like. */
final class TableSettingPieces {

    private final Table table;
    private final Pieces pieces;
    private final String name;

    private TableSettingPieces(Table table, Pieces pieces) {
        this.table = table;
        this.pieces = pieces;
        this.name = table.name().sql();
    }

    static void add(Table table, Pieces pieces) {
        new TableSettingPieces(table, pieces).add();
    }

    private void add() {
        TableSettings settings = table.settings();
        String alter = "alter table " + name + " ";
        if (!settings.options().isEmpty()) {
            setting(
                    "options",
                    settings.options(),
                    true,
                    alter + "set (" + Sql.options(settings.options()) + ")",
                    alter + "reset (" + Sql.optionNames(settings.options()) + ")");
        }
        if (!settings.foreignOptions().isEmpty()) {
            setting(
                    "foreign options",
                    settings.foreignOptions(),
                    true,
                    alter + "options (" + ColumnSql.foreign(List.of(), settings.foreignOptions()) + ")",
                    alter + "options (" + ColumnSql.foreign(settings.foreignOptions(), List.of()) + ")");
        }
        if (table.rowSecurity()) {
            setting(
                    "row security",
                    "",
                    false,
                    alter + "enable row level security",
                    alter + "disable row level security");
        }
        if (table.rowSecurityForced()) {
            setting(
                    "forced row security",
                    "",
                    false,
                    alter + "force row level security",
                    alter + "no force row level security");
        }
        if (settings.replicaIdentity() != null) {
            setting(
                    "replica identity",
                    settings.replicaIdentity(),
                    false,
                    alter + "replica identity " + settings.replicaIdentity(),
                    alter + "replica identity default");
        }
        if (settings.clusteredOn() != null) {
            setting(
                    "cluster",
                    settings.clusteredOn(),
                    false,
                    alter + "cluster on " + Sql.quote(settings.clusteredOn()),
                    alter + "set without cluster");
        }
    }

    private void setting(String what, Object form, boolean within, String make, String unmake) {
        Piece.Builder piece = Piece.of(Sort.SETTING, name + " " + what, ObjectKind.TABLE, name)
                .host(TablePieces.key(table.name()))
                .within(within)
                .form(form);
        // Whatever index is meant: it is of this table.
        table.indexes().stream()
                .filter(index -> form instanceof String text
                        && (text.equals(index.name()) || text.equals("USING INDEX " + Sql.quote(index.name()))))
                .forEach(index -> piece.needs(IndexPieces.key(table, index)));
        if (!make.isEmpty()) {
            piece.make(make);
        }
        if (!unmake.isEmpty()) {
            piece.unmake(unmake, Danger.ADDITIVE);
        }
        pieces.add(piece);
    }
}
