package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Table;

/** The tables whose columns will stand in another order, which no statement can change. */
final class ColumnOrder {

    private ColumnOrder() {}

    static List<DdlStatement> notes(Catalog from, Catalog to, Predicate<Key> goes) {
        List<DdlStatement> notes = new ArrayList<>();
        for (Table table : to.tables()) {
            Optional<Table> before = from.table(table.name());
            List<String> wanted = names(table);
            if (before.isEmpty() || goes.test(TablePieces.key(table.name()))) {
                continue;
            }
            List<String> standing = names(before.get()).stream()
                    .filter(name -> !goes.test(new Key(Sort.COLUMN, table.name().sql() + "." + name)))
                    .toList();
            if (!result(standing, wanted).equals(wanted)) {
                notes.add(DdlStatement.note(
                        ObjectKind.TABLE,
                        table.name().sql(),
                        "Its columns are to stand in the order " + String.join(", ", wanted)
                                + ". No statement moves a column: make the table anew, or leave them where they are."));
            }
        }
        return notes;
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).map(Sql::quote).toList();
    }

    /** New columns come last. */
    private static List<String> result(List<String> had, List<String> wanted) {
        List<String> result =
                new ArrayList<>(had.stream().filter(wanted::contains).toList());
        wanted.stream().filter(name -> !had.contains(name)).forEach(result::add);
        return result;
    }
}
