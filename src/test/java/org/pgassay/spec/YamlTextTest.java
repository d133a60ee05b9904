package org.pgassay.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.spec.YamlText.Fields;
import org.pgassay.spec.YamlText.Plain;
import org.pgassay.spec.YamlText.Text;

class YamlTextTest {

    private static final List<String> PIECES = List.of(
            "a", "Z", " ", "  ", "\n", "\t", ":", ": ", "#", " #", "-", "- ", "?", "'", "\"", "\\", "{", "}", "[", "]",
            ",", "&", "*", "!", "|", ">", "%", "@", "`", "~", "null", "yes", "1e3", "0x1", "é", "日本", "😀", "\u00a0",
            "\u2028", "\u0085", "\u0007", "\r", "---", "...", "<<", "=", ".inf", "2026-11-21", "12:30", "absent");

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "yes", "No", "null", "~", "1e3", "0o17", "0x1F", "1_000", "+1", "-", "- a", "a: b", "#x", "a #b",
                "'", "\"", "two\nlines", "ends\n", "\nbegins", " leads", "trails ", "trails \nx", "tab\there", "=", "<<",
                "on", "y", "12:30:45", "2026-11-21", ".5", "[a]", "{a}", "*a", "&a", "!a", "|", ">", "%", "@", "`", "😀", "\r",
                "\u0085", "a\u2028b", "case when x then 'y' else ': z' end", "nextval('s'::regclass)"})
    void aTextIsReadBackToTheLetter(String text) {
        assertKept(text, text + "x", text);
    }

    @Test
    void whateverTheyAreMadeOfTextsAreReadBackToTheLetter() {
        Random random = new Random(20261121);
        for (int i = 0; i < 3000; i++) {
            List<String> parts = new ArrayList<>();
            for (int n = random.nextInt(6); n >= 0; n--) {
                parts.add(PIECES.get(random.nextInt(PIECES.size())));
            }
            String text = String.join("", parts);
            assertKept(text, "k" + text, String.join(" ", parts));
        }
    }

    @Test
    void shortMappingsStandOnOneLineAndCommentsAboveTheirKeys() {
        Fields inner = new Fields().onOneLine().put("runner", "sql").put("path", "migrations");
        Fields document = new Fields()
                .put("spec", "x")
                .put("migrations", inner)
                .comment("migrations", "\nHow it comes about")
                .put("flag", new Plain("true"))
                .put("kinds", YamlText.items(List.of("tables", "yes")));

        assertThat(YamlText.write(document)).isEqualTo("""
                spec: x

                # How it comes about
                migrations: {runner: sql, path: migrations}
                flag: true
                kinds: [tables, "yes"]
                """);
    }

    private static void assertKept(String first, String key, String second) {
        Fields document = new Fields()
                .put("text", first)
                .put(key, new Fields().put("is", second))
                .put("line", new Fields().onOneLine().put("is", first).put(key, second))
                .put("list", YamlText.items(List.of(first, second)));
        String written = YamlText.write(document);

        Node.Mapping read = (Node.Mapping) Yaml.read(written).node();

        assertThat(text(read, List.of("text"))).as(written).isEqualTo(first);
        assertThat(text(read, List.of(key, "is"))).as(written).isEqualTo(second);
        assertThat(text(read, List.of("line", key))).as(written).isEqualTo(second);
        assertThat(text(read, List.of("line", "is"))).as(written).isEqualTo(first);
        assertThat(text(read, List.of("list", 0))).as(written).isEqualTo(first);
        assertThat(text(read, List.of("list", 1))).as(written).isEqualTo(second);
        assertThat(document.values().keySet()).isEqualTo(read.entries().keySet());
        assertThat(Map.copyOf(document.values()).get("text")).isEqualTo(new Text(first));
    }

    private static String text(Node.Mapping read, List<Object> path) {
        Node node = read.descend(path);
        assertThat(node).isInstanceOf(Node.Scalar.class);
        assertThat(((Node.Scalar) node).type()).isEqualTo(Node.Scalar.Type.TEXT);
        return ((Node.Scalar) node).value();
    }
}
