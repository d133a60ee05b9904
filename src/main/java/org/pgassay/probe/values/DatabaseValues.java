package org.pgassay.probe.values;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.StoredValues;
import org.pgassay.check.UntriedException;

/** Reads the values of a database, each column in a transaction that may not write. */
public final class DatabaseValues implements StoredValues {

    /** How many rows come at once. */
    private static final int FETCH = 1000;

    /** How long a column may take. */
    private static final long LIMIT = 120_000_000_000L;

    private static final String PERMISSION = "42501";

    private final String source;
    private final Opening opening;
    private final List<String> schemas;

    /** Opens a connection. */
    @FunctionalInterface
    public interface Opening {

        /** A connection that the caller closes. */
        Connection open() throws SQLException;
    }

    /**
     * Values of the database that connections are opened to.
     *
     * @param source what it is, for a message
     * @param schemas the spec's
     */
    public DatabaseValues(String source, Opening opening, List<String> schemas) {
        this.source = source;
        this.opening = opening;
        this.schemas = List.copyOf(schemas);
    }

    @Override
    public String source() {
        return source;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public List<Place> textColumns() {
        return reading("the columns", connection -> {
            List<Place> places = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(resource())) {
                query.setArray(1, connection.createArrayOf("text", schemas.toArray()));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        places.add(new Place(
                                new QualifiedName(rows.getString("schema"), rows.getString("table_name")),
                                rows.getString("column_name")));
                    }
                }
            }
            return places;
        });
    }

    @Override
    public long read(Place place, Consumer<Value> each) {
        String name = place.table().sql() + "." + Identifiers.quote(place.column());
        return reading(name, connection -> rows(connection, place, name, each));
    }

    private static long rows(Connection connection, Place place, String name, Consumer<Value> each)
            throws SQLException {
        long deadline = System.nanoTime() + LIMIT;
        boolean binary = binary(connection, place);
        String column = Identifiers.quote(place.column());
        String value = binary ? column + "::pg_catalog.bytea" : column + "::pg_catalog.text";
        long count = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            String from = partitioned(connection, place) ? "" : "only ";
            try (ResultSet rows = statement.executeQuery(
                    "select " + value + " from " + from + place.table().sql())) {
                while (rows.next()) {
                    count++;
                    byte[] bytes = binary ? rows.getBytes(1) : null;
                    String text = bytes == null
                            ? binary ? null : rows.getString(1)
                            : new String(bytes, StandardCharsets.ISO_8859_1);
                    if (text != null) {
                        each.accept(new Value(text, binary));
                    }
                    if (System.nanoTime() > deadline) {
                        throw new UntriedException(
                                "reading " + name + " takes longer than two minutes", "Verify a copy with fewer rows.");
                    }
                }
            }
        }
        return count;
    }

    /** Whether the column's type is {@code bytea}, or a domain over it. */
    private static boolean binary(Connection connection, Place place) throws SQLException {
        return asked(
                connection,
                place,
                "select pg_catalog.bool_or(a.atttypid = 'pg_catalog.bytea'::pg_catalog.regtype"
                        + " or t.typbasetype = 'pg_catalog.bytea'::pg_catalog.regtype)"
                        + " from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid"
                        + " where a.attrelid = ?::pg_catalog.regclass and a.attname = ?");
    }

    /** A table that others inherit from is read without them: they are tables of their own. */
    private static boolean partitioned(Connection connection, Place place) throws SQLException {
        return asked(
                connection,
                place,
                "select pg_catalog.bool_or(c.relkind = 'p') from pg_catalog.pg_class c"
                        + " where c.oid = ?::pg_catalog.regclass and ?::pg_catalog.text is not null");
    }

    private static boolean asked(Connection connection, Place place, String question) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, place.table().sql());
            query.setString(2, place.column());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Row security that would hide rows is an error here: what is not seen must not pass. */
    private <T> T reading(String what, Work<T> work) {
        try (Connection connection = opening.open()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction read only");
                statement.execute("set local row_security = off");
                statement.execute("set local statement_timeout = '60s'");
                statement.execute("set local lock_timeout = '10s'");
                return work.on(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            // A message of PostgreSQL may quote a value.
            boolean refused = PERMISSION.equals(e.getSQLState());
            throw new UntriedException(
                    what + " cannot be read: PostgreSQL refuses with SQLSTATE " + e.getSQLState()
                            + (refused ? " (no privilege, or row security hides rows)" : ""),
                    refused
                            ? "Read the database as a role that sees all rows."
                            : "Look into the server's log, and mend what stands in the way.");
        }
    }

    private static String resource() {
        try (InputStream resource = DatabaseValues.class.getResourceAsStream("text_columns.sql")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a query in the jar cannot be read", e);
        }
    }
}
