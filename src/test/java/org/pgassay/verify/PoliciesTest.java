package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.spec.SpecException;

/** Row security and its policies are what a spec states of them. */
class PoliciesTest {

    private static final String BEFORE = """
            create schema app;
            create table t (id int primary key, owner text, tenant uuid, state varchar(10));
            create table app."Odd" (id int, owner text);
            create table members (t int, who text);
            """;

    @TempDir
    private Path folder;

    private List<String> failures(int major, String sql, String yaml) {
        return Trial.failures(report(major, sql, yaml));
    }

    private Report report(int major, String sql, String yaml) {
        return new Trial(folder)
                .write("roles.sql", """
                        do $$ begin
                          if not exists (select from pg_roles where rolname = 'pgassay parts') then
                            create role "pgassay parts";
                            create role pgassay_parts_two;
                          end if;
                        end $$;
                        """)
                .migration("1.sql", BEFORE + sql)
                .verify(
                        "spec: trial\nmigrations: {runner: sql, path: migrations}\nschemas: [public, app]\nroles: {setup: roles.sql}\n"
                                + yaml,
                        VerifyOptions.defaults().onPostgres(major));
    }

    private static String spec(String definition) {
        return "tables:\n  t:\n    rowSecurity:\n      policies:\n        p: " + definition
                + "\n    closed: policies\n";
    }

    /** A policy as a spec states it, the same in SQL, and one in SQL that differs in one thing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            using (owner = current_user) | using (owner = current_user) | using (owner = session_user)
            using (owner = current_user) | for all to public using (owner = current_user) | for select using (owner = current_user)
            using (owner = current_user) | as permissive using (owner = current_user) | as restrictive using (owner = current_user)
            as restrictive for update using (true) with check (id > 0) | as restrictive for update using (true) with check (id > 0) | as restrictive for update using (true)
            for insert with check (id > 0) | for insert with check (id > 0) | for insert with check (id >= 0)
            for select to "pgassay parts", pgassay_parts_two using (true) | for select to pgassay_parts_two, "pgassay parts" using (true) | for select to "pgassay parts" using (true)
            for select to pgassay_parts_two using (true) | for select to pgassay_parts_two using (true) | for select using (true)
            using (state in ('open', 'closed')) | using (state in ('open', 'closed')) | using (state in ('open', 'shut'))
            using (tenant = current_setting('app.tenant')::uuid) | using (tenant = (current_setting('app.tenant'))::uuid) | using (tenant = current_setting('app.tenant', true)::uuid)
            using (exists (select from members m where m.t = t.id and m.who = current_user)) | using (exists (select from members m where m.t = t.id and m.who = current_user)) | using (exists (select from members m where m.who = current_user))
            """)
    void differInEveryDetail(String stated, String same, String different) {
        for (int major : List.of(14, 18)) {
            assertThat(failures(major, "create policy p on t " + same, spec(stated)))
                    .as("on " + major)
                    .isEmpty();
            assertThat(failures(major, "create policy p on t " + different, spec(stated)))
                    .as("on " + major)
                    .containsExactly("FAILED policy/definition t.p");
        }
    }

    @Test
    void readAsPostgreSqlPrintsThem() {
        String sql = "create policy p on t using (state in ('open', 'closed') and owner = any (array['a', 'b']));";
        String printed =
                "\"using ((((state)::text = ANY ((ARRAY['open'::character varying, 'closed'::character varying])::text[]))"
                        + " AND (owner = ANY (ARRAY['a'::text, 'b'::text]))))\"";

        assertThat(failures(18, sql, spec(printed))).isEmpty();
        assertThat(failures(14, sql, spec(printed))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enable | no force | {enabled: true}                | true
            enable | no force | {enabled: true, forced: false} | true
            enable | no force | {enabled: true, forced: true}  | false
            enable | force    | {enabled: true, forced: true}  | true
            enable | force    | {forced: false}                | false
            disable| force    | {forced: true}                 | true
            disable| no force | {enabled: true}                | false
            enable | no force | {enabled: false}               | false
            """)
    void bindWhomTheyAreToBind(String enable, String force, String stated, boolean holds) {
        String sql = "alter table app.\"Odd\" " + enable + " row level security; alter table app.\"Odd\" " + force
                + " row level security;";

        assertThat(failures(holds ? 14 : 18, sql, "tables: {app.Odd: {rowSecurity: " + stated + "}}"))
                .isEqualTo(holds ? List.of() : List.of("FAILED table/row-security app.\"Odd\""));
    }

    @Test
    void areNamedOrAbsent() {
        String sql = "create policy p on t using (true); create policy \"More\" on t using (true);";

        assertThat(failures(18, sql, spec("using (true)"))).containsExactly("FAILED policy/closed t.\"More\"");
        assertThat(failures(18, sql, spec("absent")))
                .containsExactlyInAnyOrder("FAILED policy/absent t.p", "FAILED policy/closed t.\"More\"");
        assertThat(failures(18, "", "tables: {t: {rowSecurity: {policies: {p: using (true)}}}}"))
                .containsExactly("FAILED policy/definition t.p");
        assertThat(failures(18, "", "tables: {u: {rowSecurity: {enabled: true}}}"))
                .containsExactlyInAnyOrder("FAILED table/exists u", "FAILED table/row-security u");
    }

    @Test
    void cannotBeWithoutWhatTheyName() {
        Report report = report(18, "", spec("for select to nobody_of_that_name using (true)"));

        assertThat(Trial.finding(report, "policy/definition", "t.p").message())
                .contains("role \"nobody_of_that_name\" does not exist");
        assertThat(failures(18, "", spec("using (nowhere = 1)"))).containsExactly("FAILED policy/definition t.p");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            on t using (true)              | 9:12 | leave out ON
            using true                     | 9:18 | syntax error
            using (true); drop table t     | 9:24 | does not belong
            for selec using (true)         | 9:16 | selec
            for insert using (true)        | 9:12 | only WITH CHECK expression allowed for INSERT
            """)
    void thatAreNoneAreRefusedWhereTheyStand(String definition, String place, String message) {
        assertThatThrownBy(() -> report(18, "", spec(definition)))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("spec.yaml:" + place + ":")
                .hasMessageContaining(message);
    }
}
