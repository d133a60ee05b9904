package org.pgassay.postgres.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.Ddl;
import org.pgassay.check.StructurePlan;
import org.pgassay.check.StructurePlan.PlannedObject;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;

/** Objects that are no tables are made among the real ones, read back under their names, and leave nothing behind. */
class BlueprintObjectsTest {

    private static final String SQL = """
            create schema app;
            create table t (id int primary key, tenant uuid, status varchar(20));
            create table app."T 2" (id int);
            create view v as select id, status from t where status in ('a', 'b');
            create function touch() returns trigger language plpgsql as 'begin return new; end';
            create domain app.amount as numeric(12,2) check (value >= 0);
            """;

    private final List<PlannedObject> plan = new ArrayList<>();
    private Catalog actual = Catalog.empty();
    private String more = "";

    private static Part own(ObjectKind kind, String schema, String name, String part) {
        return new Part(new QualifiedName(schema, name), kind, part);
    }

    private Part plan(Part part, String before, String after) {
        SourceText source =
                new SourceText(new Node.Scalar(new Location("spec.yaml", 7, 3), after, Node.Scalar.Type.TEXT, true, 0));
        Ddl ddl = Ddl.builder().add(" ").add(source, 0, after.length()).build();
        plan.add(new PlannedObject(part, new Ddl(before, List.of()), ddl));
        return part;
    }

    private BlueprintBuilder.Outcome build(int major) throws SQLException {
        try (Databases databases = new Databases(TestServers.shared(major));
                Database database = databases.create(null);
                Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute(SQL + more);
            actual = CatalogReader.read(connection, List.of("public", "app"));
            BlueprintBuilder.Outcome outcome = BlueprintBuilder.build(
                    connection, new StructurePlan(List.of(), plan), actual, List.of("public", "app"));
            try (ResultSet rows =
                    statement.executeQuery("select count(*) from pg_namespace where nspname like 'pgassay%'")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isZero();
            }
            assertThat(CatalogReader.read(connection, List.of("public", "app"))).isEqualTo(actual);
            return outcome;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void objectsOfTheirOwnComeBackUnderTheirNames(int major) throws SQLException {
        Part view = plan(
                own(ObjectKind.VIEW, "public", "v", ""),
                "create view ",
                "as select id, status from t where status in ('a', 'b')");
        Part over = plan(own(ObjectKind.VIEW, "app", "Over V", ""), "create view ", "as select * from v");
        Part stored = plan(
                own(ObjectKind.MATERIALIZED_VIEW, "public", "m", ""),
                "create materialized view ",
                "as select 1 as one with no data");
        Part integer = plan(
                own(ObjectKind.FUNCTION, "public", "f", "a int"),
                "create function ",
                "(a int) returns int language sql as 'select 1'");
        Part text = plan(
                own(ObjectKind.FUNCTION, "public", "f", "text"),
                "create function ",
                "(text) returns amount language plpgsql as 'nonsense'");
        Part type = plan(own(ObjectKind.TYPE, "public", "r", ""), "create type ", "as range (subtype = float8)");
        Part domain = plan(
                own(ObjectKind.TYPE, "app", "amount", ""), "create domain ", "as numeric(12,2) check (value >= 0)");

        BlueprintBuilder.Outcome outcome = build(major);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.blueprint().faults()).isEmpty();
        var objects = outcome.blueprint().objects();
        assertThat(((View) objects.get(view)).definition()).contains("public.t").doesNotContain("pgassay");
        assertThat(((View) objects.get(over)).name()).isEqualTo(new QualifiedName("app", "Over V"));
        assertThat(((View) objects.get(over)).definition()).contains("public.v");
        assertThat(((View) objects.get(stored)).materialized()).isTrue();
        assertThat(((Routine) objects.get(integer)).declaredArguments()).isEqualTo("a integer");
        assertThat(((Routine) objects.get(text)).result()).isEqualTo("app.amount");
        assertThat(((UserType) objects.get(type)).definition()).contains("public.r_multirange");
        assertThat(((UserType) objects.get(domain)).definition()).contains("amount_check");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void partsAreMadeOnCopiesOfTheirHosts(int major) throws SQLException {
        Part trigger = plan(
                own(ObjectKind.TRIGGER, "app", "T 2", "trg"),
                "create trigger trg before update on ",
                "for each row when (old.* is distinct from new.*) execute function touch()");
        Part instead = plan(
                own(ObjectKind.TRIGGER, "public", "v", "ins"),
                "create trigger ins instead of insert on ",
                "for each row execute function touch()");
        Part policy = plan(
                own(ObjectKind.POLICY, "public", "t", "p"),
                "create policy p on ",
                "using (tenant = current_setting('app.tenant')::uuid and exists (select from t))");

        BlueprintBuilder.Outcome outcome = build(major);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.blueprint().faults()).isEmpty();
        var objects = outcome.blueprint().objects();
        assertThat(((Trigger) objects.get(trigger)).definition())
                .contains("ON app.\"T 2\" FOR EACH ROW", "EXECUTE FUNCTION public.touch()");
        assertThat(((Trigger) objects.get(instead)).definition()).contains("INSTEAD OF INSERT ON public.v");
        assertThat(((Policy) objects.get(policy)).using()).contains("public.t").doesNotContain("pgassay");
    }

    @Test
    void whatTheDatabaseLacksIsAFaultAndTheRestIsMadeAllTheSame() throws SQLException {
        Part table = plan(own(ObjectKind.VIEW, "public", "w", ""), "create view ", "as select * from nowhere");
        Part role =
                plan(own(ObjectKind.POLICY, "public", "t", "p"), "create policy p on ", "to nobody_there using (true)");
        Part host = plan(
                own(ObjectKind.TRIGGER, "public", "gone", "g"),
                "create trigger g before update on ",
                "for each row execute function touch()");
        Part function = plan(
                own(ObjectKind.TRIGGER, "public", "t", "h"),
                "create trigger h before update on ",
                "for each row execute function nofunction()");
        Part good = plan(own(ObjectKind.VIEW, "public", "good", ""), "create view ", "as select 1 as one");

        BlueprintBuilder.Outcome outcome = build(18);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.blueprint().objects().keySet()).containsExactly(good);
        var faults = outcome.blueprint().faults();
        assertThat(faults.get(table)).isEqualTo("relation \"nowhere\" does not exist");
        assertThat(faults.get(role)).isEqualTo("role \"nobody_there\" does not exist");
        assertThat(faults.get(host)).isEqualTo("relation \"public.gone\" does not exist");
        assertThat(faults.get(function)).isEqualTo("function nofunction() does not exist");
    }

    @Test
    void badSyntaxIsAProblemAtItsPlace() throws SQLException {
        plan(own(ObjectKind.VIEW, "public", "w", ""), "create view ", "as selct * from t");
        plan(
                own(ObjectKind.FUNCTION, "public", "f", "a bigimt"),
                "create function ",
                "(a bigimt) returns int language sql as ''");

        assertThat(build(18).problems())
                .extracting(Problem::location, Problem::message)
                .containsExactly(
                        tuple(
                                new Location("spec.yaml", 7, 6),
                                "PostgreSQL refuses this view definition: syntax error at or near \"selct\""),
                        tuple(
                                new Location("spec.yaml", 7, 6),
                                "PostgreSQL refuses this function definition: type bigimt does not exist (did you mean 'bigint'?)"));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void eitherSpellingOfAQueryIsTheSame(int major) throws SQLException {
        Part view = plan(
                own(ObjectKind.VIEW, "public", "v", ""),
                "create view ",
                "as select id, status from t where status::text = any ((array['a'::varchar, 'b'::varchar])::text[])");

        BlueprintBuilder.Outcome outcome = build(major);

        assertThat(outcome.blueprint().objects().get(view).attributes())
                .isEqualTo(actual.views().get(0).attributes());
    }

    @Test
    void theRealSpellingOfATriggerDoesNotBringItsStateAlong() throws SQLException {
        more =
                "create trigger trg before update on t for each row when (new.status in ('a', 'b')) execute function touch();"
                        + "alter table t disable trigger trg";
        Part trigger = plan(
                own(ObjectKind.TRIGGER, "public", "t", "trg"),
                "create trigger trg before update on ",
                "for each row when (new.status::text = any ((array['a'::varchar, 'b'::varchar])::text[]))"
                        + " execute function touch()");

        Trigger made = (Trigger) build(18).blueprint().objects().get(trigger);

        Trigger real = actual.table(new QualifiedName("public", "t"))
                .orElseThrow()
                .triggers()
                .get(0);
        assertThat(made.definition()).isEqualTo(real.definition());
        assertThat(made.enabled()).isEqualTo(Trigger.Enabled.ORIGIN);
        assertThat(real.enabled()).isEqualTo(Trigger.Enabled.DISABLED);
    }

    @Test
    void anAttributeThatIsNoExpressionIsNeverTakenFromTheRealObject() throws SQLException {
        more = "create function g() returns int language sql security definer leakproof as 'select 1'";
        Part function = plan(
                own(ObjectKind.FUNCTION, "public", "g", ""),
                "create function ",
                "() returns int language sql as 'select 1'");

        Routine made = (Routine) build(18).blueprint().objects().get(function);

        assertThat(made.securityDefiner()).isFalse();
        assertThat(made.leakproof()).isFalse();
    }
}
