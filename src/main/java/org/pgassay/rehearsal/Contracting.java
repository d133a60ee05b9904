package org.pgassay.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Rehearsals.Query;
import org.pgassay.check.Rehearsals.State;
import org.pgassay.check.Rehearsals.Tried;
import org.pgassay.migration.Revision;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tries queries after each revision, without running them. */
final class Contracting {

    /** What every state must refuse: a probe that lets it pass proves nothing. */
    private static final Query REFUSED = new Query("control", "select from pgassay_relation_that_is_not_there", 0);

    private final Stage stage;
    private final String role;

    Contracting(Stage stage) {
        this.stage = stage;
        String application = stage.application();
        this.role = application == null ? stage.migrator() : application;
    }

    List<Tried> run(List<Query> queries) throws SQLException {
        Map<Query, List<State>> states = new LinkedHashMap<>();
        queries.forEach(query -> states.put(query, new ArrayList<>()));
        try (Walk walk = new Walk(stage)) {
            walk.restart(List.of());
            for (Revision revision : stage.order()) {
                walk.experiment().upSafely(List.of(revision));
                try (Connection connection = walk.experiment().database().openAs(role)) {
                    if (refusal(connection, REFUSED) == null) {
                        throw new IllegalStateException("a query on a table that is not there was not refused");
                    }
                    for (Map.Entry<Query, List<State>> each : states.entrySet()) {
                        each.getValue().add(new State(revision, refusal(connection, each.getKey())));
                    }
                }
            }
        }
        List<Tried> tried = new ArrayList<>();
        states.forEach((query, each) -> tried.add(new Tried(query, role, each)));
        return tried;
    }

    /**
     * PREPARE finds names and types, EXPLAIN what the role may not do. A generic plan is wanted, because values would let
     * the planner leave parts of the query out.
     */
    private static @Nullable String refusal(Connection connection, Query query) throws SQLException {
        String values = query.parameters() == 0
                ? ""
                : "(" + String.join(", ", Collections.nCopies(query.parameters(), "null")) + ")";
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute("prepare pgassay_contract as " + query.sql());
            statement.execute("explain (costs off) execute pgassay_contract" + values);
            return null;
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (connection.isClosed() || state == null || state.startsWith("08") || state.startsWith("57P")) {
                throw e;
            }
            return words(e);
        } finally {
            end(connection);
        }
    }

    /** PREPARE outlives its transaction. */
    private static void end(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("deallocate all");
            }
        }
    }

    private static String words(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException server ? server.getServerErrorMessage() : null;
        return message == null
                ? String.valueOf(e.getMessage())
                : message.getSeverity() + " " + message.getSQLState() + ": " + message.getMessage();
    }
}
