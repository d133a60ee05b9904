package org.pgassay.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only star and question mark are special. */
class GlobTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "*,,true",
                "*,abc,true",
                "a*,abc,true",
                "a*,bac,false",
                "*c,abc,true",
                "a?c,abc,true",
                "a?c,ac,false",
                "abc,abc,true",
                "abc,ABC,false",
                "a.c,abc,false",
                "a.c,a.c,true",
                "(a),(a),true",
                "a\\Eb,a\\Eb,true",
                "[ab],a,false",
                "tenant_id*,`tenant_id, name`,true",
                "*tenant*,my_tenants,true",
                "größe?,größe1,true"
            })
    void itMatches(String glob, String text, boolean matches) {
        assertThat(Glob.of(glob).matches(text == null ? "" : text)).isEqualTo(matches);
    }
}
