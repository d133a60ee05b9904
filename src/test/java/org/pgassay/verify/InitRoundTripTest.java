package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.generate.SchemaGenerator;

/** A spec that was written of a schema holds of it, and of no other: whatever single thing changes is named. */
class InitRoundTripTest {

    private static final SpecWriter WRITER = new InitWriter();

    @ParameterizedTest
    @CsvSource({"14, 1", "14, 2", "18, 1", "18, 3"})
    void aWrittenSpecHoldsAndNoticesASampleOfChanges(int major, long seed, @TempDir Path folder) throws Exception {
        RoundTrip.Tally tally = generated(seed, major, major, folder).change(major, 6, seed);

        assertThat(tally.survivors()).isEmpty();
        assertThat(tally.changed()).isEqualTo(6);
    }

    @Test
    void aSpecOfTheOldestVersionHoldsOnTheNewest(@TempDir Path folder) throws Exception {
        generated(4, 14, 14, folder).holds(18);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    @Tag("long")
    void writtenSpecsOfManySeedsNoticeEveryKindOfChange(int major, @TempDir Path folder) throws Exception {
        RoundTrip.Tally tally = new RoundTrip.Tally();
        for (long seed = 1; seed <= 20; seed++) {
            Path own = folder.resolve("" + seed);
            tally.add(generated(seed, major, major, own).change(major, 60, seed));
        }
        assertThat(tally.survivors()).isEmpty();
        assertThat(tally.effective()).hasSizeGreaterThan(15);
    }

    /** Verdicts do not depend on the version: neither the good one nor the bad ones. */
    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    @Tag("long")
    void specsOfTheOldestVersionMeanTheSameOnALaterOne(int major, @TempDir Path folder) throws Exception {
        for (long seed = 21; seed <= 26; seed++) {
            RoundTrip trip = generated(seed, 14, 14, folder.resolve("" + seed));
            trip.holds(major);
            assertThat(trip.change(major, 20, seed).survivors())
                    .isEqualTo(trip.change(14, 20, seed).survivors())
                    .isEmpty();
        }
    }

    private static RoundTrip generated(long seed, int since, int major, Path folder) throws Exception {
        Path migrations =
                SchemaGenerator.generate(seed, Math.min(since, WRITER.newest())).writeTo(folder.resolve("migrations"));
        return RoundTrip.of(migrations, major, WRITER).holds(major);
    }
}
