package org.pgassay.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.generate.LiveChange;
import org.pgassay.generate.LiveMutations;
import org.pgassay.generate.LiveMutations.Effect;
import org.pgassay.generate.Migrated;
import org.pgassay.generate.SchemaGenerator;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** What is to turn one schema into another does. */
class AlterationTest {

    @ParameterizedTest
    @CsvSource({"1, 2, 18"})
    void oneRandomSchemaBecomesAnother(long from, long to, int major, @TempDir Path folder) throws Exception {
        assertThat(becomes(from, to, major, folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    @Tag("long")
    void manyRandomSchemasBecomeOthers(int major, @TempDir Path folder) throws Exception {
        List<String> problems = new ArrayList<>();
        for (long seed = 1; seed <= Long.getLong("pgassay.seeds", 15); seed++) {
            problems.addAll(becomes(seed, seed + 100, major, folder.resolve("" + seed)));
        }
        assertThat(problems).isEmpty();
    }

    private static List<String> becomes(long from, long to, int major, Path folder) throws Exception {
        // The one whose roles the other's database comes to use is closed last.
        try (Migrated right = migrated(to, major, folder);
                Migrated left = migrated(from, major, folder);
                Connection database = left.open();
                Connection target = right.open()) {
            forgetSecrets(database);
            Catalog wanted = Applied.withoutSecrets(Applied.catalog(target));
            return lead(database, wanted).stream()
                    .map(each -> from + " to " + to + ": " + each)
                    .toList();
        }
    }

    private static Migrated migrated(long seed, int major, Path folder) throws Exception {
        return Migrated.by(SchemaGenerator.generate(seed, major).writeTo(folder.resolve("g" + seed)), major);
    }

    /** What was refused, and what is not as wanted in the end. */
    private static List<String> lead(Connection database, Catalog wanted) throws SQLException {
        Catalog before = Applied.withoutSecrets(Applied.catalog(database));
        List<DdlStatement> statements = Alteration.between(before, wanted);
        List<String> problems = new ArrayList<>(Applied.run(statements, database));
        Catalog after = Applied.withoutSecrets(Applied.catalog(database));
        problems.addAll(differences(after, wanted, statements));
        return problems;
    }

    /**
     * The order of columns may differ where a note says that it will, and with it that in which PostgreSQL lists the columns
     * of the table's checks and statistics.
     */
    private static List<String> differences(Catalog actual, Catalog wanted, List<DdlStatement> statements) {
        List<String> noted = statements.stream()
                .filter(each -> each.sql() == null)
                .map(DdlStatement::object)
                .toList();
        return Difference.of(actual, wanted).changes().stream()
                .filter(change ->
                        change.attributes().size() != 1 || noted.stream().noneMatch(table -> isOfOrder(change, table)))
                .map(change -> new Difference(List.of(change)).lines("public").get(0))
                .toList();
    }

    private static boolean isOfOrder(Difference.Change change, String table) {
        String schema = Sql.quote(String.valueOf(change.schema()));
        Difference.Attribute attribute = change.attributes().get(0);
        return switch (attribute.name()) {
            case "order of columns" -> table.equals(schema + "." + change.name());
            case "columns" ->
                change.kind() == ObjectKind.CONSTRAINT
                        && (schema + "." + change.name()).startsWith(table + ".")
                        && sameWords(attribute);
            case "definition" ->
                change.kind() == ObjectKind.STATISTICS
                        && String.valueOf(attribute.right()).contains(" FROM " + table)
                        && sameWords(attribute);
            default -> false;
        };
    }

    private static boolean sameWords(Difference.Attribute attribute) {
        return words(String.valueOf(attribute.left())).equals(words(String.valueOf(attribute.right())));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[ ,]+")).sorted().toList();
    }

    @Test
    void someChangesAreMadeAndTakenBack(@TempDir Path folder) throws Exception {
        assertThat(changes(3, 18, Integer.getInteger("pgassay.kinds", 12), folder))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 18", "7, 18", "11, 14"})
    @Tag("long")
    void everyKindOfChangeIsMadeAndTakenBack(long seed, int major, @TempDir Path folder) throws Exception {
        assertThat(changes(seed, major, Integer.MAX_VALUE, folder)).isEmpty();
    }

    /** One change of each kind, or of some, made by the statements and taken back by others. */
    private static List<String> changes(long seed, int major, int kinds, Path folder) throws Exception {
        List<String> problems = new ArrayList<>();
        int tried = 0;
        try (Migrated migrated = migrated(seed, major, folder);
                Connection original = migrated.open()) {
            forgetSecrets(original);
            Catalog before = Applied.catalog(original);
            List<List<LiveChange>> all =
                    new ArrayList<>(LiveMutations.of(original).values());
            Collections.shuffle(all, new Random(seed));
            for (List<LiveChange> kind : all) {
                for (LiveChange change : kind.subList(0, Math.min(4, kind.size()))) {
                    if (tried < kinds && LiveMutations.tryOut(change, original) == Effect.CHANGED) {
                        problems.addAll(change(change, original, before));
                        tried++;
                        break;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(10);
        return problems;
    }

    /** Tables that become partitions, or are none any more, or get other ones, there and back. */
    @Test
    void tablesChangeTheirParents() throws SQLException {
        String changes = """
                alter table q add constraint p_a_check check (a > 0); alter table p attach partition q for values in (2)
                drop table q; create table q partition of p for values in (2)
                drop table q; create table q partition of p for values in (2); alter table q add check (b <> '')
                drop table r; create table r partition of p default
                alter table p detach partition o
                alter table p detach partition o; alter table p attach partition o for values in (7)
                drop table p; create table p (a integer)
                drop table o; create table o (a integer)
                alter table p add check (b <> 'x'); create table s partition of p default
                alter table p drop constraint p_a_check; create table s partition of p default
                alter table p add primary key (a); create table s partition of p default partition by range (a)
                create trigger t before insert on p for each row execute function suppress_redundant_updates_trigger()
                drop table h cascade
                alter table r inherit h
                alter table c no inherit h
                alter table h add column g integer
                alter table h add check (x > 0)
                alter table w rename to w2\
                """;
        List<String> problems = new ArrayList<>();
        try (Databases databases = new Databases(TestServers.shared(14));
                Connection connection = databases.create(null).open();
                Statement run = connection.createStatement()) {
            run.execute("""
                create table p (a integer not null, b text, check (a > 0)) partition by list (a);
                create index on p (b);
                create table o partition of p for values in (1);
                create table q (a integer not null, b text);
                create table r (x integer);
                create table h (x integer);
                create table c () inherits (h);
                create table w (id serial);
                alter table w owner to pg_monitor\
                """);
            Catalog before = Applied.catalog(connection);
            for (String change : changes.lines().toList()) {
                problems.addAll(change(new LiveChange("parents", change, List.of()), connection, before));
            }
        }
        assertThat(problems).isEmpty();
    }

    /** User mappings have secrets, which no catalog holds. */
    private static void forgetSecrets(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                do $$ declare m record; begin
                  for m in select * from pg_catalog.pg_user_mappings loop
                    execute format('drop user mapping for %s server %I',
                      case when m.umuser = 0 then 'public' else quote_ident(m.usename) end, m.srvname);
                  end loop;
                end $$\
                """);
        }
    }

    /** Each in a transaction that is rolled back, statement by statement. */
    private static List<String> change(LiveChange change, Connection connection, Catalog before) throws SQLException {
        List<String> problems = new ArrayList<>();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(change.sql());
            Catalog after = within(connection);
            problems.addAll(apply(after, before, statement));
            connection.rollback();
            if (change.sql().contains("create role pgassay_mutant")) {
                statement.execute("create role pgassay_mutant");
            }
            problems.addAll(apply(before, after, statement));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return problems.stream().map(each -> change + "\n   " + each).toList();
    }

    private static Catalog within(Connection connection) throws SQLException {
        return CatalogReader.readWithin(connection, Applied.schemas(connection));
    }

    /** Each kind of change has its class. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        create table u (id integer)                                    | create table public.u          | ADDITIVE
        alter table t add column note text                             | add column note                | ADDITIVE
        alter table t add column stamp timestamptz default clock_timestamp() | add column stamp         | LOCK_RISKY
        alter table t alter column name type varchar(50)               | type character varying(50)     | ADDITIVE
        alter table t alter column name type varchar(5)                | type character varying(5)      | DESTRUCTIVE
        alter table t alter column count type bigint                   | type bigint                    | LOCK_RISKY
        alter table t alter column count set not null                  | set not null                   | LOCK_RISKY
        alter table t drop column count                                | drop column count              | DESTRUCTIVE
        alter table t add constraint c check (count > 0)               | add constraint c               | LOCK_RISKY
        alter table t add constraint c check (count > 0) not valid     | add constraint c               | ADDITIVE
        create index i on t (count)                                    | create index i                 | LOCK_RISKY
        drop index named                                               | drop index public.named        | DESTRUCTIVE
        drop view v                                                    | drop view public.v             | DESTRUCTIVE
        create or replace view v as select id, name, 1 as one from t   | create or replace view         | ADDITIVE
        alter type mood add value 'fine'                               | add value 'fine'               | ADDITIVE
        drop table t cascade                                           | drop table public.t            | DESTRUCTIVE
        create table "; drop table t; --" (id integer)                 | create table public."; drop table t; --" | ADDITIVE
        """)
    void aChangeHasItsClass(String change, String statement, Danger danger) throws SQLException {
        try (Databases databases = new Databases(TestServers.shared(18));
                Connection connection = databases.create(null).open();
                Statement run = connection.createStatement()) {
            run.execute("""
                create type mood as enum ('sad');
                create table t (id integer primary key, name varchar(20), count integer);
                create index named on t (name);
                create view v as select id, name from t\
                """);
            Catalog before = Applied.catalog(connection);
            connection.setAutoCommit(false);
            if (change.contains(" type ") && !change.contains("mood")) {
                run.execute("drop view v");
            }
            run.execute(change);
            Catalog after = within(connection);
            connection.rollback();
            connection.setAutoCommit(true);
            List<DdlStatement> statements = Alteration.between(before, after);
            assertThat(statements)
                    .filteredOn(each -> String.valueOf(each.sql()).contains(statement))
                    .singleElement()
                    .satisfies(each -> assertThat(each.danger()).isEqualTo(danger));
            assertThat(Applied.run(statements, connection)).isEmpty();
            assertThat(Difference.of(Applied.catalog(connection), after).lines("public"))
                    .isEmpty();
        }
    }

    @Test
    void nothingLeadsFromASchemaToItself() {
        assertThat(Alteration.between(Catalog.empty(), Catalog.empty())).isEmpty();
    }

    /** The first refusal, or what differs in the end. */
    private static List<String> apply(Catalog from, Catalog to, Statement run) throws SQLException {
        List<DdlStatement> statements = Alteration.between(from, to);
        for (DdlStatement each : statements) {
            if (each.sql() != null) {
                try {
                    run.execute(each.sql());
                } catch (SQLException e) {
                    run.getConnection().rollback();
                    return List.of(each.sql() + " -> " + e.getMessage());
                }
            }
        }
        return differences(within(run.getConnection()), to, statements);
    }
}
