package org.pgassay.postgres.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.SampleRows;

/** Makes rows in the database of a test, and reads what is there. */
public final class Rows {

    private final Connection connection;
    private final Catalog catalog;

    private Rows(Connection connection, Catalog catalog) {
        this.connection = connection;
        this.catalog = catalog;
    }

    /** Begins a transaction in a database whose schema is complete. */
    public static Rows in(Connection connection, String... schemas) throws SQLException {
        Catalog catalog = CatalogReader.read(connection, schemas.length == 0 ? List.of("public") : List.of(schemas));
        connection.setAutoCommit(false);
        return new Rows(connection, catalog);
    }

    /** The catalog of the schemas. */
    public Catalog catalog() {
        return catalog;
    }

    /** Makes rows in a table of the schema public. */
    public Outcome make(String table, int count) throws SQLException {
        return make(table, count, SampleRows.none());
    }

    Outcome make(String table, int count, SampleRows samples) throws SQLException {
        return RowSynthesizer.over(connection, catalog, samples, 0).rows(new QualifiedName("public", table), count);
    }

    /** Makes rows in all tables. */
    public List<Outcome> makeAll(int each, long seed) throws SQLException {
        return RowSynthesizer.over(connection, catalog, SampleRows.none(), seed)
                .populate(catalog.tables().stream().map(Table::name).toList(), each);
    }

    /** The values of a query, each row's separated by bars; nothing stands as a dash. */
    public List<String> read(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    values.add(value == null ? "-" : value);
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    /** How many rows a table holds. */
    public int count(QualifiedName table) throws SQLException {
        return Integer.parseInt(read("select count(*) from " + table.sql()).get(0));
    }

    /** The values of the rows that came of a wish, by table. */
    static List<Map<String, String>> values(Outcome outcome) {
        return outcome.rows().stream().map(row -> row.values()).toList();
    }
}
