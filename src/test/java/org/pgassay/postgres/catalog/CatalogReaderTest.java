package org.pgassay.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ColumnSettings;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;

/** Reads one of every kind of object; that all versions read alike is for FingerprintTest to show. */
class CatalogReaderTest {

    @Test
    void readsTables() throws SQLException {
        Catalog catalog = everything();

        assertThat(catalog.schemas()).containsExactly("Odd \"schema\"", "public");
        assertThat(catalog.tables())
                .extracting(each -> each.name().name())
                .containsExactly(
                        "Tab USING le",
                        "by_expression",
                        "child",
                        "events",
                        "events_2026",
                        "events_rest",
                        "events_rest_a",
                        "keyless",
                        "notes",
                        "nothing",
                        "on_delete",
                        "part_notes",
                        "part_notes_0",
                        "remote",
                        "tasks",
                        "tenants");
        Table tasks = table(catalog, "tasks");
        assertThat(tasks.rowSecurity()).isTrue();
        assertThat(tasks.rowSecurityForced()).isTrue();
        assertThat(tasks.owner()).isEqualTo("postgres");
        assertThat(table(catalog, "tenants").comment()).isEqualTo("Who pays");
        assertThat(table(catalog, "nothing").columns()).isEmpty();
        assertThat(table(catalog, "keyless").unlogged()).isTrue();
        assertThat(table(catalog, "child").inheritsFrom()).containsExactly(name("keyless"));
        assertThat(table(catalog, "child").partitionOf()).isNull();
        assertThat(table(catalog, "remote").kind()).isEqualTo(Table.Kind.FOREIGN);
    }

    @Test
    void readsPartitions() throws SQLException {
        Catalog catalog = everything();
        Table rest = table(catalog, "events_rest");

        assertThat(rest.kind()).isEqualTo(Table.Kind.PARTITIONED);
        assertThat(rest.partitionOf()).isEqualTo(name("events"));
        assertThat(rest.inheritsFrom()).isEmpty();
        assertThat(rest.partitionBound()).isEqualTo("DEFAULT");
        assertThat(rest.partitionKey()).isEqualTo("LIST (id)");
        assertThat(rest.constraints()).hasSize(3).allMatch(Constraint::inherited);
        assertThat(table(catalog, "events").constraints()).hasSize(3).noneMatch(Constraint::inherited);
        assertThat(table(catalog, "events_2026").partitionBound())
                .isEqualTo("FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
        assertThat(table(catalog, "events_rest_a").triggers())
                .extracting(Trigger::name)
                .containsExactly("trg_events");
        assertThat(table(catalog, "events").index("ix_kind").orElseThrow().definition())
                .isEqualTo("btree (kind)");
        assertThat(table(catalog, "events_2026").indexes())
                .extracting(Index::secondary)
                .containsExactly(true, false);
        assertThat(table(catalog, "notes").constraints()).hasSize(1);
        assertThat(table(catalog, "part_notes_0").constraints()).hasSize(1);
    }

    @Test
    void readsColumns() throws SQLException {
        Catalog catalog = everything();
        Table tasks = table(catalog, "tasks");

        assertThat(tasks.columns()).hasSize(15);
        assertThat(tasks.column("legacy")).isEmpty();
        assertThat(column(tasks, "id").identity()).isEqualTo(Column.Identity.ALWAYS);
        assertThat(column(tasks, "status").type()).isEqualTo("public.status");
        assertThat(column(tasks, "status").defaultExpression()).isEqualTo("'pending'::public.status");
        assertThat(column(tasks, "status").notNull()).isTrue();
        assertThat(column(tasks, "title"))
                .isEqualTo(new Column(
                        "title",
                        "character varying(20)",
                        "pg_catalog.\"C\"",
                        false,
                        "'it''s\ntwo lines'::character varying",
                        Column.Identity.NONE,
                        Column.Generated.NONE,
                        false,
                        ColumnSettings.NONE,
                        List.of(),
                        "What to do"));
        assertThat(column(tasks, "plain").collation()).isNull();
        assertThat(column(tasks, "doubled").generated()).isEqualTo(Column.Generated.STORED);
        assertThat(column(tasks, "doubled").defaultExpression()).isEqualTo("(amount * (2)::numeric)");
        assertThat(column(tasks, "due").defaultExpression())
                .isEqualTo("'2026-01-02 01:04:05+00'::timestamp with time zone");
        Table odd = catalog.table(new QualifiedName("Odd \"schema\"", "Tab USING le"))
                .orElseThrow();
        assertThat(odd.columns())
                .extracting(Column::name)
                .containsExactly("Kol \"onne", "ünïcode ☃", "select", "table");
    }

    @Test
    void readsConstraints() throws SQLException {
        Table tasks = table(everything(), "tasks");

        assertThat(tasks.constraints())
                .extracting(Constraint::name)
                .containsExactly("ck_late", "ck_status", "ex_due", "tasks_pkey", "tasks_tenant_id_fkey", "uq_number");
        Constraint status = tasks.constraint("ck_status").orElseThrow();
        assertThat(status.columns()).containsExactly("title", "amount");
        assertThat(status.comment()).isEqualTo("Why not");
        assertThat(tasks.constraint("ck_late").orElseThrow().validated()).isFalse();
        Constraint number = tasks.constraint("uq_number").orElseThrow();
        assertThat(number.columns()).containsExactly("tenant_id", "number");
        assertThat(number.deferrable()).isTrue();
        assertThat(number.initiallyDeferred()).isTrue();
        assertThat(tasks.constraint("tasks_tenant_id_fkey").orElseThrow().foreignKey())
                .isEqualTo(new ForeignKey(
                        name("tenants"),
                        List.of("id"),
                        ForeignKey.Action.CASCADE,
                        ForeignKey.Action.SET_NULL,
                        ForeignKey.Match.SIMPLE,
                        List.of()));
    }

    @Test
    void readsIndexes() throws SQLException {
        Catalog catalog = everything();
        Table tasks = table(catalog, "tasks");
        Index claim = tasks.index("ix_claim").orElseThrow();

        assertThat(claim.keys())
                .containsExactly(
                        new Index.Key("tenant_id", "tenant_id", false, false),
                        new Index.Key("amount", "amount", true, true),
                        new Index.Key("due", "due", true, false),
                        new Index.Key("title", "title", false, true));
        assertThat(claim.included()).containsExactly("plain", "number");
        assertThat(claim.predicate()).isEqualTo("(status = 'pending'::public.status)");
        assertThat(claim.comment()).isEqualTo("The queue");
        assertThat(claim.definition())
                .isEqualTo("btree (tenant_id, amount DESC, due DESC NULLS LAST, title NULLS FIRST)"
                        + " INCLUDE (plain, number) WHERE (status = 'pending'::public.status)");
        Index odd = tasks.index("ix USING odd").orElseThrow();
        assertThat(odd.unique()).isTrue();
        assertThat(odd.definition())
                .isEqualTo("btree (lower((title)::text), ((amount + (1)::numeric)) DESC) WITH (fillfactor='70')");
        assertThat(odd.keys()).extracting(Index.Key::column).containsOnlyNulls();
        assertThat(tasks.indexes()).filteredOn(each -> !each.secondary()).hasSize(3);
        Table hard = catalog.table(new QualifiedName("Odd \"schema\"", "Tab USING le"))
                .orElseThrow();
        assertThat(hard.index("i USING btree (x)").orElseThrow().definition())
                .isEqualTo("btree (\"select\", ((\"table\" + 1)))");
    }

    @Test
    void readsTriggersAndPolicies() throws SQLException {
        Table tasks = table(everything(), "tasks");

        assertThat(tasks.triggers()).extracting(Trigger::name).containsExactly("trg_late", "trg_touch");
        assertThat(tasks.triggers())
                .extracting(Trigger::enabled)
                .containsExactly(Trigger.Enabled.DISABLED, Trigger.Enabled.ORIGIN);
        assertThat(tasks.policies())
                .containsExactly(
                        new Policy("late", false, "DELETE", List.of("postgres"), "(due IS NOT NULL)", null, null),
                        new Policy(
                                "tenant",
                                true,
                                "ALL",
                                List.of("PUBLIC"),
                                "(tenant_id = (current_setting('app.tenant_id'::text))::uuid)",
                                "(amount > (0)::numeric)",
                                null));
    }

    @Test
    void readsViewsAndSequences() throws SQLException {
        Catalog catalog = everything();
        View open = catalog.views().get(0);

        assertThat(open.options()).containsExactly("security_barrier=true");
        assertThat(open.definition()).contains("FROM (public.tasks t", "'pending'::public.status");
        assertThat(open.columns()).extracting(Column::comment).containsExactly(null, null, "By name");
        assertThat(open.triggers()).hasSize(1);
        assertThat(catalog.views().get(1).materialized()).isTrue();
        assertThat(catalog.views().get(1).indexes()).hasSize(1);
        assertThat(catalog.sequences())
                .containsExactly(
                        new Sequence(
                                name("invoice_number"),
                                "postgres",
                                "integer",
                                1000,
                                5,
                                10,
                                100000,
                                20,
                                true,
                                null,
                                null,
                                false,
                                false,
                                List.of(),
                                "Without gaps"),
                        sequence("tasks_id_seq", "bigint", Long.MAX_VALUE, "public.tasks.id", true),
                        sequence("tasks_serial_no_seq", "integer", Integer.MAX_VALUE, "public.tasks.serial_no", false));
    }

    @Test
    void readsRoutinesAndTypes() throws SQLException {
        Catalog catalog = everything();

        assertThat(catalog.routines())
                .extracting(each -> each.name().name() + "(" + each.declaredArguments() + ") " + each.result())
                .containsExactly(
                        "listing(VARIADIC ids integer[]) TABLE(id integer, label text)",
                        "net(amount numeric, rate numeric DEFAULT 0.25) numeric",
                        "pairs(n integer, OUT a integer, OUT b text) SETOF record",
                        "tidy(INOUT done integer DEFAULT 0) null",
                        "total(numeric) numeric",
                        "touch() trigger");
        Routine net = catalog.routines().get(1);
        assertThat(net.arguments()).isEqualTo("amount numeric, rate numeric");
        assertThat(net.body()).isEqualTo("RETURN (amount / ((1)::numeric + rate))");
        assertThat(net.parallel()).isEqualTo("SAFE");
        assertThat(catalog.routines().get(5).configuration()).containsExactly("search_path=pg_catalog, public");
        assertThat(catalog.types())
                .extracting(UserType::kind)
                .containsExactly(
                        UserType.Kind.COMPOSITE, UserType.Kind.DOMAIN, UserType.Kind.RANGE, UserType.Kind.ENUM);
        assertThat(catalog.types().get(0).fields())
                .containsExactly("street text", "zip character varying(10)", "\"Land\" text COLLATE pg_catalog.\"C\"");
        assertThat(catalog.types().get(3).labels()).containsExactly("pending", "claimed", "done");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void leavesOutWhatExtensionsAndTheSystemOwn(int major) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(major)) {
            database.run("create extension citext; create extension hstore; create temp table passing (id serial)");

            Catalog catalog = CatalogReader.read(
                    database.connection(), List.of("public", "pg_catalog", "information_schema", "pg_temp_3", "none"));

            assertThat(catalog.extensions())
                    .extracting(each -> each.schema() + "." + each.name())
                    .containsExactly("public.citext", "public.hstore", "pg_catalog.plpgsql");
            assertThat(catalog.schemas()).containsExactly("public");
            assertThat(catalog.tables()).isEmpty();
            assertThat(catalog.views()).isEmpty();
            assertThat(catalog.sequences()).isEmpty();
            assertThat(catalog.routines()).isEmpty();
            assertThat(catalog.types()).isEmpty();
            assertThat(catalog.objects()).isEmpty();
            assertThat(catalog.defaultPrivileges()).isEmpty();
        }
    }

    private static Catalog everything() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.withEverything(18)) {
            return CatalogReader.read(database.connection(), List.of("public", "Odd \"schema\"", "missing"));
        }
    }

    private static Table table(Catalog catalog, String table) {
        return catalog.table(name(table)).orElseThrow();
    }

    private static Column column(Table table, String column) {
        return table.column(column).orElseThrow();
    }

    private static QualifiedName name(String name) {
        return new QualifiedName("public", name);
    }

    private static Sequence sequence(String name, String type, long maximum, String ownedBy, boolean identity) {
        return new Sequence(
                name(name),
                "postgres",
                type,
                1,
                1,
                1,
                maximum,
                1,
                false,
                ownedBy,
                type,
                identity,
                false,
                List.of(),
                null);
    }
}
