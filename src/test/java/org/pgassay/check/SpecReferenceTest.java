package org.pgassay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgassay.check.SpecPlaces.Place;
import org.pgassay.verify.Families;

/** Holds the page of all keys to the JSON Schema, and the schema's examples to what the reader takes. */
class SpecReferenceTest {

    private static final SpecPlaces PLACES = new SpecPlaces();

    private static final Path PAGE = Path.of("docs", "spec-reference.md");

    private static Stream<Arguments> examples() {
        return PLACES.withExamples().stream().flatMap(place -> {
            JsonNode examples = PLACES.resolve(place.node()).path("examples");
            return StreamSupport.stream(examples.spliterator(), false)
                    .map(example -> Arguments.of(place.text(), SpecYaml.line(example), place, example));
        });
    }

    @Test
    void thePageIsMadeOfTheSchema() throws IOException {
        Golden.check(PAGE, new SpecReference().page());
    }

    @Test
    void thePageLeadsToEveryKindOfCheck() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Families.kinds())
                .filteredOn(kind -> !kind.id().equals("spec/selection"))
                .allSatisfy(kind -> assertThat(page).contains("(checks/" + kind.id() + ".md)"));
    }

    @Test
    void everyTopLevelKeyThatIsCheckedHasAnExample() {
        assertThat(PLACES.topLevel())
                .filteredOn(place -> Families.sections().stream()
                        .flatMap(section -> Stream.of(section.type().getRecordComponents()))
                        .anyMatch(component -> component.getName().equals(place.text())))
                .allSatisfy(place -> assertThat(PLACES.resolve(place.node()).path("examples"))
                        .as(place.text())
                        .isNotEmpty());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void anExampleOfTheSchemaIsASpec(String name, String text, Place place, JsonNode example, @TempDir Path folder)
            throws IOException {
        SpecSurroundings.make(folder);
        String whole = SpecSurroundings.whole(SpecYaml.of(PLACES.document(place, example)));
        Path file = Files.writeString(folder.resolve("spec.yaml"), whole);

        assertThatCode(() -> Families.reader().read(file))
                .as("the example %s of %s, as%n%s", text, name, whole)
                .doesNotThrowAnyException();
    }
}
