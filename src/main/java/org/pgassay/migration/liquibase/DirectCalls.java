package org.pgassay.migration.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import liquibase.util.LiquibaseUtil;
import org.jspecify.annotations.Nullable;

/** Calls the Liquibase that this class is loaded beside. */
final class DirectCalls implements LiquibaseCalls {

    private static final String OWN = "liquibase.";

    DirectCalls() {}

    @Override
    public String version() {
        return "Liquibase " + LiquibaseUtil.getBuildVersion();
    }

    @Override
    public List<ChangeSet> changeSets(Changelog changelog) throws Exception {
        return in(changelog, null, (liquibase, database) -> {
            var filters = List.of(
                    new ContextChangeSetFilter(contexts(changelog)),
                    new LabelChangeSetFilter(labels(changelog)),
                    new DbmsChangeSetFilter(database),
                    new IgnoreChangeSetFilter());
            List<ChangeSet> found = new ArrayList<>();
            for (var each : liquibase.getDatabaseChangeLog().getChangeSets()) {
                if (filters.stream().allMatch(filter -> filter.accepts(each).isAccepted())) {
                    found.add(new ChangeSet(
                            each.toString(false),
                            each.getFilePath(),
                            each.getDescription(),
                            each.getChanges().size(),
                            !each.getRollback().getChanges().isEmpty()
                                    || each.getChanges().stream()
                                            .allMatch(change -> change.supportsRollback(database))));
                }
            }
            return found;
        });
    }

    @Override
    public Map<String, Comparison> compare(Changelog changelog, Map<String, String> written) throws Exception {
        return in(changelog, null, (liquibase, database) -> {
            Map<String, Comparison> compared = new HashMap<>();
            for (var each : liquibase.getDatabaseChangeLog().getChangeSets()) {
                String id = each.toString(false);
                String checksum = written.getOrDefault(id, "");
                boolean valid = !checksum.isEmpty() && each.isCheckSumValid(CheckSum.parse(checksum));
                boolean again = each.shouldRunOnChange() || each.shouldAlwaysRun();
                compared.put(
                        id,
                        checksum.isEmpty()
                                ? Comparison.UNKNOWN
                                : valid ? Comparison.SAME : again ? Comparison.AGAIN : Comparison.EDITED);
            }
            return compared;
        });
    }

    @Override
    public void update(Changelog changelog, Connection connection, int count) throws Exception {
        in(changelog, connection, (liquibase, database) -> {
            liquibase.update(count, contexts(changelog), labels(changelog));
            return count;
        });
    }

    @Override
    public void rollback(Changelog changelog, Connection connection, int count) throws Exception {
        in(changelog, connection, (liquibase, database) -> {
            liquibase.rollback(count, contexts(changelog), labels(changelog));
            return count;
        });
    }

    @Override
    public List<String> applied(Changelog changelog, Connection connection) throws Exception {
        // By the driver: Liquibase remembers what it has read from databases of the same name.
        return in(changelog, connection, (liquibase, database) -> {
            String schema = database.getLiquibaseSchemaName();
            String name = database.getDatabaseChangeLogTableName();
            String table = (schema == null ? name : schema + "." + name).toLowerCase(Locale.ROOT);
            List<String> ids = new ArrayList<>();
            if (!isThere(connection, table)) {
                return ids;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select filename, id, author from " + table + " order by dateexecuted, orderexecuted")) {
                while (rows.next()) {
                    ids.add(rows.getString(1) + "::" + rows.getString(2) + "::" + rows.getString(3));
                }
            }
            return ids;
        });
    }

    private static boolean isThere(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_catalog.to_regclass(?) is not null")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Something that is done with Liquibase. */
    private interface Work<T> {
        T with(Liquibase liquibase, PostgresDatabase database) throws Exception;
    }

    private static <T> T in(Changelog changelog, @Nullable Connection connection, Work<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        // Liquibase finds its own parts by it.
        thread.setContextClassLoader(DirectCalls.class.getClassLoader());
        try {
            // Of a folder, there is nothing to close.
            DirectoryResourceAccessor files = new DirectoryResourceAccessor(changelog.root());
            Map<String, Object> scope = new HashMap<>();
            changelog.settings().forEach((name, value) -> {
                if (name.startsWith(OWN)) {
                    scope.put(name, value);
                }
            });
            scope.put(Scope.Attr.resourceAccessor.name(), files);
            scope.put(Scope.Attr.ui.name(), new LoggerUIService());
            scope.put("liquibase.analytics.enabled", false);
            return Scope.child(scope, () -> work(changelog, connection, files, work));
        } finally {
            thread.setContextClassLoader(former);
            if (connection != null && !connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    private static <T> T work(
            Changelog changelog, @Nullable Connection connection, DirectoryResourceAccessor files, Work<T> work)
            throws Exception {
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .resetAll();
        PostgresDatabase database = new PostgresDatabase();
        if (connection != null) {
            database.setConnection(new JdbcConnection(connection));
        }
        // Not closed: that would close the connection, which is the caller's.
        Liquibase liquibase = new Liquibase(changelog.file(), files, database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        changelog.settings().forEach((name, value) -> {
            if (!name.startsWith(OWN) && !name.equals("contexts") && !name.equals("labels")) {
                liquibase.setChangeLogParameter(name, value);
            }
        });
        return work.with(liquibase, database);
    }

    private static Contexts contexts(Changelog changelog) {
        return new Contexts(changelog.settings().getOrDefault("contexts", ""));
    }

    private static LabelExpression labels(Changelog changelog) {
        return new LabelExpression(changelog.settings().getOrDefault("labels", ""));
    }
}
