package org.pgassay.postgres.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.rows.Confinement;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.SampleRows;
import org.pgassay.rows.TypeValues;

/**
 * Makes valid rows for any table, with their parents: the same rows from the same seed, on the same database.
 *
 * <p>Everything happens in the transaction that is open on the connection, each attempt in a savepoint. Afterwards all
 * deferred constraints have been checked, and are immediate for the rest of that transaction. Sequences keep the numbers
 * that refused rows took: use a clone.
 */
public final class RowSynthesizer {

    private final Session session;
    private final Catalog catalog;
    private final SampleRows samples;
    private final long seed;
    private final TypeValues types;
    private final Confinement confinement;

    private RowSynthesizer(
            Session session,
            Catalog catalog,
            SampleRows samples,
            long seed,
            TypeValues types,
            Confinement confinement) {
        this.session = session;
        this.catalog = catalog;
        this.samples = samples;
        this.seed = seed;
        this.types = types;
        this.confinement = confinement;
    }

    /**
     * Makes rows in a database.
     *
     * @param connection not in auto-commit mode
     * @param catalog of the database as it is now
     * @param samples values that the rows must have
     * @param seed rows of another seed have other values
     * @throws IllegalStateException if the connection is in auto-commit mode
     */
    public static RowSynthesizer over(Connection connection, Catalog catalog, SampleRows samples, long seed)
            throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException(
                    "Rows are made in the caller's transaction, and there is none: the connection"
                            + " is in auto-commit mode. Switch auto-commit off.");
        }
        Session session = new Session(connection);
        TypeValues types = new TypeValues(catalog, new ServerProbe(session));
        return new RowSynthesizer(session, catalog, samples, seed, types, Confinement.NONE);
    }

    /** The same for rows that keep within limits. */
    public RowSynthesizer within(Confinement limits) {
        return new RowSynthesizer(session, catalog, samples, seed, types, limits);
    }

    /** The same with other fixed values. */
    public RowSynthesizer with(SampleRows others) {
        return new RowSynthesizer(session, catalog, others, seed, types, confinement);
    }

    /** Makes rows in one table; in the tables that it refers to only as many as are missing there. */
    public Outcome rows(QualifiedName table, int count) throws SQLException {
        return populate(List.of(table), count).get(0);
    }

    /**
     * Makes rows in tables, parents first; tables that these refer to get as many as are missing there.
     *
     * @param each how many rows more each table is to have
     * @return what became of each table, in the order of the tables given
     */
    public List<Outcome> populate(Collection<QualifiedName> tables, int each) throws SQLException {
        Set<QualifiedName> wanted = new TreeSet<>(tables);
        Map<QualifiedName, Outcome> outcomes = new HashMap<>();
        try {
            session.rows("SET CONSTRAINTS ALL IMMEDIATE");
            for (List<Table> group : InsertOrder.of(wanted, catalog)) {
                make(group, wanted, each, outcomes);
            }
        } catch (Failures.LostConnectionException e) {
            throw e.reason();
        }
        return tables.stream()
                .map(name -> outcomes.getOrDefault(name, unknown(name)))
                .toList();
    }

    private static Outcome unknown(QualifiedName name) {
        return new Outcome.Skipped(name, name.sql() + " is no table of the catalog");
    }

    private void make(List<Table> group, Set<QualifiedName> wanted, int each, Map<QualifiedName, Outcome> outcomes)
            throws SQLException {
        List<Table> open = new ArrayList<>();
        for (Table table : group) {
            String reason = skipped(table, wanted);
            if (reason.isEmpty()) {
                open.add(table);
            } else {
                outcomes.put(table.name(), new Outcome.Skipped(table.name(), reason));
            }
        }
        if (!open.isEmpty()) {
            GroupMaker maker = new GroupMaker(session, catalog, samples, seed, types, confinement, open);
            Map<QualifiedName, Integer> counts = new LinkedHashMap<>();
            open.forEach(table -> counts.put(table.name(), wanted.contains(table.name()) ? each : -each));
            outcomes.putAll(maker.make(counts));
        }
    }

    private String skipped(Table table, Set<QualifiedName> wanted) {
        if (table.kind() == Table.Kind.FOREIGN) {
            return table.name().sql() + " is a foreign table: its rows live on another server";
        }
        QualifiedName parent = table.partitionOf();
        while (parent != null) {
            if (wanted.contains(parent)) {
                return table.name().sql() + " is a partition: it gets the rows of " + parent.sql()
                        + " that belong there";
            }
            parent = catalog.table(parent).map(Table::partitionOf).orElse(null);
        }
        return "";
    }
}
