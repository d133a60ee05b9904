package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.structure.StructureSection;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Spec;
import org.pgassay.spec.SpecException;

/** Whatever is wrong with a spec is reported at its place, all of it at once. */
class SpecReaderTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void makeMigrations() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
    }

    @Test
    void mistakesInEverySectionComeTogether() throws IOException {
        String yaml = """
                spec: trial
                claims:
                  - {says: share, measure: tables, is: "99%"}
                  - {says: whole, measure: tables, is: 3, of: schemas}
                  - {says: too much, measure: tables, is: "101%", of: schemas}
                  - {says: no rule, rule: foreign-keys-indxed}
                rules: {primary-key-requird: true}
                defaults:
                  stamps: {columns: {at: timestamptz}}
                  unused: {columns: {x: int}, colums: {}}
                tables:
                  users: {use: [stamps, stmps], columns: {at: date, n: "numeric(3"}}
                features:
                  empty: []
                  rbac: [roles, roles, tabel users]
                waivers:
                  - {check: indx/*, subject: x, reason: r, approvedBy: a, expires: 2027-02-30}
                  - {check: index/*, subject: x, reason: r, approvedBy: a, expires: tomorrow}
                  - {check: index/*, subject: y, reason: r, expires: 2027-01-01}
                  - {check: "*", subject: "*", reason: " ", approvedBy: a, expires: 2027-01-01, until: 3}
                """;

        assertThat(problems(yaml))
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactly(
                        "3:40", "4:40", "5:43", "6:27", "7:9", "10:3", "10:31", "12:25", "12:43", "12:56", "14:10",
                        "15:17", "15:24", "17:13", "17:68", "18:69", "19:5", "20:5", "20:40", "20:81");
    }

    @Test
    void twentyMistakesGiveTwentyMessagesInOneRun() throws IOException {
        String yaml = """
                spec: Trial Spec
                titel: a spec
                postgres: {version: 15.3, extensions: pgcrypto}
                schemas: []
                migrations: {runner: sqll, path: nowhere}
                roles: {owner: app, application: app, setup: nothing.sql}
                claims:
                  - {says: "17 tables", measure: tabels, is: 17}
                  - {says: "many", measure: tables, is: lots}
                  - {says: "17 tables", measure: tables, is: 17}
                  - {says: "by colour", measure: {indexes: {colour: red}}, is: 1}
                tables:
                  users:
                    colums: {}
                    columns:
                      id: 5
                      name: text default 'x
                      age: int; drop table users
                      age: int
                    constraints:
                      c: chek (age > 0)
                    closed: everything
                """;

        List<String> problems = problems(yaml);

        assertThat(problems).hasSize(20);
        assertThat(problems)
                .containsExactly(
                        "1:7 found 'Trial Spec', expected an id in kebab-case, such as kontali-erp",
                        "2:1 unknown key 'titel' (did you mean 'title'?)",
                        "3:21 found a number, '15.3', expected a major version or comparisons with one, such as \">=15\"",
                        "3:39 found 'pgcrypto', expected a list",
                        "4:10 the list is empty; name at least one",
                        "5:22 'sqll' is not known here (did you mean 'sql'?); known: sql, flyway, liquibase, alembic,"
                                + " command, none",
                        "5:34 the folder 'nowhere' does not exist beside the spec",
                        "6:1 owner and application are both 'app': an owner is not bound by row security; name another"
                                + " role for the application",
                        "6:46 the file 'nothing.sql' does not exist beside the spec",
                        "8:34 unknown measure 'tabels' (did you mean 'tables'?); known: tables, columns, indexes,"
                                + " indexes.secondary, primary-keys, foreign-keys, uniques, checks, exclusions,"
                                + " triggers, policies, functions, procedures, aggregates, views, materialized-views,"
                                + " sequences, enums, domains, composites, ranges, partitions, extensions, schemas,"
                                + " revisions",
                        "9:41 found 'lots', expected a number, a comparison such as \">=85\", a range such as"
                                + " \"17..20\", or a percentage",
                        "10:12 this sentence is claimed twice",
                        "11:45 indexes cannot be selected by 'colour'; known: name, schema, table, columns, method,"
                                + " unique, partial, expression",
                        "14:5 unknown key 'colums' (did you mean 'columns'?)",
                        "16:11 found a number, '5', expected a column definition, such as: uuid not null",
                        "17:26 the string is not closed",
                        "18:15 ';' does not belong in a definition",
                        "19:7 duplicate key 'age': it stands already at line 18",
                        "21:10 a table constraint begins with primary key, unique, check, foreign key or exclude",
                        "22:13 found 'everything', expected columns, indexes, constraints, triggers, policies, rules,"
                                + " options, grants, comments, all, or a list of them");
    }

    @Test
    void theMessageShowsEachLineWithACaret() throws IOException {
        SpecException e = read("spec: trial\ntables:\n  users: {colums: {}, comment: 'ü😀'}\n");

        assertThat(e)
                .hasMessage(folder.resolve("spec.yaml")
                        + ":3:11: unknown key 'colums' (did you mean 'columns'?)\n"
                        + "  3 |   users: {colums: {}, comment: 'ü😀'}\n"
                        + "    |           ^\n");
    }

    @Test
    void aCaretInAVeryLongLineStaysInSight() throws IOException {
        SpecException e = read("spec: trial\nclaims: [" + " ".repeat(5_000) + "{sais: x}]\n");

        assertThat(e.getMessage().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(200));
        List<String> lines = e.getMessage().lines().toList();
        int shown = lines.stream()
                .filter(line -> line.contains("{sais: x}"))
                .map(lines::indexOf)
                .findFirst()
                .orElseThrow();
        assertThat(lines.get(shown + 1).indexOf('^')).isEqualTo(lines.get(shown).indexOf("{sais"));
    }

    @Test
    void aByteOrderMarkShiftsNothing() throws IOException {
        SpecException e = read("\uFEFFspec: Trial\n");

        assertThat(e.problems())
                .extracting(problem -> problem.location().column())
                .containsExactly(7);
        assertThat(e.getMessage()).contains("  1 | spec: Trial\n    |       ^\n");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("spec.yaml"), "spec: tr\u00E4umerei\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(messages(readFile())).singleElement().asString().endsWith("spec.yaml is not UTF-8 text");
    }

    @Test
    void aHugeFileIsRefusedWithoutBeingParsed() throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), "a: b\n".repeat(2_000_001));

        assertThat(messages(readFile())).singleElement().asString().contains("larger than 10000000 bytes");
    }

    @Test
    void aDeviceWithoutEndIsRefused() {
        SpecException e = catchThrowableOfType(
                SpecException.class, () -> Families.reader().read(Path.of("/dev/zero")));

        assertThat(messages(e)).singleElement().asString().contains("larger than 10000000 bytes");
    }

    @Test
    void aFileThatIsNotThereOrAFolderIsSaidToBeSo() {
        assertThat(messages(readFile())).singleElement().asString().endsWith("spec.yaml does not exist");
        SpecException e = catchThrowableOfType(
                SpecException.class, () -> Families.reader().read(folder));
        assertThat(messages(e)).singleElement().asString().contains("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n- b\n", "just words\n", "17\n", "[]\n"})
    void whatIsNoMappingIsNoSpec(String yaml) throws IOException {
        assertThat(messages(read(yaml))).singleElement().asString().contains("expected a spec");
    }

    @Test
    void thousandsOfMistakesAreAllReportedSoon() throws IOException {
        StringBuilder yaml = new StringBuilder("spec: trial\n");
        for (int i = 0; i < 3_000; i++) {
            yaml.append("wrong").append(i).append(": {}\n");
        }

        assertThat(read(yaml.toString()).problems()).hasSize(3_000);
    }

    @Test
    void aKeyOfAMillionLettersIsReportedSoon() throws IOException {
        assertThat(read("spec: trial\n? " + "k".repeat(1_000_000) + "\n: {}\n").problems())
                .hasSize(1);
    }

    @Test
    void includedFilesAreMerged() throws IOException {
        write(
                "more/users.yaml",
                "tables: {users: {columns: {id: int}}}\nclaims: [{says: b, measure: tables, is: 2}]\n");
        write("tenants.yaml", "tables: {tenants: {}}\n");
        write("spec.yaml", """
                spec: trial
                include: [more/users.yaml, ./tenants.yaml]
                claims: [{says: a, measure: tables, is: 2}]
                """);

        Spec spec = Families.reader().read(folder.resolve("spec.yaml"));

        assertThat(spec.section(StructureSection.class).tables()).containsOnlyKeys("users", "tenants");
        assertThat(spec.section(StructureSection.class)
                        .tables()
                        .get("users")
                        .location()
                        .file())
                .endsWith("users.yaml");
    }

    @Test
    void anIncludeMustNotGiveAnythingTwice() throws IOException {
        write("a.yaml", "title: another\ntables: {users: {}}\nspec: other\ninclude: [b.yaml]\n");
        write("b.yaml", "tables: [x]\n");

        assertThat(problems("spec: trial\ntitle: t\ninclude: [a.yaml, b.yaml]\ntables: {users: {}}\n"))
                .anyMatch(each -> each.startsWith("1:1 'title' is given twice"))
                .anyMatch(each -> each.startsWith("2:10 'tables: users' is given twice"))
                .anyMatch(each -> each.startsWith("3:1 'spec' is given twice"))
                .anyMatch(each -> each.equals("4:1 an included file cannot include others; list them in the spec"))
                .anyMatch(each -> each.startsWith("1:1 'tables' is given twice"))
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            missing.yaml               | does not exist
            ../outside.yaml            | lies outside the spec's folder
            inner/../../outside.yaml   | lies outside the spec's folder
            /etc/passwd                | lies outside the spec's folder
            link.yaml                  | lies outside the spec's folder
            linked/outside.yaml        | lies outside the spec's folder
            spec.yaml                  | is included twice
            me.yaml                    | is included twice
            list.yaml                  | expected a spec
            empty.yaml                 | the file is empty
            migrations                 | is no file
            pipe                       | is no file
            "a\\0b"                    | cannot be the name of a file
            """)
    void aFileThatCannotBeIncludedIsSaidToBeSo(String name, String message) throws Exception {
        Path inside = folder.resolve("inside");
        Files.createDirectories(inside.resolve("migrations"));
        Files.writeString(folder.resolve("outside.yaml"), "tables: {}\n");
        Files.writeString(inside.resolve("list.yaml"), "- a\n");
        Files.writeString(inside.resolve("empty.yaml"), "");
        Files.createSymbolicLink(inside.resolve("link.yaml"), folder.resolve("outside.yaml"));
        Files.createSymbolicLink(inside.resolve("linked"), folder);
        Files.createSymbolicLink(inside.resolve("me.yaml"), inside.resolve("spec.yaml"));
        assertThat(new ProcessBuilder("mkfifo", inside.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.writeString(inside.resolve("spec.yaml"), "spec: trial\ninclude:\n  - " + name + "\n");

        SpecException e = catchThrowableOfType(
                SpecException.class, () -> Families.reader().read(inside.resolve("spec.yaml")));

        assertThat(messages(e)).singleElement().asString().contains(message);
    }

    @Test
    void aFileIsIncludedOnce() throws IOException {
        write("a.yaml", "tables: {users: {}}\n");

        assertThat(problems("spec: trial\ninclude: [a.yaml, ./a.yaml]\n"))
                .containsExactly("2:19 './a.yaml' is included twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            migrations: {runner: sql}                        | 2:1 the key 'path' is missing: name the folder of the *.sql files
            migrations: {runner: sql, path: "a\\0b"}         | does not exist beside the spec
            migrations: {path: migrations}                   | the key 'runner' is missing
            migrations: {runner: sql, path: migrations, command: x} | 2:45 the key 'command' is not for runner: sql; it is for alembic
            migrations: {runner: none, path: migrations}     | the key 'path' is not for runner: none; it is for sql, flyway
            migrations: {runner: alembic}                    | the key 'path' is missing: name the folder of alembic.ini
            migrations: {runner: alembic, path: migrations}  | holds no alembic.ini
            migrations: {runner: alembic, path: project, command: offline} | the key 'offline' is missing
            migrations: {runner: alembic, path: project, offline: {upgrade: x.sql}} | the file 'x.sql' does not exist
            migrations: {runner: alembic, path: project, offline: {}} | the key 'upgrade' is missing
            migrations: {runner: alembic, path: project, timeLimit: 5} | expected
            migrations: {runner: alembic, path: project, timeLimit: 5 weeks} | expected a time such as 500ms
            migrations: {runner: alembic, path: project, urlVariable: a-b} | expected the name of an environment variable
            migrations: {runner: alembic, path: project, environment: {PGHOST: x}} | the variable PGHOST is set by pgAssay
            migrations: {runner: alembic, path: project, environment: {DATABASE_URL: x}} | leave it out
            migrations: {runner: alembic, path: project, urlVariable: DB, environment: {DB: x}} | leave it out
            migrations: {runner: command}                    | the key 'up' is missing: name the command
            migrations: {runner: liquibase, path: migrations} | the file 'migrations' does not exist
            migrations: {runner: flyway}                     | the key 'path' is missing: name the folder of the migrations
            roles: {setup: "a\\0b"}                          | does not exist beside the spec
            postgres: {version: 0}                           | expected a major version
            postgres: {version: ">=99999"}                   | expected a major version
            postgres: {version: ">=a"}                       | expected a major version
            spec: again                                      | duplicate key 'spec'
            schemas: [a, a]                                  | the list names something twice
            tables: {users: present}                         | expected a mapping, or the word absent
            claims: [{says: nothing}]                        | expected says, with measure and is, with rule, or with checks
            closed: tabels                                   | expected all, a kind of object such as tables
            """)
    void aHeadThatIsWrongIsSaidToBeSo(String line, String message) throws IOException {
        Files.createDirectories(folder.resolve("project"));
        Files.createFile(folder.resolve("project/alembic.ini"));
        assertThat(problems("spec: trial\n" + line + "\n"))
                .singleElement()
                .asString()
                .contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec: trial\n",
                "\uFEFFspec: trial\n",
                "'spec': trial\n",
                "{spec: trial}",
                "{\n  spec: trial}\n",
                "---\nspec: trial\n",
                "? spec\n: trial\n",
                "spec: trial\n  broken: [\n"
            })
    void aSpecInAFolderIsFoundInWhateverFormItIs(String yaml) throws IOException {
        write("a.yaml", yaml);

        assertThat(SpecFiles.in(folder).specs()).containsExactly(folder.resolve("a.yaml"));
    }

    @Test
    void endingsInUpperCaseCountToo() throws IOException {
        write("A.YAML", "spec: trial\n");
        write("b.Yml", "spec: another\n");

        assertThat(SpecFiles.in(folder).specs()).hasSize(2);
    }

    private List<String> problems(String yaml) throws IOException {
        return read(yaml).problems().stream().map(SpecReaderTest::brief).toList();
    }

    private static String brief(Problem problem) {
        return problem.location().line() + ":" + problem.location().column() + " " + problem.message();
    }

    private static List<String> messages(SpecException e) {
        return e.problems().stream().map(Problem::message).toList();
    }

    private SpecException read(String yaml) throws IOException {
        write("spec.yaml", yaml);
        return readFile();
    }

    private SpecException readFile() {
        SpecException e = catchThrowableOfType(
                SpecException.class, () -> Families.reader().read(folder.resolve("spec.yaml")));
        assertThat(e).as("the spec is refused").isNotNull();
        return e;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
