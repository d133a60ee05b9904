package org.pgassay.postgres.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnShape;
import org.pgassay.plan.ColumnStatistics;
import org.pgassay.plan.RelationStatistics;
import org.pgassay.plan.StatisticsException;
import org.pgassay.plan.TableSize;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;

class DeclaredStatisticsTest {

    private static ScratchDatabase database;

    @BeforeAll
    static void makeTables() throws SQLException {
        database = ScratchDatabase.on(18).run("""
                create type state as enum ('new', 'done', 'failed');
                create domain share as numeric(5, 2) check (value >= 0);
                create table clients (id bigint primary key, email text not null, code varchar(12));
                create unique index ux_clients_email on clients (lower(email));
                create table tasks (
                  id bigint primary key, client_id bigint references clients, state state not null, urgent boolean not null,
                  priority integer not null, created_at timestamptz not null, day date, token uuid, tags text[],
                  part share, payload jsonb, note text, shape point, words tsvector);
                create index ix_tasks_new on tasks (priority desc, created_at) where state = 'new';
                create index ix_tasks_client on tasks (client_id);
                create index ix_tasks_tags on tasks using gin (tags);
                create index ix_tasks_day on tasks using brin (day);
                create index ix_tasks_token on tasks using hash (token);
                create table events (at timestamptz not null, kind text not null, size integer) partition by range (at);
                create table events_1 partition of events for values from ('2026-01-01 00:00+00') to ('2026-02-01 00:00+00');
                create table events_2 partition of events for values from ('2026-02-01 00:00+00') to ('2026-04-01 00:00+00');
                create table events_rest partition of events default;
                create index ix_events_kind on events (kind);
                create table places (country text not null, n integer) partition by list (country);
                create table places_north partition of places for values in ('NO', 'SE');
                create table places_south partition of places for values in ('IT', 'O''Land');
                create table parts (n integer not null) partition by hash (n);
                create table parts_0 partition of parts for values with (modulus 2, remainder 0);
                create table parts_1 partition of parts for values with (modulus 2, remainder 1);
                """);
    }

    @AfterAll
    static void dropTables() throws SQLException {
        database.close();
    }

    private static List<RelationStatistics> of(TableSize... sizes) throws SQLException {
        return DeclaredStatistics.of(
                database.connection(), CatalogReader.read(database.connection(), List.of("public")), List.of(sizes));
    }

    private static TableSize size(String table, double rows, Object... columns) {
        Map<String, ColumnShape> shapes = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            shapes.put((String) columns[i], (ColumnShape) columns[i + 1]);
        }
        return new TableSize(new QualifiedName("public", table), rows, null, shapes);
    }

    private static ColumnShape distinct(double distinct) {
        return new ColumnShape(distinct, Map.of(), null, null, null, List.of());
    }

    private static ColumnShape common(Map<String, Double> common) {
        return new ColumnShape(null, common, null, null, null, List.of());
    }

    private static ColumnShape range(String... bounds) {
        return new ColumnShape(null, Map.of(), null, null, null, List.of(bounds));
    }

    private static RelationStatistics relation(List<RelationStatistics> all, String name) {
        return all.stream()
                .filter(each -> each.relation().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable ColumnStatistics column(RelationStatistics relation, String name) {
        return relation.columns().stream()
                .filter(each -> each.column().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Test
    void theSchemaSaysWhatIsUniqueAndWhatIsFew() throws SQLException {
        List<RelationStatistics> all = of(size("tasks", 1_000_000), size("clients", 5_000));

        RelationStatistics tasks = relation(all, "tasks");
        assertThat(column(tasks, "id").distinct()).isEqualTo(-1);
        assertThat(column(tasks, "client_id").distinct()).isEqualTo(5_000);
        assertThat(column(tasks, "state").distinct()).isEqualTo(3);
        assertThat(column(tasks, "urgent").distinct()).isEqualTo(2);
        assertThat(tasks.columns())
                .extracting(ColumnStatistics::column)
                .containsExactly("id", "client_id", "state", "urgent");
        assertThat(column(relation(all, "ux_clients_email"), "lower").distinct())
                .isEqualTo(-1);
    }

    @Test
    void aForeignKeyToATableOfUnknownSizeSaysNothing() throws SQLException {
        assertThat(column(relation(of(size("tasks", 1_000_000)), "tasks"), "client_id"))
                .isNull();
    }

    @Test
    void whatIsCommonComesFirst() throws SQLException {
        Map<String, Double> common = new LinkedHashMap<>();
        common.put("new", 0.01);
        common.put("done", 0.98);
        ColumnStatistics state = column(relation(of(size("tasks", 1e6, "state", common(common))), "tasks"), "state");

        assertThat(state.common()).isEqualTo("{\"done\",\"new\"}");
        assertThat(state.frequencies()).containsExactly(0.98, 0.01);
        assertThat(state.distinct()).isEqualTo(3);
    }

    @Test
    void partsThatAddUpToAllLeaveNoOtherValue() throws SQLException {
        ColumnStatistics note = column(
                relation(of(size("tasks", 1e6, "note", common(Map.of("a", 0.5, "b \"x\" \\", 0.5)))), "tasks"), "note");

        assertThat(note.distinct()).isEqualTo(2);
        assertThat(note.width()).isEqualTo(5);
    }

    @Test
    void aPartialIndexHasTheRowsThatThePlannerSees() throws SQLException {
        List<RelationStatistics> all =
                of(size("tasks", 50_000_000, "state", common(Map.of("done", 0.99, "new", 0.002, "failed", 0.008))));

        assertThat(relation(all, "ix_tasks_new").tuples()).isCloseTo(100_000, within(100.0));
        assertThat(relation(all, "ix_tasks_new").height()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "priority, 0, 100000, '{0,1000,2000,', ',100000}'",
        "created_at, 2026-01-01 00:00+00, 2026-04-11 00:00+00, '{\"2026-01-01', ',\"2026-04-11 00:00:00+00\"}'",
        "day, 2026-01-01, 2026-12-31, '{2026-01-01,2026-01-04', ',2026-12-31}'",
        "part, 0, 50, '{0.00,0.50,1.00', ',50.00}'",
        "token, 00000000-0000-0000-0000-000000000000, ffffffff-ffff-ffff-ffff-ffffffffffff,"
                + " '{\"00000000000000000000000000000000\",\"028f5c28f5c28f5c28f5c28f5c28f5c2\"',"
                + " ',\"ffffffffffffffffffffffffffffffff\"}'",
        "note, aa, zz, '{\"aa\"', ',\"zz\"}'"
    })
    void aRangeIsSpread(String column, String least, String greatest, String start, String end) throws SQLException {
        database.run("set timezone = 'UTC'");
        ColumnStatistics statistics =
                column(relation(of(size("tasks", 1e6, column, range(least, greatest))), "tasks"), column);

        assertThat(statistics.histogram()).startsWith(start).endsWith(end);
        assertThat(statistics.histogram().split(",")).hasSize(column.equals("note") ? 2 : 101);
    }

    @Test
    void fewNumbersAreAllCommon() throws SQLException {
        ColumnStatistics priority =
                column(relation(of(size("tasks", 1e6, "priority", range("0", "4"))), "tasks"), "priority");

        assertThat(priority.common()).isEqualTo("{0,1,2,3,4}");
        assertThat(priority.frequencies()).containsExactly(0.2, 0.2, 0.2, 0.2, 0.2);
        assertThat(priority.distinct()).isEqualTo(5);
    }

    @Test
    void elementsOfArraysStandInTheirOrder() throws SQLException {
        Map<String, Double> common = new LinkedHashMap<>();
        common.put("new", 0.7);
        common.put("cheap", 0.2);
        ColumnStatistics tags = column(relation(of(size("tasks", 1e6, "tags", common(common))), "tasks"), "tags");

        assertThat(tags.common()).isNull();
        assertThat(tags.elements().common()).isEqualTo("{\"cheap\",\"new\"}");
        assertThat(tags.elements().frequencies()).containsExactly(0.2, 0.7, 0.2, 0.7, 0.0);
    }

    @Test
    void rowsAreSpreadOverPartitionsByTheRangeOfTheirKey() throws SQLException {
        List<RelationStatistics> all = of(size(
                "events", 6_000_000, "at", range("2026-01-01 00:00+00", "2026-03-02 00:00+00"), "kind", distinct(10)));

        assertThat(relation(all, "events_1").tuples()).isCloseTo(3_100_000, within(1.0));
        assertThat(relation(all, "events_2").tuples()).isCloseTo(2_900_000, within(1.0));
        assertThat(relation(all, "events_rest").tuples()).isZero();
        assertThat(column(relation(all, "events"), "kind").inherited()).isTrue();
        assertThat(column(relation(all, "events_2"), "kind").inherited()).isFalse();
        assertThat(column(relation(all, "events_2"), "at").histogram())
                .contains("2026-02-01")
                .doesNotContain("2026-01-15");
    }

    @Test
    void aPartitionMayHaveASizeOfItsOwn() throws SQLException {
        List<RelationStatistics> all = of(size("events", 6_000_000), size("events_2", 5_000_000));

        assertThat(relation(all, "events_1").tuples()).isEqualTo(1_000_000);
        assertThat(relation(all, "events_2").tuples()).isEqualTo(5_000_000);
        assertThat(all).extracting(RelationStatistics::relation).doesNotHaveDuplicates();
    }

    @Test
    void listsAreSpreadByWhatIsCommon() throws SQLException {
        List<RelationStatistics> all = of(size("places", 1_000, "country", common(Map.of("NO", 0.5, "O'Land", 0.2))));

        assertThat(relation(all, "places_north").tuples()).isEqualTo(650);
        assertThat(relation(all, "places_south").tuples()).isEqualTo(350);
        assertThat(column(relation(all, "places_south"), "country").common()).isEqualTo("{\"O'Land\",\"IT\"}");
    }

    @Test
    void hashPartitionsShareEvenly() throws SQLException {
        assertThat(relation(of(size("parts", 1_000)), "parts_1").tuples()).isEqualTo(500);
    }

    @Test
    void anExpressionOfAnIndexMayBeWrittenAsOneLikes() throws SQLException {
        List<RelationStatistics> all = of(size("clients", 1_000, "LOWER( email )", range("a@x", "z@x")));

        assertThat(column(relation(all, "ux_clients_email"), "lower").histogram())
                .isEqualTo("{\"a@x\",\"z@x\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state    | common    | lost=0.1          | lost | invalid input value for enum
            priority | common    | many=0.1          | many | invalid input syntax for type integer
            part     | common    | -1=0.1            | -1   | violates check constraint
            priority | common    | 1=0.7,2=0.7       | common | together
            priority | common    | 1=1.5             | 1 | a part from 0 to 1
            priority | nulls     | 0.5               | nulls | is NOT NULL
            day      | nulls     | 1.5               | nulls | a part from 0 to 1
            day      | distinct  | 2e6               | distinct | in 1000000 rows
            day      | distinct  | -2                | distinct | above 0
            day      | correlation | 1.5             | correlation | from -1 to 1
            day      | width     | 0                 | width | 1 at least
            day      | bounds    | 2026-01-01        | bounds | one bound only
            day      | bounds    | 2026-01-02;2026-01-01 | 2026-01-01 | State the least first
            day      | bounds    | yesterdayish;2026-01-01 | yesterdayish | State a value of type date
            shape    | bounds    | (1,1);(2,2)       | (1,1) | no order
            nothing  | distinct  | 5                 | - | no column 'nothing'
            lower(note) | distinct | 5               | - | no index on lower(note)
            lower(note)) ; drop table tasks -- | distinct | 5 | - | nor is it an expression
            """)
    void whatCannotBeIsRefusedByName(String column, String what, String text, String value, String message) {
        ColumnShape shape = switch (what) {
            case "common" -> {
                Map<String, Double> common = new LinkedHashMap<>();
                for (String each : text.split(",", -1)) {
                    common.put(each.split("=", -1)[0], Double.valueOf(each.split("=", -1)[1]));
                }
                yield common(common);
            }
            case "bounds" -> range(text.split(";", -1));
            case "nulls" -> new ColumnShape(null, Map.of(), Double.valueOf(text), null, null, List.of());
            case "correlation" -> new ColumnShape(null, Map.of(), null, Double.valueOf(text), null, List.of());
            case "width" -> new ColumnShape(null, Map.of(), null, null, Integer.valueOf(text), List.of());
            default -> distinct(Double.parseDouble(text));
        };

        assertThatThrownBy(() -> of(size("tasks", 1e6, column, shape)))
                .isInstanceOfSatisfying(StatisticsException.class, fault -> {
                    assertThat(fault.table()).hasToString("public.tasks");
                    assertThat(fault.column()).isEqualTo(column);
                    assertThat(fault.value()).isEqualTo(value.equals("-") ? null : value);
                })
                .hasMessageContaining("public.tasks")
                .hasMessageContaining(column)
                .hasMessageContaining(message);
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> of(size("task", 1)))
                .isInstanceOf(StatisticsException.class)
                .hasMessageContaining("There is no table public.task");
    }

    @Test
    void partitionsCannotHaveMoreThanTheTable() {
        assertThatThrownBy(() -> of(size("events", 10), size("events_1", 11)))
                .isInstanceOf(StatisticsException.class)
                .hasMessageContaining("11");
    }
}
