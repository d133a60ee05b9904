package org.pgassay.check.rule.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.design.DesignRules;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;

/** Tries the rules on what is easily misjudged, on the oldest and the newest version, and their examples on all. */
class SecurityRulesTest {

    private static final Path EXAMPLES = Path.of("src", "test", "resources", "checks", "rule");

    private static final Pattern EXPECT = Pattern.compile("(?m)^-- EXPECT: FAILED rule/\\S+ (.+)$");

    /** PostgreSQL 14 has no security_invoker: the SQL of these examples is an error there. */
    private static final Set<String> FROM_15 = Set.of("views-security-invoker", "no-security-definer-views");

    /** What the examples state of the rules. */
    private static final Map<String, Parameters> STATED = Map.of(
            "no-always-true-policies", stated("commands", "all", "insert", "update", "delete"),
            "policies-initplan", stated("functions", "current_setting", "public.tenant"),
            "owners-allowed", stated("roles", "postgres", "pg_monitor"),
            "materialized-views-not-exposed", stated("roles", "pg_monitor"),
            "foreign-tables-not-exposed", stated("roles", "pg_monitor"),
            "sensitive-columns-not-exposed", stated("roles", "pg_monitor"),
            "security-definer-not-public", stated("roles", "pg_monitor"),
            "foreign-key-actions",
                    new Parameters(Map.of(
                            "onDelete", texts("restrict", "no action"), "onUpdate", texts("no action", "cascade"))));

    private static final String ORDERS = "create table orders (id bigint primary key, tenant_id uuid, note text);"
            + " alter table orders enable row level security;";

    private static Parameters stated(String name, String... values) {
        return new Parameters(Map.of(name, texts(values)));
    }

    private static List<SourceText> texts(String... values) {
        Location here = new Location("spec.yaml", 1, 1);
        return Stream.of(values)
                .map(value -> new SourceText(new Node.Scalar(here, value, Node.Scalar.Type.TEXT, true, 0)))
                .toList();
    }

    private static Stream<Arguments> rulesAndVersions() {
        return Stream.concat(SecurityRules.all().stream(), DesignRules.all().stream())
                .flatMap(rule -> IntStream.rangeClosed(14, 18)
                        .filter(major -> major > 14 || !FROM_15.contains(rule.id()))
                        .mapToObj(major -> Arguments.of(rule.id(), major, rule)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("rulesAndVersions")
    void theExamplesAreJudgedAlikeOnEveryVersion(String id, int major, Rule rule) throws IOException, SQLException {
        String bad = Files.readString(EXAMPLES.resolve(id).resolve("bad.sql"));
        Set<String> announced = new TreeSet<>();
        Matcher expect = EXPECT.matcher(bad);
        while (expect.find()) {
            announced.add(expect.group(1));
        }
        Parameters stated = STATED.getOrDefault(id, Parameters.NONE);

        assertThat(Judgement.of(major, rule, bad, stated).breaking()).containsAll(announced);
        assertThat(Judgement.of(
                                major,
                                rule,
                                Files.readString(EXAMPLES.resolve(id).resolve("good.sql")),
                                stated)
                        .keeping())
                .isNotEmpty();
    }

    private static List<String> conditions(int major, Rule rule, String... conditions) throws SQLException {
        StringBuilder sql = new StringBuilder(ORDERS);
        for (int i = 0; i < conditions.length; i++) {
            sql.append("create policy p")
                    .append((char) ('a' + i))
                    .append(" on orders using (")
                    .append(conditions[i])
                    .append(");");
        }
        return Judgement.of(major, rule, sql.toString()).breaking().stream()
                .map(name -> conditions[name.charAt("orders.p".length()) - 'a'])
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aConditionThatIsTheSameForAllIsFoundInDisguise(int major) throws SQLException {
        String[] always = {
            "true",
            "not false",
            "1 = 1",
            "'true'",
            "tenant_id = tenant_id",
            "null is null",
            "1 in (1, 2)",
            "note = 'a' or (id = 1 or true)",
            "true and (true and 2 > 1)",
            "case when true then true end",
            "'2026-01-01'::date = date '2026-01-01'",
            "1.50::numeric(12,2) > 1"
        };
        String[] dependent = {
            "false",
            "note = 'true'",
            "id = 1 and true",
            "now() > '2000-01-01'",
            "current_user = 'x'",
            "id > 0",
            "note is null",
            "\"id\" = 1 or false"
        };

        assertThat(conditions(major, new NoAlwaysTruePolicies(), always)).containsExactlyInAnyOrder(always);
        assertThat(conditions(major, new NoAlwaysTruePolicies(), dependent)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatIsDoneWithASettingThatMayBeUnset(int major) throws SQLException {
        String read = "current_setting('app.t', true)";
        String[] open = {
            read + " is null or id = 1",
            "coalesce(" + read + ", note) = note",
            "note is not distinct from " + read,
            "not (note <> " + read + ")",
            "case when " + read + " is null then true else note = " + read + " end",
            "(note = " + read + ") is not false",
            "concat(" + read + ", 'x') = 'x'",
            "nullif(" + read + ", '') is null",
            "(select " + read + ") is null",
            "pg_catalog.current_setting('app.t', note is null) is null",
            "(" + read + " is not null) = false",
            "lower((" + read + " is not null)::text) = 'false'",
            "not exists (select 1 where note = " + read + ")"
        };
        String[] closed = {
            "note = " + read,
            "tenant_id = (select nullif(" + read + ", '')::uuid)",
            "note = any (string_to_array(" + read + ", ','))",
            read + " is not null and note = " + read,
            "exists (select 1 where note = " + read + ")",
            "coalesce(" + read + ", '') = note",
            "note is null or id::text = lower(" + read + ")",
            "current_setting('app.t') is null or note = 'current_setting(''a'', true) is null'"
        };

        assertThat(conditions(major, new NoUnsetSettingMeansAll(), open)).containsExactlyInAnyOrder(open);
        assertThat(conditions(major, new NoUnsetSettingMeansAll(), closed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aPolicyReadsThroughJoinsSubselectsAndQuotedNames(int major) throws SQLException {
        String tables = """
                create schema app;
                create table app."Members, all" (tenant_id uuid, login text);
                create table safe (tenant_id uuid, at date);
                alter table safe enable row level security;
                create schema hidden;
                create table hidden.far (tenant_id uuid);
                """;
        String[] bad = {
            "tenant_id in (select m.tenant_id from safe s join app.\"Members, all\" m using (tenant_id))",
            "exists (with w as (select tenant_id from app.\"Members, all\") select 1 from w)",
            "exists (select 1 from safe, lateral (select 1 from only app.\"Members, all\" m) x)",
            "tenant_id = (select max(f.tenant_id::text)::uuid from hidden.far f)",
            "exists (select 1 from (safe s left join app.\"Members, all\" m on s.tenant_id = m.tenant_id))"
        };
        String[] good = {
            "exists (select 1 from safe s where s.tenant_id is distinct from orders.tenant_id)",
            "exists (select 1 from safe s where extract(year from s.at) = 2026)",
            "exists (select 1 from pg_catalog.pg_roles r where r.rolname = current_user)",
            "note = 'select 1 from app.members'"
        };

        assertThat(read(major, tables, bad)).containsExactlyInAnyOrder(bad);
        assertThat(read(major, tables, good)).isEmpty();
    }

    private static List<String> read(int major, String tables, String... conditions) throws SQLException {
        StringBuilder sql = new StringBuilder(tables).append(ORDERS);
        for (int i = 0; i < conditions.length; i++) {
            sql.append("create policy p")
                    .append((char) ('a' + i))
                    .append(" on orders for select using (")
                    .append(conditions[i])
                    .append(");");
        }
        return Judgement.of(major, new PoliciesReadProtectedTables(), sql.toString()).breaking().stream()
                .map(name -> conditions[name.charAt("orders.p".length()) - 'a'])
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void viewsOnViewsOfASecondSchemaReadAsTheirOwner(int major) throws SQLException {
        String sql = ORDERS + """
                create schema app;
                create table plain (id bigint);
                create view app."Inner" as select id from orders union select 1;
                create view app.outer_view as select i.id from plain p, app."Inner" i;
                create view unprotected as select p.id from plain p;
                create materialized view kept as select id from orders;
                """;

        Judgement judgement = Judgement.of(major, new ViewsSecurityInvoker(), sql);

        assertThat(judgement.breaking()).containsExactlyInAnyOrder("app.\"Inner\"", "app.outer_view");
        assertThat(judgement.keeping()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void partitionsHaveARowSecurityOfTheirOwn(int major) throws SQLException {
        String sql = """
                create table events (id bigint, tenant_id uuid) partition by list (id);
                create table events_1 partition of events for values in (1);
                alter table events enable row level security;
                create policy tenant on events using (tenant_id is null);
                """;

        assertThat(Judgement.of(major, new RowSecurityEnabled(), sql).breaking())
                .containsExactly("events_1");
        assertThat(Judgement.of(
                                major,
                                new RowSecurityNeedsPolicy(),
                                sql + "alter table events_1 enable row level security;")
                        .judged())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void usingServesForTheRowsThatAPolicyForAllWrites(int major) throws SQLException {
        String sql = ORDERS + """
                create policy "For all" on orders using (id = 1);
                create policy upd on orders for update using (id = 1);
                create policy narrow on orders as restrictive for insert;
                create policy del on orders for delete;
                """;

        Judgement judgement = Judgement.of(major, new PoliciesWithCheck(), sql);

        assertThat(judgement.breaking()).containsExactly("orders.narrow");
        assertThat(judgement.keeping()).containsExactlyInAnyOrder("orders.\"For all\"", "orders.upd");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void onlyAValidWholeIndexThatBeginsWithTheColumnServesAPolicy(int major) throws SQLException {
        String sql = ORDERS + """
                create index on orders (lower(note));
                create index broken on orders (tenant_id);
                update pg_index set indisvalid = false where indexrelid = 'broken'::regclass;
                create policy t on orders using (tenant_id = null and note is null);
                create policy one on orders for select using (tenant_id = null and id = 1);
                create policy fn on orders for delete using (lower(note) = 'a');
                """;

        assertThat(Judgement.of(major, new PolicyColumnsIndexed(), sql).breaking())
                .containsExactly("orders.t");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aSearchPathIsSafeOnlyIfNoCallerCanComeFirst(int major) throws SQLException {
        String sql = """
                create function %s() returns int language sql security definer %s as 'select 1';
                """;
        StringBuilder all = new StringBuilder();
        Map.of(
                        "blank", "set search_path = ''",
                        "last", "set search_path = public, pg_temp",
                        "quoted", "set search_path = \"My, schema\", \"pg_temp\"",
                        "first", "set search_path = pg_temp, public",
                        "bare", "",
                        "usual", "set search_path = \"$user\", public, pg_temp")
                .forEach((name, clause) -> all.append(sql.formatted(name, clause)));

        Judgement judgement = Judgement.of(major, new SecurityDefinerSearchPath(), all.toString());

        assertThat(judgement.breaking()).containsExactlyInAnyOrder("first()", "bare()", "usual()");
        assertThat(judgement.keeping()).containsExactlyInAnyOrder("blank()", "last()", "quoted()");
    }
}
