package org.pgassay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.TestServers;

/** {@code pgassay diff}: what it prints, and what it tells the shell. */
class DiffCommandTest {

    private static final String SHOP = """
            create table clients (id int primary key, name text not null, mail text, phone text, city text, zip text);
            create table orders (id int primary key, client_id int references clients, note text);
            create index ix_orders on orders (client_id);
            """;

    private static Call diff(ScratchDatabase left, ScratchDatabase right, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "diff", TestServers.adminUrl(left.connection()), TestServers.adminUrl(right.connection()), "--quiet"));
        arguments.addAll(List.of(options));
        Call call = Call.of(arguments.toArray(String[]::new));
        assertThat(call.all()).doesNotContain("outside-secret");
        return call;
    }

    @Test
    void alikeIsZeroAndDifferentIsOne() throws Exception {
        try (ScratchDatabase left = ScratchDatabase.on(18).run(SHOP);
                ScratchDatabase right = ScratchDatabase.on(18).run(SHOP)) {
            Call alike = diff(left, right);
            assertThat(alike.exit()).as(alike.all()).isZero();
            assertThat(alike.out()).startsWith("ALIKE  No difference. 100 % alike: 16 of 16 objects.");

            right.run(
                    "alter table clients rename mail to email; drop index ix_orders; alter table orders alter note set not null");
            Call differ = diff(left, right);
            assertThat(differ.exit()).isEqualTo(1);
            assertThat(differ.out())
                    .startsWith("DIFFERENT  76.47 % alike: 13 of 17 objects.")
                    .contains("   - column clients.mail\n", "   + column clients.email\n", "   - index ix_orders\n")
                    .contains("   ~ column orders.note\n       not null\n         LEFT   no\n         RIGHT  yes\n")
                    .contains("column clients.mail → column clients.email (equal but for the name)");
        }
    }

    @Test
    void aMinimumDecidesAndWhatIsIgnoredIsShown() throws Exception {
        try (ScratchDatabase left = ScratchDatabase.on(18).run(SHOP + "create table audit_log (id int, at date)");
                ScratchDatabase right = ScratchDatabase.on(18).run(SHOP)) {
            assertThat(diff(left, right, "--minimum", "84.2%").exit()).isZero();
            assertThat(diff(left, right, "--minimum", "84.22").exit()).isEqualTo(1);
            Call ignoring = diff(left, right, "--ignore", "audit_*", "--ignore", "typo_*");
            assertThat(ignoring.exit()).isZero();
            assertThat(ignoring.out())
                    .startsWith("ALIKE")
                    .contains("   - table audit_log   (audit_*)\n", "   - column audit_log.id   (audit_*)\n")
                    .contains("Ignored for nothing, since nothing that differs is meant:\n   typo_*\n");
            assertThat(diff(left, right, "--ignore", "table audit_log").exit()).isZero();
            assertThat(diff(left, right, "--ignore", "index audit_*").exit()).isEqualTo(1);
        }
    }

    /** As after a dump was restored. */
    @Test
    void theTwoTextsOfOneExpressionAreNoDifference() throws Exception {
        String table = "create table t (s varchar(9), constraint c check (%s))";
        String printed = "((s)::text = ANY ((ARRAY['a'::character varying, '%s'::character varying])::text[]))";
        try (ScratchDatabase left = ScratchDatabase.on(18).run(table.formatted("s in ('a', 'b')"));
                ScratchDatabase right = ScratchDatabase.on(18).run(table.formatted(printed.formatted("b")));
                ScratchDatabase other = ScratchDatabase.on(18).run(table.formatted(printed.formatted("c")))) {
            assertThat(diff(left, right).exit()).isZero();
            assertThat(diff(left, other).out()).contains("t.c");
        }
    }

    @Test
    void nothingToCompareIsNoAgreement() throws Exception {
        try (ScratchDatabase left = ScratchDatabase.on(18);
                ScratchDatabase right = ScratchDatabase.on(18)) {
            Call call = diff(left, right);

            assertThat(call.exit()).isEqualTo(3);
            assertThat(call.out()).startsWith("NOTHING  Nothing was compared");
        }
    }

    @Test
    void hostileNamesAreShownAndDoNothing(@TempDir Path folder) throws Exception {
        String name = "\"<script>alert(1)</script>\"";
        try (ScratchDatabase left =
                        ScratchDatabase.on(18).run("create table " + name + " (\"; drop table x; --\" int)");
                ScratchDatabase right = ScratchDatabase.on(18)
                        .run("create table " + name + " (\"; drop table x; --\" text default 'a\u001b[31m\u202e<b>'); "
                                + "create table \"a\nb\" (c int)")) {
            Call call = diff(left, right, "--format", "text,json,html", "--sql", "--out", folder.toString());

            assertThat(call.exit()).as(call.all()).isEqualTo(1);
            assertThat(call.out()).startsWith("DIFFERENT").contains("diff.html");
            String html = Files.readString(folder.resolve("diff.html"));
            assertThat(html)
                    .contains("&lt;script", "DIFFERENT", "default-src &#39;none&#39;")
                    .doesNotContain("<script>alert", "\u001b", "\u202e", "<b>");
            String text = Files.readString(folder.resolve("diff.txt"));
            assertThat(text)
                    .contains("column \"<script>alert(1)</script>\"", "a↵b")
                    .doesNotContain("\u001b", "\u202e");
            JsonNode json =
                    new JsonMapper().readTree(folder.resolve("diff.json").toFile());
            assertThat(json.path("outcome").asText()).isEqualTo("DIFFERENT");
            assertThat(json.path("total").path("onlyRight").asInt()).isEqualTo(2);
            assertThat(json.path("changes")).hasSize(3);
            assertThat(json.path("changes")
                            .get(1)
                            .path("attributes")
                            .get(0)
                            .path("name")
                            .asText())
                    .isNotEmpty();
            assertThat(json.path("sql").isArray()).isTrue();
        }
    }

    @Test
    void aWrongCallSaysWhatIsWrong(@TempDir Path folder) throws Exception {
        Path yaml =
                Files.writeString(folder.resolve("a.yaml"), "spec: a\nschemas: [public]\nmigrations: {runner: none}\n");
        Path other = Files.writeString(folder.resolve("a.txt"), "x");
        String here = "jdbc:postgresql://localhost:1/x?user=me&password=hidden-word";

        assertWrong(3, "there is no file nowhere.yaml", "nowhere.yaml", yaml.toString());
        assertWrong(3, "is a folder", folder.toString(), yaml.toString());
        assertWrong(3, "does not end in .yaml, .sql or .json", yaml.toString(), other.toString());
        assertWrong(3, "is no share", yaml.toString(), yaml.toString(), "--minimum", "lots");
        assertWrong(3, "is no share", yaml.toString(), yaml.toString(), "--minimum", "101%");
        assertWrong(3, "is no format", yaml.toString(), yaml.toString(), "--format", "pdf");
        assertWrong(3, "need a folder", yaml.toString(), yaml.toString(), "--format", "text,json");
        assertWrong(3, "not among the versions", yaml.toString(), yaml.toString(), "--postgres", "9");
        assertWrong(3, "no PostgreSQL database", "mysql://me:hidden-word@h/d", yaml.toString());
        assertWrong(3, "Missing required parameter", yaml.toString());
        assertWrong(4, "cannot be reached", here, here);
    }

    private static void assertWrong(int exit, String words, String... arguments) {
        List<String> all = new ArrayList<>(List.of("diff"));
        all.addAll(List.of(arguments));
        Call call = Call.of(all.toArray(String[]::new));

        assertThat(call.exit()).as(call.all()).isEqualTo(exit);
        assertThat(call.err()).contains(words);
        assertThat(call.all()).doesNotContain("hidden-word");
    }
}
