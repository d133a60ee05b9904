package org.pgassay.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.spec.Node.Scalar.Type;

/** Every key and value knows its place, and scalars are what YAML 1.2 says they are. */
class YamlReaderTest {

    @Test
    void blockMappingsAndListsKnowTheirPlaces() {
        Yaml yaml = Yaml.read("""
                # a comment
                spec: trial
                tables:
                  users:
                    columns:
                      id:   uuid
                list:
                - one
                -   two
                - three: 3
                """);

        assertThat(yaml.problems()).isEmpty();
        assertThat(yaml.keyPlace("spec")).isEqualTo("2:1");
        assertThat(yaml.place("spec")).isEqualTo("2:7");
        assertThat(yaml.keyPlace("id", "tables", "users", "columns")).isEqualTo("6:7");
        assertThat(yaml.place("tables", "users", "columns", "id")).isEqualTo("6:13");
        assertThat(yaml.place("list", 1)).isEqualTo("9:5");
        assertThat(yaml.keyPlace("three", "list", 2)).isEqualTo("10:3");
        assertThat(yaml.place("list", 2, "three")).isEqualTo("10:10");
    }

    @Test
    void flowStyleKnowsItsPlacesToo() {
        Yaml yaml = Yaml.read("""
                a: {b: [x, 'y', "z"], "c d": {}}
                e: {f: 1,
                    g: {h: i}}
                """);

        assertThat(yaml.place("a", "b", 0)).isEqualTo("1:9");
        assertThat(yaml.place("a", "b", 1)).isEqualTo("1:12");
        assertThat(yaml.place("a", "b", 2)).isEqualTo("1:17");
        assertThat(yaml.keyPlace("c d", "a")).isEqualTo("1:23");
        assertThat(yaml.place("e", "g", "h")).isEqualTo("3:12");
    }

    @Test
    void anOffsetInPlainOrQuotedTextIsAnOffsetInTheFile() {
        Yaml yaml = Yaml.read("""
                plain: int not null
                single: 'int not null'
                double: "int not null"
                doubled: 'it''s'
                escaped: "a\\tb"
                """);

        assertThat(Yaml.place(yaml.scalar("plain").at(4))).isEqualTo("1:12");
        assertThat(Yaml.place(yaml.scalar("single").at(4))).isEqualTo("2:14");
        assertThat(Yaml.place(yaml.scalar("double").at(4))).isEqualTo("3:14");
        assertThat(Yaml.place(yaml.scalar("doubled").at(3)))
                .as("its beginning, as the file's text differs")
                .isEqualTo("4:10");
        assertThat(Yaml.place(yaml.scalar("escaped").at(2))).isEqualTo("5:10");
        assertThat(Yaml.place(yaml.scalar("plain").at(9999))).isEqualTo("1:20");
    }

    @Test
    void charactersBeyondTheBasicPlaneCountOnce() {
        Yaml yaml = Yaml.read("a: text default '😀😀' x\nq: \"😀 x\"\n");

        assertThat(Yaml.place(yaml.scalar("a").at(yaml.scalar("a").value().indexOf('x', 5))))
                .isEqualTo("1:22");
        assertThat(Yaml.place(yaml.scalar("q").at(3))).isEqualTo("2:7");
    }

    @Test
    void foldedAndLiteralTextStandsWhereItBegins() {
        Yaml yaml = Yaml.read("""
                folded: >
                  one
                  two
                literal: |-
                  one
                  two
                plain: one
                  two
                """);

        assertThat(yaml.scalar("folded").value()).isEqualTo("one two\n");
        assertThat(yaml.scalar("literal").value()).isEqualTo("one\ntwo");
        assertThat(yaml.scalar("plain").value()).isEqualTo("one two");
        assertThat(Yaml.place(yaml.scalar("folded").at(5))).isEqualTo("1:9");
        assertThat(Yaml.place(yaml.scalar("literal").at(5))).isEqualTo("4:10");
        assertThat(Yaml.place(yaml.scalar("plain").at(5))).isEqualTo("7:8");
    }

    @Test
    void aDuplicateKeyIsAProblemAtItsSecondPlaceInEveryStyle() {
        assertThat(Yaml.read("a: 1\nb: 2\na: 3\n'a': 4\n").messages())
                .containsExactly(
                        "3:1 duplicate key 'a': it stands already at line 1",
                        "4:1 duplicate key 'a': it stands already at line 1");
        assertThat(Yaml.read("t: {x: 1, x: 2}").messages())
                .containsExactly("1:11 duplicate key 'x': it stands already at line 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'a: [1, 2'            | 1 | 9
            'a: {b: 1'            | 1 | 9
            'a: "x'               | 1 | 6
            'a: 1\n b: 2'         | 2 | 3
            'a:\n\t- 1'           | 2 | 1
            'a: @x'               | 1 | 4
            'a: *nobody'          | 1 | 4
            """)
    void aSyntaxErrorIsOneProblemAtItsPlace(String text, int line, int column) {
        Yaml yaml = Yaml.read(text.replace("\\n", "\n").replace("\\t", "\t"));

        assertThat(yaml.root()).isNull();
        assertThat(yaml.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.location()).isEqualTo(new Location("f.yaml", line, column));
            assertThat(problem.message()).doesNotContain("org.snakeyaml").isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "   "})
    void anEmptyFileSaysSo(String text) {
        assertThat(Yaml.read(text).messages()).containsExactly("1:1 the file is empty");
    }

    @Test
    void severalDocumentsAreRefused() {
        Yaml yaml = Yaml.read("a: 1\n---\nb: 2\n");

        assertThat(yaml.root()).isNull();
        assertThat(yaml.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.location()).isEqualTo(new Location("f.yaml", 2, 1)));
    }

    @Test
    void oneDocumentMayBeMarkedAsSuch() {
        assertThat(Yaml.read("%YAML 1.2\n---\na: 1\n...\n").place("a")).isEqualTo("3:4");
    }

    @Test
    void lineBreaksOfWindowsDoNotShiftPlaces() {
        Yaml yaml = Yaml.read("a: 1\r\nb:\r\n  c: x y\r\n");

        assertThat(yaml.problems()).isEmpty();
        assertThat(yaml.place("b", "c")).isEqualTo("3:6");
        assertThat(yaml.scalar("b", "c").value()).isEqualTo("x y");
    }

    @Test
    void aTagOfOnesOwnMeansNothing() {
        assertThat(Yaml.read("a: !secret x\nb: !!str 5\n").messages())
                .containsExactly("1:4 the tag !secret means nothing in a spec");
    }

    @Test
    void aKeyMustBeAWord() {
        assertThat(Yaml.read("? [a, b]\n: 1\nc: 2\n").messages())
                .containsExactly("1:3 a key must be a word, not a list or a mapping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "17", "-3", "+4", "50_000_000", "1e3", "1.5", ".5", "1.", "1E-7", "-.5e+2"})
    void theseAreNumbers(String text) {
        assertThat(Yaml.read("a: " + text).scalar("a").type()).isEqualTo(Type.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "001",
                "yes",
                "no",
                "on",
                "off",
                "0x1F",
                "1_",
                "_1",
                "1__0",
                "e3",
                ".",
                "1.2.3",
                ".inf",
                "2027-03-31",
                "12:30",
                "tRue",
                "'17'",
                "\"true\"",
                "'null'"
            })
    void theseAreText(String text) {
        assertThat(Yaml.read("a: " + text).scalar("a").type()).isEqualTo(Type.TEXT);
    }

    @ParameterizedTest
    @CsvSource({"true,BOOLEAN", "False,BOOLEAN", "TRUE,BOOLEAN", "null,NULL", "~,NULL", "'',NULL"})
    void theseAreBooleansAndNothing(String text, Type type) {
        assertThat(Yaml.read("a: " + text).scalar("a").type()).isEqualTo(type);
    }

    @Test
    void wordsThatOtherYamlsTakeForBooleansAreKeysLikeAnyOther() {
        Node.Mapping mapping = (Node.Mapping)
                Yaml.read("yes: 1\nno: 2\non: 3\ntrue: 4\nnull: 5\n17: 6\n").node();

        assertThat(mapping.entries().keySet()).containsExactly("yes", "no", "on", "true", "null", "17");
    }

    @Test
    void anAliasStandsWhereItsAnchorDoes() {
        Yaml yaml = Yaml.read("a: &x {b: c}\nd: *x\n");

        assertThat(yaml.scalar("d", "b").value()).isEqualTo("c");
        assertThat(yaml.place("d", "b")).isEqualTo("1:11");
    }

    @Test
    void twoProblemsOfOneFileAreBothReported() {
        assertThat(Yaml.read("a: !t 1\na: 2\n").messages())
                .isEqualTo(List.of(
                        "1:4 the tag !t means nothing in a spec",
                        "2:1 duplicate key 'a': it stands already at line 1"));
    }

    /** The library reads in pieces of about a thousand characters, and such a character takes two. */
    @Test
    void charactersBeyondSixteenBitsMayStandAnywhere() {
        for (int before = 990; before < 1060; before++) {
            String text = "x".repeat(before) + "\uD83D\uDE00".repeat(600);

            assertThat(Yaml.read("a: |\n  " + text + "\n").scalar("a").value()).isEqualTo(text + "\n");
        }
    }
}
