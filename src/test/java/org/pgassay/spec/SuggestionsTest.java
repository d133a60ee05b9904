package org.pgassay.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The word that was probably meant is found, and no other. */
class SuggestionsTest {

    private static final List<String> WORDS = List.of("tables", "columns", "claims", "is", "indexes");

    @ParameterizedTest
    @CsvSource({
        "tabels, tables",
        "table, tables",
        "Tables, tables",
        "colunms, columns",
        "climas, claims",
        "si, is",
        "indices, indexes"
    })
    void aTypingMistakeIsRecognised(String written, String meant) {
        assertThat(Suggestions.closest(written, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"xyz", "tab", "constraints", "''", "ix1"})
    void anotherWordIsNone(String written) {
        assertThat(Suggestions.didYouMean(written, WORDS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, ABD, 1", "'', abc, 3", "kitten, sitting, 3"})
    void theDistanceCountsInsertionsDeletionsSubstitutionsAndSwaps(String left, String right, int distance) {
        assertThat(Suggestions.distance(left, right)).isEqualTo(distance);
        assertThat(Suggestions.distance(right, left)).isEqualTo(distance);
    }

    @Test
    void ofEquallyNearWordsTheFirstInTheAlphabetIsMeant() {
        assertThat(Suggestions.closest("cat", List.of("rat", "bat", "hat"))).contains("bat");
    }

    @Test
    void aWordOfAMillionLettersCostsNothing() {
        assertThat(Suggestions.closest("x".repeat(1_000_000), WORDS)).isEmpty();
    }
}
