package org.pgassay.verify;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.keycloak.connections.jpa.updater.liquibase.ThreadLocalSessionContext;
import org.keycloak.models.KeycloakSession;
import org.pgassay.postgres.catalog.ScratchDatabase;

/**
 * The schema of Keycloak, made by its own Liquibase change sets of ten years, none of which is left out.
 *
 * <p>Some change sets run code of Keycloak that carries over the data of realms. Where there is no realm they do nothing
 * but ask whether there is one; the session of Keycloak that they get refuses whatever is asked of it. What is written down as a migration are the statements that PostgreSQL was given, by an event trigger: Liquibase's
 * own SQL output judges every precondition before the first change set has run, and fails when it is applied.
 */
final class KeycloakSchema {

    private static final String CHANGELOG = "META-INF/jpa-changelog-master.xml";

    private static final String RECORDER = """
            create schema recorder;
            create table recorder.statements (position int generated always as identity, sql text);
            create function recorder.record() returns event_trigger language plpgsql as
              $$ begin insert into recorder.statements (sql) values (current_query()); end $$;
            create event trigger recorder on ddl_command_end execute function recorder.record()""";

    private KeycloakSchema() {}

    /** The statements that make the schema, in the order of their running. */
    static String sql() {
        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            database.run(RECORDER);
            make(database.connection());
            List<String> statements =
                    strings(database.connection(), "select sql from recorder.statements order by position");
            return String.join(";\n\n", statements) + ";\n";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets Liquibase make the schema in an empty database. */
    static void make(Connection connection) throws SQLException {
        ThreadLocalSessionContext.setCurrentSession(refusingSession());
        try {
            ClassLoaderResourceAccessor resources =
                    new ClassLoaderResourceAccessor(KeycloakSchema.class.getClassLoader());
            Map<String, Object> scope = Map.of(
                    Scope.Attr.resourceAccessor.name(),
                    resources,
                    Scope.Attr.ui.name(),
                    new LoggerUIService(),
                    "liquibase.analytics.enabled",
                    false);
            Scope.child(scope, () -> update(connection, resources));
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            ThreadLocalSessionContext.removeCurrentSession();
            connection.setAutoCommit(true);
        }
    }

    private static void update(Connection connection, ClassLoaderResourceAccessor resources) throws LiquibaseException {
        PostgresDatabase database = new PostgresDatabase();
        database.setConnection(new JdbcConnection(connection));
        // Not closed: that would close the connection, which is the caller's.
        Liquibase liquibase = new Liquibase(CHANGELOG, resources, database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.update(new Contexts(), new LabelExpression());
    }

    /** What became of the change sets, such as EXECUTED or MARK_RAN, with how many each. */
    static List<String> outcomes(Connection connection) throws SQLException {
        return strings(
                connection, "select exectype || ' ' || count(*) from databasechangelog group by exectype order by 1");
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private static KeycloakSession refusingSession() {
        return (KeycloakSession) Proxy.newProxyInstance(
                KeycloakSchema.class.getClassLoader(),
                new Class<?>[] {KeycloakSession.class},
                (session, method, arguments) -> {
                    throw new UnsupportedOperationException(
                            "A change set asks Keycloak itself for " + method.getName());
                });
    }
}
