package org.pgassay.postgres.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.rows.Confinement;
import org.pgassay.rows.SampleRows;
import org.pgassay.rows.TypeValues;

/**
 * Makes single rows on purpose, valid ones and such as violate one thing only, in the transaction that is open on a
 * connection.
 */
public final class RowWorkshop {

    private final Session session;
    private final Catalog catalog;
    private final SampleRows samples;
    private final long seed;
    private final TypeValues types;

    /**
     * A workshop.
     *
     * @param connection as the superuser, not in auto-commit mode
     * @param catalog of the database as it is now
     */
    public RowWorkshop(Connection connection, Catalog catalog, SampleRows samples, long seed) {
        this.session = new Session(connection);
        this.catalog = catalog;
        this.samples = samples;
        this.seed = seed;
        this.types = new TypeValues(catalog, new ServerProbe(session));
    }

    /** Work that may be refused. */
    public interface Work<T> {
        /** Does it. */
        T run() throws SQLException;
    }

    /** The catalog of the database. */
    public Catalog catalog() {
        return catalog;
    }

    /** The rows of a table, which somebody puts in; null for the superuser. */
    public TableRows rows(Table table, @Nullable Actor actor) throws SQLException {
        return held(() -> new TableRows(
                session,
                new RowMaker(session, catalog, table, types, samples, seed, Confinement.NONE, Set.of(), actor)));
    }

    /** Does something, and undoes it however it ends. */
    public <T> T undone(Work<T> work) throws SQLException {
        return session.undone(work::run);
    }

    /** Does something, and undoes it if it fails. */
    public <T> T attempt(Work<T> work) throws SQLException {
        return session.attempt(work::run);
    }

    /** What a statement is refused with; null if it is not. What it has done stays. */
    public @Nullable Refusal refusal(String sql) throws SQLException {
        Optional<Refusal> refusal = held(() -> {
            try {
                session.attempt(() -> session.rows(sql));
                return Optional.empty();
            } catch (SQLException e) {
                Failures.rethrowUnlessRefused(e);
                return Optional.of(Refusal.of(e));
            }
        });
        return refusal.orElse(null);
    }

    /** The rows that a query returns, as text. */
    public List<List<@Nullable String>> query(String sql) throws SQLException {
        return session.rows(sql);
    }

    /** The rows that a query returns, of which nothing stays; nothing if it is refused. */
    public @Nullable List<List<@Nullable String>> asked(String sql) throws SQLException {
        Optional<List<List<@Nullable String>>> rows = held(() -> {
            try {
                return Optional.of(session.ask(sql));
            } catch (SQLException e) {
                Failures.rethrowUnlessRefused(e);
                return Optional.empty();
            }
        });
        return rows.orElse(null);
    }

    /** How many rows a table has. */
    public long count(Table table) throws SQLException {
        String count =
                session.value("SELECT pg_catalog.count(*) FROM " + table.name().sql());
        return count == null ? 0 : Long.parseLong(count);
    }

    /** Has everything checked that waits for the end of the transaction, now and from now on at once. */
    public @Nullable Refusal checkAtOnce() throws SQLException {
        return refusal("SET CONSTRAINTS ALL IMMEDIATE");
    }

    /** Takes all rows out of a table, whatever hangs on them and whoever guards them. */
    public void empty(Table table) throws SQLException {
        List<Trigger> guards = table.triggers().stream()
                .filter(trigger -> trigger.enabled() == Trigger.Enabled.ALWAYS)
                .toList();
        for (Trigger guard : guards) {
            session.rows(alter(table, "DISABLE TRIGGER", guard));
        }
        session.rows("SET LOCAL session_replication_role = replica");
        session.rows("DELETE FROM " + table.name().sql());
        session.rows("SET LOCAL session_replication_role = origin");
        for (Trigger guard : guards) {
            session.rows(alter(table, "ENABLE ALWAYS TRIGGER", guard));
        }
    }

    private static String alter(Table table, String how, Trigger trigger) {
        return "ALTER TABLE " + table.name().sql() + " " + how + " " + Identifiers.quote(trigger.name());
    }

    /** Drops unique indexes of a table, and the constraints that they stand behind. */
    public void dropUnique(Table table, Collection<String> indexes) throws SQLException {
        for (Index index : table.indexes()) {
            if (indexes.contains(index.name())) {
                String constraint = index.constraint();
                session.rows(
                        constraint == null
                                ? "DROP INDEX " + new QualifiedName(table.name().schema(), index.name()).sql()
                                        + " CASCADE"
                                : "ALTER TABLE " + table.name().sql() + " DROP CONSTRAINT "
                                        + Identifiers.quote(constraint) + " CASCADE");
            }
        }
    }

    /** Drops a constraint of a table. */
    public void dropConstraint(Table table, String constraint) throws SQLException {
        session.rows("ALTER TABLE " + table.name().sql() + " DROP CONSTRAINT " + Identifiers.quote(constraint));
    }

    /** Has a table's own triggers fire no more; those that enforce its foreign keys still do. */
    public void disableTriggers(Table table) throws SQLException {
        session.rows("ALTER TABLE " + table.name().sql() + " DISABLE TRIGGER USER");
    }

    /** Has one of a table's own triggers fire no more. */
    public void disableTrigger(Table table, String trigger) throws SQLException {
        session.rows("ALTER TABLE " + table.name().sql() + " DISABLE TRIGGER " + Identifiers.quote(trigger));
    }

    /** Does something; a lost connection is thrown as the driver's own exception. */
    static <T> T held(Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (Failures.LostConnectionException e) {
            throw e.reason();
        }
    }
}
