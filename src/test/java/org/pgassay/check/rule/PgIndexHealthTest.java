package org.pgassay.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mfvanek.pg.core.checks.common.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Names;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.TestServers;

/** Holds the rules against pg-index-health, which was written by others: both must name the same objects. */
class PgIndexHealthTest {

    private static final int MAJOR = 18;

    private static final String NOT_NULL =
            "only PostgreSQL 18 names NOT NULL, mostly by itself; verdicts are the same on every version";

    private static final List<String> CAMUNDA = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    /** The diagnostics that look for what a rule looks for. */
    private static final Map<String, List<Diagnostic>> SAME = Map.ofEntries(
            Map.entry("foreign-keys-indexed", List.of(Diagnostic.FOREIGN_KEYS_WITHOUT_INDEX)),
            Map.entry("primary-key-required", List.of(Diagnostic.TABLES_WITHOUT_PRIMARY_KEY)),
            Map.entry("indexes-valid", List.of(Diagnostic.INVALID_INDEXES)),
            Map.entry("no-duplicate-indexes", List.of(Diagnostic.DUPLICATED_INDEXES)),
            Map.entry("no-intersecting-indexes", List.of(Diagnostic.INTERSECTED_INDEXES)),
            Map.entry("no-json-type", List.of(Diagnostic.COLUMNS_WITH_JSON_TYPE)),
            Map.entry(
                    "no-serial",
                    List.of(Diagnostic.COLUMNS_WITH_SERIAL_TYPES, Diagnostic.PRIMARY_KEYS_WITH_SERIAL_TYPES)),
            Map.entry("no-boolean-in-index", List.of(Diagnostic.INDEXES_WITH_BOOLEAN)),
            Map.entry("constraints-validated", List.of(Diagnostic.NOT_VALID_CONSTRAINTS)),
            Map.entry("no-btree-on-array", List.of(Diagnostic.BTREE_INDEXES_ON_ARRAY_COLUMNS)),
            Map.entry("no-duplicate-foreign-keys", List.of(Diagnostic.DUPLICATED_FOREIGN_KEYS)),
            Map.entry("no-intersecting-foreign-keys", List.of(Diagnostic.INTERSECTED_FOREIGN_KEYS)),
            Map.entry("no-name-overflow", List.of(Diagnostic.POSSIBLE_OBJECT_NAME_OVERFLOW)),
            Map.entry("no-unlinked-tables", List.of(Diagnostic.TABLES_NOT_LINKED_TO_OTHERS)),
            Map.entry("foreign-key-types-match", List.of(Diagnostic.FOREIGN_KEYS_WITH_UNMATCHED_COLUMN_TYPE)),
            Map.entry("more-than-one-column", List.of(Diagnostic.TABLES_WITH_ZERO_OR_ONE_COLUMN)),
            Map.entry(
                    "naming",
                    List.of(
                            Diagnostic.OBJECTS_NOT_FOLLOWING_NAMING_CONVENTION,
                            Diagnostic.COLUMNS_NOT_FOLLOWING_NAMING_CONVENTION)),
            Map.entry("no-varchar-primary-key", List.of(Diagnostic.PRIMARY_KEYS_WITH_VARCHAR)),
            Map.entry("no-natural-primary-key", List.of(Diagnostic.PRIMARY_KEYS_THAT_MOST_LIKELY_NATURAL_KEYS)),
            Map.entry("no-varchar-length", List.of(Diagnostic.COLUMNS_WITH_FIXED_LENGTH_VARCHAR)),
            Map.entry("no-char", List.of(Diagnostic.COLUMNS_WITH_CHAR_TYPE)),
            Map.entry("no-money", List.of(Diagnostic.COLUMNS_WITH_MONEY_TYPE)),
            Map.entry("timestamps-with-time-zone", List.of(Diagnostic.COLUMNS_WITH_TIMESTAMP_OR_TIMETZ_TYPE)),
            Map.entry("no-timestamp-in-middle-of-index", List.of(Diagnostic.INDEXES_WITH_TIMESTAMP_IN_THE_MIDDLE)),
            Map.entry("primary-key-first", List.of(Diagnostic.TABLES_WHERE_PRIMARY_KEY_COLUMNS_NOT_FIRST)),
            Map.entry("not-all-nullable", List.of(Diagnostic.TABLES_WHERE_ALL_COLUMNS_NULLABLE_EXCEPT_PK)),
            Map.entry("no-inheritance", List.of(Diagnostic.TABLES_WITH_INHERITANCE)),
            Map.entry("no-needless-index-predicate", List.of(Diagnostic.INDEXES_WITH_UNNECESSARY_WHERE_CLAUSE)),
            Map.entry(
                    "descriptions-required",
                    List.of(Diagnostic.TABLES_WITHOUT_DESCRIPTION, Diagnostic.COLUMNS_WITHOUT_DESCRIPTION)));

    /** Diagnostics that are no rules, and why. */
    private static final Map<Diagnostic, String> NO_RULE = Map.of(
            Diagnostic.BLOATED_INDEXES, "statistics of a running database",
            Diagnostic.BLOATED_TABLES, "statistics of a running database",
            Diagnostic.UNUSED_INDEXES, "statistics of a running database",
            Diagnostic.TABLES_WITH_MISSING_INDEXES, "statistics of a running database",
            Diagnostic.SEQUENCE_OVERFLOW, "how far a sequence has come is data",
            Diagnostic.INDEXES_WITH_NULL_VALUES, "how many nulls an index would be spared is data",
            Diagnostic.FUNCTIONS_WITHOUT_DESCRIPTION, "descriptions-required takes functions as a parameter only");

    /** Rules that find all that a diagnostic finds, and more on purpose. */
    private static final Map<String, String> WIDER = Map.of(
            "no-varchar-primary-key", "it is any text; theirs are the lengths that a UUID has as text",
            "no-name-overflow", "columns, triggers, policies and types have names, too",
            "indexes-valid",
                    "an index of a partitioned table can be invalid; theirs reads the statistics view, which has none",
            "no-json-type", "an array of json has no equality either",
            "constraints-validated", "NOT NULL constraints can be NOT VALID on PostgreSQL 18, too");

    /** What one of the two finds and the other does not, and why; {@code +} for pgAssay. */
    private static final Map<String, String> OF_BREACHES = Map.ofEntries(
            Map.entry("+foreign-keys-indexed orders.orders_partial_id_fkey", "a partial index does not find all rows"),
            Map.entry("-foreign-keys-indexed lines.fk_lines_wide", "the order of the first columns does not matter"),
            Map.entry(
                    "-foreign-keys-indexed lines.fk_lines_wide_again",
                    "the order of the first columns does not matter"),
            Map.entry("-no-boolean-in-index ix_orders_flag_name", "with other keys a boolean is worth its place"),
            Map.entry("-no-intersecting-indexes ix_orders_agent_note + ux_orders_agent", "a unique index refuses rows"),
            Map.entry(
                    "-no-intersecting-foreign-keys lines.fk_lines_seller + lines.fk_lines_wide",
                    "keys that share the tenant only say different things"),
            Map.entry(
                    "-no-intersecting-foreign-keys lines.fk_lines_seller + lines.fk_lines_wide_again",
                    "keys that share the tenant only say different things"),
            Map.entry("-primary-key-required events_2026", "what the parent lacks is said of the parent"),
            Map.entry("-descriptions-required child.a", "a column that a table has from its parent is described there"),
            Map.entry("-descriptions-required child.b", "a column that a table has from its parent is described there"),
            Map.entry("-naming \"Odd Name_id_not_null\"", NOT_NULL),
            Map.entry("-naming \"Odd Name_Über_not_null\"", NOT_NULL),
            Map.entry("-no-name-overflow a_table_with_a_name_that_is_exactly_as_long_as_name_id_not_null", NOT_NULL),
            Map.entry("-no-name-overflow a_table_with_a_name_that_is_exactly_as_long_as_names_x_not_null", NOT_NULL));

    private static final Map<String, String> OF_CAMUNDA = Map.of(
            "-no-intersecting-indexes act_hi_taskinst_pkey + act_idx_hi_taskinstid_procinst",
            "a primary key refuses rows");

    private static String everyBreach() {
        return """
                create table customers (tenant_id bigint not null, id integer primary key, name varchar(36), unique (tenant_id, id));
                create table orders (
                  id bigserial primary key, partial_id integer references customers (id), bare_id integer references customers (id),
                  wide_id bigint references customers (id), number serial, flag boolean, name text, agent bigint, note text,
                  payload json, price money, code char(3), at timestamp, clock timetz, tags text[]);
                create index ix_orders_partial on orders (partial_id) where name = 'x';
                create index ix_orders_wide on orders (wide_id);
                create index ix_orders_pkey_again on orders (id);
                create index ix_orders_number on orders (number);
                create index ix_orders_number_name on orders (number, name);
                create index ix_orders_flag on orders (flag);
                create index ix_orders_flag_name on orders (flag, name);
                create unique index ux_orders_agent on orders (agent);
                create index ix_orders_agent_note on orders (agent, note);
                create index ix_orders_tags on orders (tags);
                create index ix_orders_at on orders (at, note);
                create index ix_orders_needless on orders (id, code) where id is not null;
                alter table orders add constraint ck_orders check (id > 0) not valid;
                create table lines (
                  note text, tenant_id bigint, customer_id integer, seller_id integer,
                  id bigint primary key,
                  constraint fk_lines_narrow foreign key (customer_id) references customers (id),
                  constraint fk_lines_wide foreign key (tenant_id, customer_id) references customers (tenant_id, id),
                  constraint fk_lines_wide_again foreign key (tenant_id, customer_id) references customers (tenant_id, id),
                  constraint fk_lines_seller foreign key (tenant_id, seller_id) references customers (tenant_id, id));
                create index ix_orders_invalid on orders (price);
                update pg_index set indisvalid = false where indexrelid = 'ix_orders_invalid'::regclass;
                create index on lines (customer_id, tenant_id);
                create index on lines (tenant_id, seller_id);
                create table alone (name text primary key);
                create table "Odd Name" ("Odd Column" uuid, id varchar(36) primary key, "Über" text not null);
                create table bare (a int, b int not null);
                create table child (c int) inherits (bare);
                create table a_table_with_a_name_that_is_exactly_as_long_as_names_can_be_ (id bigint primary key, x int not null);
                create table events (id bigint not null, at date not null) partition by range (at);
                create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
                create index ix_events on events (id, at);
                comment on table customers is 'Who buys';
                comment on column customers.id is 'Theirs';
                """;
    }

    private static String camunda() {
        return CAMUNDA.stream()
                .map(part -> resource("/org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"))
                .collect(Collectors.joining("\n"));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PgIndexHealthTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void bothNameTheSameObjectsWhereEverythingIsBroken() throws SQLException {
        Map<String, Set<String>> ours = new HashMap<>();
        Set<String> differences = differences(everyBreach(), ours);

        assertThat(ours.entrySet().stream()
                        .filter(entry -> entry.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .as("rules that the database does not break")
                .isEmpty();
        assertThat(differences).containsExactlyInAnyOrderElementsOf(OF_BREACHES.keySet());
    }

    @Test
    void bothNameTheSameObjectsInTheSchemaOfAProduct() throws SQLException {
        Map<String, Set<String>> ours = new HashMap<>();
        Set<String> differences = differences(camunda(), ours);

        assertThat(ours.values().stream().mapToInt(Set::size).sum()).isGreaterThan(300);
        assertThat(differences).containsExactlyInAnyOrderElementsOf(OF_CAMUNDA.keySet());
    }

    @Test
    void everyDiagnosticIsARuleOrThereIsAReason() {
        Set<Diagnostic> known = SAME.values().stream().flatMap(List::stream).collect(Collectors.toSet());

        assertThat(Arrays.stream(Diagnostic.values()).filter(each -> !known.contains(each)))
                .containsExactlyInAnyOrderElementsOf(NO_RULE.keySet());
        assertThat(SAME.keySet()).allMatch(id -> Rules.of(id).isPresent()).containsAll(WIDER.keySet());
    }

    private static Set<String> differences(String sql, Map<String, Set<String>> found) throws SQLException {
        Set<String> differences = new TreeSet<>();
        try (ScratchDatabase database = ScratchDatabase.on(MAJOR).run(sql)) {
            Catalog catalog = CatalogReader.read(database.connection(), List.of("public"));
            PgIndexHealth health = new PgIndexHealth(
                    TestServers.shared(MAJOR), database.connection().getCatalog());
            SAME.forEach((id, diagnostics) -> {
                Set<String> ours = breaches(Rules.of(id).orElseThrow(), catalog);
                List<List<String>> groups = diagnostics.stream()
                        .flatMap(diagnostic -> health.found(diagnostic).stream())
                        .toList();
                Set<String> theirs = groups.stream().flatMap(Collection::stream).collect(Collectors.toSet());
                found.put(id, ours);
                if (!WIDER.containsKey(id)) {
                    ours.stream()
                            .filter(name -> !theirs.contains(name))
                            .forEach(name -> differences.add("+" + id + " " + name));
                }
                // Of objects that are found together, pgAssay names those that are one too many.
                groups.stream()
                        .filter(group -> group.stream().noneMatch(ours::contains))
                        .forEach(group -> differences.add("-" + id + " " + String.join(" + ", new TreeSet<>(group))));
            });
        }
        return differences;
    }

    private static Set<String> breaches(Rule rule, Catalog catalog) {
        Stream<Judged> broken =
                rule.judge(new Scope(catalog, new Names(List.of("public")), MAJOR, Parameters.NONE)).stream()
                        .filter(judged -> !judged.holds());
        return broken.map(judged -> name(rule, judged.object())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Theirs names a primary key by its index, and a constraint without its table where it is one object among others. */
    private static String name(Rule rule, ObjectRef object) {
        Set<String> bare = Set.of("naming", "no-name-overflow", "no-varchar-primary-key", "no-natural-primary-key");
        return object.kind() == ObjectKind.CONSTRAINT && bare.contains(rule.id())
                ? object.name().substring(object.name().lastIndexOf('.') + 1)
                : object.name();
    }
}
