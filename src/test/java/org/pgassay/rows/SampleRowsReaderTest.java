package org.pgassay.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Spec;
import org.pgassay.verify.Families;

/** What a spec fixes of the rows that are made up. */
class SampleRowsReaderTest {

    private final List<Problem> problems = new ArrayList<>();

    private SampleRows read(Path folder, String yaml) throws IOException {
        Path file = folder.resolve("spec.yaml");
        Files.writeString(file, "spec: trial\nmigrations: {runner: none}\n" + yaml);
        Spec spec = Families.reader().read(file);
        return SampleRowsReader.read(spec, problems);
    }

    @Test
    void valuesOfEveryKindAreRead(@TempDir Path folder) throws IOException {
        SampleRows samples = read(folder, """
                schemas: [public, app]
                behaviour:
                  sampleRows:
                    t: {text: a b, number: 1_000, yes: true, none: null, list: [1, null, x], json: {a: [1, "b", null]}}
                    app.u: {c: "007"}
                """);

        QualifiedName t = new QualifiedName("public", "t");
        SqlType text = SqlType.of("text");
        assertThat(problems).isEmpty();
        assertThat(samples.of(t, "text").orElseThrow().value(text, 5)).isEqualTo("a b");
        assertThat(samples.of(t, "number").orElseThrow().value(text, 0)).isEqualTo("1000");
        assertThat(samples.of(t, "yes").orElseThrow().value(text, 0)).isEqualTo("true");
        assertThat(samples.of(t, "none").orElseThrow().value(text, 0)).isNull();
        assertThat(samples.of(t, "list").orElseThrow().value(text, 2)).isEqualTo("x");
        assertThat(samples.of(t, "list").orElseThrow().value(SqlType.of("text[]"), 2))
                .isEqualTo("{\"1\",NULL,\"x\"}");
        assertThat(samples.of(t, "json").orElseThrow().value(text, 0)).isEqualTo("{\"a\": [1, \"b\", null]}");
        assertThat(samples.of(new QualifiedName("app", "u"), "c").orElseThrow().value(text, 0))
                .isEqualTo("007");
    }

    @Test
    void whatIsWrongIsSaidAtItsPlace(@TempDir Path folder) throws IOException {
        SampleRows samples = read(folder, """
                behaviour:
                  sampleRows:
                    t: [a]
                    other.u: {c: 1}
                    v: {c: []}
                """);
        problems.addAll(samples.problems(Catalog.empty()));

        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        folder + "/spec.yaml:5:8: sampleRows: the table 't' wants values by column, not a list",
                        folder
                                + "/spec.yaml:6:5: sampleRows: the schema 'other' is not among the spec's schemas; add it to"
                                + " 'schemas', or put a name that has a dot in it in double quotes",
                        folder + "/spec.yaml:7:12: sampleRows: the list is empty; give at least one value, or leave the"
                                + " column out",
                        folder + "/spec.yaml:7:9: sampleRows: there is no table public.v; correct the name, or leave it"
                                + " out");
    }

    @Test
    void withoutTheKeyNothingIsFixed(@TempDir Path folder) throws IOException {
        assertThat(read(folder, "").tables()).isEmpty();
        assertThat(problems).isEmpty();
    }
}
