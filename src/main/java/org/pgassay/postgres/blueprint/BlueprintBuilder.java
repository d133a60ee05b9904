package org.pgassay.postgres.blueprint;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.StructurePlan;
import org.pgassay.check.StructurePlan.PlannedTable;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.spec.Problem;

/**
 * Makes the structure that a spec asks for in scratch schemas of the migrated database, reads it back with the
 * {@link CatalogReader}, and undoes it: all in one transaction that is always rolled back.
 *
 * <p>Every statement that fails is found out about, and is either a {@link Problem} of the spec, at its place, or a fault
 * of the database: something that the fragment names and that migrations should have made does not exist.
 */
public final class BlueprintBuilder {

    private static final String SCRATCH = "pgassay_expected_";

    private final Connection connection;
    private final StructurePlan plan;
    private final Catalog actual;
    private final List<String> schemas;
    private final Map<String, String> scratchBySchema = new LinkedHashMap<>();

    private BlueprintBuilder(Connection connection, StructurePlan plan, Catalog actual, List<String> schemas) {
        this.connection = connection;
        this.plan = plan;
        this.actual = actual;
        this.schemas = schemas;
    }

    /**
     * What came of a structure.
     *
     * @param problems fragments that PostgreSQL refuses, at their places; the blueprint is of no use if there are any
     */
    public record Outcome(Blueprint blueprint, List<Problem> problems) {}

    /**
     * Builds the blueprint.
     *
     * @param connection as a superuser or the owner, in auto-commit mode; its database holds the migrated schema, or at
     *     least its types and functions
     * @param plan the structure
     * @param actual the migrated schema's catalog, from which columns that the spec leaves out are filled in
     * @param schemas the spec's schemas
     * @throws SQLException if the connection is lost, or the scratch schemas cannot be made
     */
    public static Outcome build(Connection connection, StructurePlan plan, Catalog actual, List<String> schemas)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            return new BlueprintBuilder(connection, plan, actual, schemas).build();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Outcome build() throws SQLException {
        scratchSchemas();
        Scratch scratch = new Scratch(connection, plan, actual, scratchBySchema);
        for (PlannedTable table : plan.tables()) {
            scratch.table(table);
        }
        for (PlannedTable table : plan.tables()) {
            scratch.keysAndIndexes(table);
        }
        new ScratchForeignKeys(plan, actual, schemas, scratch).all();
        Catalog expected = scratch.read();
        Catalog respelt = scratch.problems().isEmpty()
                ? new Respelling(connection, scratch, actual, Renaming.of(scratchBySchema)).of(expected)
                : expected;
        Map<Part, Described> objects = objects(scratch);
        return new Outcome(new Blueprint(respelt, objects, scratch.faults(), true), scratch.problems());
    }

    /** Makes what is no table among the real objects, whose names it uses. */
    private Map<Part, Described> objects(Scratch scratch) throws SQLException {
        if (!plan.objects().isEmpty()) {
            roles(scratch);
        }
        Savepoint before = connection.setSavepoint();
        scratch.execute(searchPath(Stream.concat(schemas.stream(), Stream.of("public"))));
        Map<Part, Described> made = ScratchObjects.make(scratch, actual, plan.objects(), scratch::record);
        connection.rollback(before);
        if (!scratch.problems().isEmpty()) {
            return made;
        }
        scratch.execute(searchPath(Stream.of()));
        return new ObjectRespelling(connection, scratch, actual).of(made);
    }

    /** Makes the roles that real policies name, where the blueprint is built beside the database, on another server. */
    private void roles(Scratch scratch) throws SQLException {
        Set<String> roles = new TreeSet<>();
        actual.tables().forEach(table -> table.policies().forEach(policy -> roles.addAll(policy.roles())));
        roles.remove(Grant.PUBLIC);
        Array names = connection.createArrayOf("text", roles.toArray());
        List<String> missing = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select name from pg_catalog.unnest(?) name"
                + " where name not in (select rolname from pg_catalog.pg_roles) order by name")) {
            statement.setArray(1, names);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    missing.add("create role " + Identifiers.quote(rows.getString(1)));
                }
            }
        }
        if (!missing.isEmpty()) {
            scratch.execute(String.join(";", missing));
        }
    }

    private static String searchPath(Stream<String> path) {
        String names = path.distinct().map(Identifiers::quote).collect(Collectors.joining(", "));
        return "set local search_path = " + (names.isEmpty() ? "''" : names);
    }

    private void scratchSchemas() throws SQLException {
        Set<String> all = new LinkedHashSet<>(schemas);
        plan.tables().forEach(table -> {
            all.add(table.name().schema());
            table.constraints().forEach(constraint -> {
                var reference = constraint.reference();
                if (reference != null && reference.schema() != null) {
                    all.add(reference.schema());
                }
            });
        });
        for (String schema : all) {
            scratchBySchema.put(schema, SCRATCH + scratchBySchema.size());
        }
        try (Statement statement = connection.createStatement()) {
            // The migrated database's event triggers are about its own DDL.
            statement.execute("""
                    do $$ declare each record; begin
                      for each in select evtname from pg_catalog.pg_event_trigger where evtenabled <> 'D' loop
                        execute pg_catalog.format('alter event trigger %I disable', each.evtname);
                      end loop;
                    end $$""");
            StringBuilder sql = new StringBuilder();
            scratchBySchema
                    .values()
                    .forEach(schema ->
                            sql.append("create schema ").append(schema).append(';'));
            sql.append(searchPath(Stream.of(scratchBySchema.values().stream(), all.stream(), Stream.of("public"))
                    .flatMap(names -> names)));
            sql.append(";set local check_function_bodies = off");
            statement.execute(sql.toString());
        }
    }

    /** The scratch table of a real name. */
    static String scratchName(Map<String, String> scratchBySchema, QualifiedName name) {
        String schema = scratchBySchema.get(name.schema());
        if (schema == null) {
            throw new IllegalStateException("no scratch schema was made for " + name.schema());
        }
        return schema + "." + Identifiers.quote(name.name());
    }
}
