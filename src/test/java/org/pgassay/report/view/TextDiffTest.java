package org.pgassay.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void marksWordsThatOnlyOneSideHas() {
        TextDiff diff = TextDiff.of("(a, b desc, c) where x = 1", "(a, b, c) where x = 2");

        assertThat(marked(diff.expected())).isEqualTo("(a, b[ desc], c) where x = [1]");
        assertThat(marked(diff.observed())).isEqualTo("(a, b, c) where x = [2]");
    }

    @Test
    void marksNeighboursAsOne() {
        TextDiff diff = TextDiff.of("row security is enabled and forced", "row security is off");

        assertThat(marked(diff.expected())).isEqualTo("row security is [enabled and forced]");
        assertThat(marked(diff.observed())).isEqualTo("row security is [off]");
    }

    @Test
    void doesNotMatchTextsThatShareNextToNothing() {
        TextDiff diff = TextDiff.of("an index (client_id)", "a table (rows), a view (columns)");

        assertThat(marked(diff.expected())).isEqualTo("[an index (client_id)]");
        assertThat(marked(diff.observed())).isEqualTo("[a table (rows), a view (columns)]");
    }

    @Test
    void keepsEveryCharacter() {
        String expected = "x 👩‍👩‍👧\n\ty  z";
        TextDiff diff = TextDiff.of(expected, "");

        assertThat(text(diff.expected())).isEqualTo(expected);
        assertThat(diff.observed()).isEmpty();
        assertThat(marked(TextDiff.of("same", "same").expected())).isEqualTo("same");
    }

    @Test
    void longTextsAreComparedByTheirEnds() {
        String middle = "word ".repeat(5_000);
        TextDiff diff =
                TextDiff.of("begin " + middle + "one " + middle + "end", "begin " + middle + "two " + middle + "end");

        assertThat(diff.expected()).hasSize(3);
        assertThat(diff.expected().get(1)).isEqualTo(new TextDiff.Part("one", true));
    }

    private static String marked(List<TextDiff.Part> parts) {
        return parts.stream()
                .map(part -> part.differs() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }

    private static String text(List<TextDiff.Part> parts) {
        return parts.stream().map(TextDiff.Part::text).collect(Collectors.joining());
    }
}
