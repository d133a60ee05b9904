package org.pgassay.seeding;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.SeedPlan;
import org.pgassay.migration.SqlRunner;
import org.pgassay.migration.Target;
import org.pgassay.seeding.SeedRunner.StepException;
import org.pgassay.seeding.SeedRunner.Tenants;
import org.pgassay.spec.Location;
import org.pgassay.sql.SqlStates;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Puts the rows of a CSV or JSON file into a table: all of them, or none. PostgreSQL reads the values. */
final class DataFile {

    private static final String STAGE = "pgassay_seed";

    private static final Pattern COPIED_LINE = Pattern.compile("(?m)^COPY .*?, line ([0-9]+)");

    private final Target target;
    private final Tenants tenants;
    private final SeedPlan.Data data;

    DataFile(Target target, Tenants tenants, SeedPlan.Data data) {
        this.target = target;
        this.tenants = tenants;
        this.data = data;
    }

    /** Puts the rows in, and says how many the file has. */
    int load() throws SQLException, StepException {
        try (Connection connection = target.open()) {
            connection.setAutoCommit(false);
            String text = text();
            String tenant = data.tenant();
            if (tenant != null) {
                tenants.enter(connection, tenant);
            }
            int rows = switch (data.format()) {
                case CSV -> csv(connection, text);
                case JSON -> json(connection, text);
            };
            connection.commit();
            return rows;
        } catch (SQLException e) {
            throw refused(e, 1);
        }
    }

    /** What the server says of the rows, as a fault of the file; whatever else is wrong stays what it is. */
    private StepException refused(SQLException e, int line) throws SQLException {
        ServerErrorMessage server = e instanceof PSQLException known ? known.getServerErrorMessage() : null;
        if (server == null || SqlStates.lost(e.getSQLState())) {
            throw e;
        }
        return unfit(line(server, line), Discretion.server(words(server)));
    }

    private StepException unfit(int line, String message) {
        return new StepException(new Location(data.file().toString(), line, 1), message);
    }

    private String text() throws StepException {
        try {
            return SqlRunner.text(data.file());
        } catch (CharacterCodingException e) {
            throw unfit(1, "the file is not UTF-8 text. Save it as UTF-8");
        } catch (IOException e) {
            throw unfit(1, "the file cannot be read: " + e.getMessage());
        }
    }

    private int csv(Connection connection, String text) throws SQLException, StepException {
        List<String> first = CsvHeader.of(text).orElseThrow(() -> unfit(1, "the file is empty: it names no columns"));
        boolean named = data.columns().isEmpty();
        if (first.equals(data.columns())) {
            throw unfit(1, "the first line names the columns already. Leave 'columns' out");
        } else if (new HashSet<>(first).size() < first.size() && named) {
            throw unfit(1, "the first line names a column twice");
        }
        List<String> columns = named ? first : data.columns();
        if (columns.contains("")) {
            throw unfit(1, "the first line names a column without a name. Name every column there");
        }
        String names = columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        String into = data.into().sql();
        String options = " from stdin with (format csv, header " + named + ")";
        CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
        if (!data.keep()) {
            return copy(copy, "copy " + into + " (" + names + ")" + options, text);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table " + STAGE + " on commit drop as select " + names + " from " + into
                    + " with no data");
            int rows = copy(copy, "copy pg_temp." + STAGE + " (" + names + ")" + options, text);
            statement.execute("insert into " + into + " (" + names + ") select " + names + " from pg_temp." + STAGE
                    + " on conflict do nothing");
            return rows;
        }
    }

    private static int copy(CopyManager copy, String sql, String text) throws SQLException {
        try {
            return Math.toIntExact(copy.copyIn(sql, new StringReader(text)));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be read", e);
        }
    }

    private int json(Connection connection, String text) throws SQLException, StepException {
        List<JsonRows.Row> rows;
        try {
            rows = JsonRows.of(text);
        } catch (JsonRows.MisshapenException e) {
            throw unfit(e.line(), String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            int at = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw unfit(at, "the file is no JSON: " + Discretion.text(syntax(e)));
        }
        for (JsonRows.Row row : rows) {
            try (PreparedStatement insert = connection.prepareStatement(insert(row))) {
                if (!row.keys().isEmpty()) {
                    insert.setString(1, row.json());
                }
                insert.execute();
            } catch (SQLException e) {
                throw refused(e, row.line());
            }
        }
        return rows.size();
    }

    /** What is between quotation marks is from the file. */
    private static String syntax(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("").replaceAll("'[^']{2,}'", "a word");
    }

    private String insert(JsonRows.Row row) {
        String into = data.into().sql();
        String conflict = data.keep() ? " on conflict do nothing" : "";
        if (row.keys().isEmpty()) {
            return "insert into " + into + " default values" + conflict;
        }
        String names = row.keys().stream()
                .map(Identifiers::quote)
                .map(name -> name.replace("?", "??"))
                .collect(Collectors.joining(", "));
        String table = into.replace("?", "??");
        return "insert into " + table + " (" + names + ") select " + names
                + " from pg_catalog.jsonb_populate_record(null::" + table + ", cast(? as pg_catalog.jsonb))" + conflict;
    }

    /** Where the server sees the error, if it counts lines: it does while it reads CSV. */
    private static int line(ServerErrorMessage server, int otherwise) {
        String where = server.getWhere();
        Matcher copied = COPIED_LINE.matcher(where == null ? "" : where);
        return copied.find() ? Integer.parseInt(copied.group(1)) : otherwise;
    }

    private static String words(ServerErrorMessage server) {
        @Nullable String detail = server.getDetail();
        @Nullable String hint = server.getHint();
        return server.getSeverity() + " " + server.getSQLState() + ": " + server.getMessage()
                + (detail == null ? "" : " Detail: " + detail)
                + (hint == null ? "" : " Hint: " + hint);
    }
}
