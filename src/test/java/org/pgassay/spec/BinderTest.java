package org.pgassay.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records are made of nodes by the names of their components. */
class BinderTest {

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private record Everything(
            Location location,
            @Nullable String text,
            @Nullable SourceText source,
            boolean flag,
            @Nullable Integer number,
            @Nullable Colour colour,
            List<String> words,
            Map<String, Part> parts,
            @Nullable Node raw) {}

    @ShortForm("is")
    private record Part(
            Location location,
            @Nullable SourceText is,
            @Nullable String comment) {}

    private static Everything bind(String yaml) {
        return Binder.bind(Everything.class, Yaml.read(yaml).node());
    }

    @Test
    void everyKindOfComponentIsBound() {
        Everything bound = bind("""
                text: words
                source: select 1
                flag: true
                number: 50_000
                colour: dark-blue
                words: [a, b]
                parts: {x: short, y: {is: long, comment: c}}
                raw: [1, {a: b}]
                """);

        assertThat(bound.text()).isEqualTo("words");
        assertThat(bound.source()).extracting(SourceText::text).isEqualTo("select 1");
        assertThat(bound.flag()).isTrue();
        assertThat(bound.number()).isEqualTo(50_000);
        assertThat(bound.colour()).isEqualTo(Colour.DARK_BLUE);
        assertThat(bound.words()).containsExactly("a", "b");
        assertThat(bound.parts()).containsOnlyKeys("x", "y");
        assertThat(bound.parts().get("x").is()).extracting(SourceText::text).isEqualTo("short");
        assertThat(bound.parts().get("y").comment()).isEqualTo("c");
        assertThat(bound.raw()).isInstanceOf(Node.Sequence.class);
    }

    @Test
    void whatIsMissingOrNullIsEmpty() {
        for (String yaml : List.of("{}", "{text: , source: ~, flag: null, words: null, parts: , raw: null}")) {
            Everything bound = bind(yaml);

            assertThat(bound.text()).isNull();
            assertThat(bound.flag()).isFalse();
            assertThat(bound.number()).isNull();
            assertThat(bound.words()).isEmpty();
            assertThat(bound.parts()).isEmpty();
            assertThat(bound.raw()).isNull();
        }
    }

    @Test
    void oneValueStandsForAListOfOne() {
        assertThat(bind("words: a").words()).containsExactly("a");
    }

    @Test
    void aPartOfAMapStandsAtItsKey() {
        Everything bound = bind("parts:\n  x: short\n  y:\n");

        assertThat(bound.location()).isEqualTo(new Location("f.yaml", 1, 1));
        assertThat(bound.parts().get("x").location()).isEqualTo(new Location("f.yaml", 2, 3));
        assertThat(bound.parts().get("y").location()).isEqualTo(new Location("f.yaml", 3, 3));
    }

    @Test
    void aMapKeepsTheFilesOrder() {
        assertThat(bind("parts: {z: a, b: a, m: a}").parts().keySet()).containsExactly("z", "b", "m");
    }
}
