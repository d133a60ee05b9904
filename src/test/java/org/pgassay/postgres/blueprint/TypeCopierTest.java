package org.pgassay.postgres.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Extension;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.UserType;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;

class TypeCopierTest {

    private static final List<String> SCHEMAS = List.of("public", "Odd \"schema\"");

    /** Each object needs one that comes later in the catalog's order. */
    private static final String ENTANGLED = """
            create type zip as (code text, country text[]);
            create domain aaa as zip[];
            create function is_fine(z zip, limits int[] default '{1,2}') returns boolean immutable language sql
                return (z).code is not null;
            create domain homestead as zip check (is_fine(value));
            create table parties (id int, "Home" homestead, tags text[] collate "C");
            create view party_names as select id from parties;
            create function rich(t parties, minimum int default 3) returns setof parties language sql stable
                as 'select * from parties';
            create function names() returns setof party_names language sql as 'select id from parties';
            create function first_of(anyarray) returns anyelement language sql strict as 'select $1[1]';
            create function swap(inout a int, inout b text, out c numeric) language sql as 'select 1, ''x'', 2.0';
            create function on_ddl() returns event_trigger language plpgsql as 'begin end';
            create aggregate product(numeric) (sfunc = numeric_mul, stype = numeric);
            create aggregate how_many(*) (sfunc = int8inc, stype = bigint, initcond = '0');
            create aggregate middle(double precision order by double precision)
                (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_cont_float8_final);
            create procedure run(p_id int, variadic rest text[]) language sql as 'select 1'""";

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void copiesEveryTypeAndSignature(int major) throws SQLException {
        try (ScratchDatabase original = ScratchDatabase.withEverything(major).run(ENTANGLED);
                ScratchDatabase copy = ScratchDatabase.on(major)) {
            Catalog source = CatalogReader.read(original.connection(), SCHEMAS);

            assertThat(TypeCopier.copy(source, copy.connection())).isEmpty();

            assertThat(copy.connection().getAutoCommit()).isTrue();
            Catalog copied = CatalogReader.read(copy.connection(), SCHEMAS);
            assertThat(copied.extensions()).isEqualTo(source.extensions());
            assertThat(copied.types())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("comment")
                    .containsAll(source.types());
            assertThat(signatures(copied)).containsAll(signatures(source));
            assertThat(copied.tables()).isEmpty();
        }
    }

    @Test
    void aScratchSchemaCanUseTheCopies() throws SQLException {
        try (ScratchDatabase original = ScratchDatabase.withEverything(18).run(ENTANGLED);
                ScratchDatabase copy = ScratchDatabase.on(18)) {
            TypeCopier.copy(CatalogReader.read(original.connection(), SCHEMAS), copy.connection());

            copy.run("""
                    create schema pgassay_expected;
                    create table pgassay_expected.tasks (
                        number int default nextval('public.invoice_number'::regclass),
                        status public.status default 'pending'::public.status,
                        amount numeric check (public.net(amount) > 0),
                        home public.homestead,
                        prices public.price_range,
                        many public.price_multirange,
                        email public.citext);
                    create index on pgassay_expected.tasks (public.net(amount, 0.1));
                    create view pgassay_expected.v as
                        select public.product(amount), public.how_many(*) from pgassay_expected.tasks;
                    create trigger t before update on pgassay_expected.tasks
                        for each row execute function public.touch()""");

            assertThatThrownBy(() -> copy.run("select public.net(10)"))
                    .hasMessageContaining("copied only the signature");
        }
    }

    @Test
    void namesWhatCannotBeCopied() throws SQLException {
        try (ScratchDatabase original = ScratchDatabase.on(18).run("create type fine as enum ('x')");
                ScratchDatabase copy = ScratchDatabase.on(18)) {
            Catalog source = CatalogReader.read(original.connection(), SCHEMAS);
            UserType fine = source.types().get(0);
            UserType lost = new UserType(
                    new org.pgassay.catalog.QualifiedName("public", "lost"),
                    UserType.Kind.DOMAIN,
                    "postgres",
                    List.of(),
                    List.of(),
                    "public.vector",
                    List.of(),
                    List.of(),
                    null);
            Catalog withVector = new Catalog(
                    source.schemas(),
                    source.tables(),
                    source.views(),
                    source.sequences(),
                    source.routines(),
                    List.of(lost, fine),
                    List.of(new Extension("vector", "0.8.0", "public")),
                    source.namespaces(),
                    source.otherSchemas(),
                    source.objects(),
                    source.defaultPrivileges());

            assertThat(TypeCopier.copy(withVector, copy.connection()))
                    .containsExactly(
                            "Extension vector could not be copied to the embedded server: extension \"vector\" is not"
                                    + " available. What uses it cannot be checked there.",
                            "Type public.lost could not be copied to the embedded server: type \"public.vector\" does"
                                    + " not exist. What uses it cannot be checked there.");
            assertThat(CatalogReader.read(copy.connection(), SCHEMAS).types()).containsExactly(fine);
        }
    }

    private static List<String> signatures(Catalog catalog) {
        return catalog.routines().stream().map(TypeCopierTest::signature).toList();
    }

    private static String signature(Routine routine) {
        return routine.kind() + " " + routine.name() + "(" + routine.declaredArguments() + ") " + routine.result() + " "
                + (routine.kind() == Routine.Kind.AGGREGATE ? "" : routine.volatility() + " " + routine.strict());
    }
}
