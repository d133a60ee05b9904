package org.pgassay.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples of regular expressions, judged by Java's: these mean the same to both. */
class RegexSamplesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[A-Z]{3}$",
                "^\\d{4}-\\d{2}$",
                "^(a|bc|)x+$",
                "^[^@\\s]+@[^@]+\\.[a-z]{2,6}$",
                "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
                "^\\+?[1-9]\\d{1,14}$",
                "^[a-z][a-z0-9_]*[a-z0-9]$",
                "^(?:sku|SKU)[._-]?\\w{2,}$",
                "^a?b*c{2,}$",
                "^[]a]+$",
                "^(x(y(z)?)?)$"
            })
    void atLeastOneSampleMatches(String regex) {
        List<String> samples = RegexSamples.of(regex);

        assertThat(samples).anySatisfy(sample -> assertThat(sample).matches(java(regex)));
    }

    private static Pattern java(String regex) {
        return Pattern.compile(regex.replace("[]a]", "[\\]a]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^[", "^a{", "\\", "(", "(?", "[[:alpha:", "a{9999}"})
    void whatCannotBeReadGivesNoError(String regex) {
        assertThat(RegexSamples.of(regex)).isNotNull();
    }
}
