package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemas that nobody wrote for a test: a written spec holds of them too, and notices what changes. */
class ThirdPartyRoundTripTest {

    private static final SpecWriter WRITER = new InitWriter();

    @ParameterizedTest
    @EnumSource
    void aWrittenSpecHoldsAndNoticesASampleOfChanges(ThirdPartySchemas schema, @TempDir Path folder) throws Exception {
        RoundTrip.Tally tally = written(schema, 18, folder).change(18, 4, 1);

        assertThat(tally.survivors()).isEmpty();
        assertThat(tally.changed()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void aWrittenSpecMeansTheSameOnEveryVersion(ThirdPartySchemas schema, @TempDir Path folder) throws Exception {
        RoundTrip trip = written(schema, 14, folder);
        for (int major = 14; major <= 18; major++) {
            trip.holds(major);
            assertThat(trip.change(major, 40, 2).survivors()).isEmpty();
        }
    }

    private static RoundTrip written(ThirdPartySchemas schema, int major, Path folder) throws Exception {
        return RoundTrip.of(schema.writeTo(folder.resolve("migrations")), major, WRITER)
                .holds(major);
    }
}
