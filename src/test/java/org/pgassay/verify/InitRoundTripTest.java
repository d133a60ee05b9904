package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.cli.Call;
import org.pgassay.generate.SchemaGenerator;

/** A spec that was written of a schema holds of it, and of no other: whatever single thing changes is named. */
class InitRoundTripTest {

    private static final SpecWriter WRITER = new InitWriter();

    /** Seeds of a long run on each version, and effective changes of each seed. */
    private static final int SEEDS = 6;

    private static final int CHANGES = 10;

    @ParameterizedTest
    @CsvSource({"14, 1", "18, 3"})
    void aWrittenSpecHoldsAndNoticesASampleOfChanges(int major, long seed, @TempDir Path folder) throws Exception {
        RoundTrip.Tally tally = generated(seed, major, major, folder).change(major, 6, seed);

        assertThat(tally.survivors()).isEmpty();
        assertThat(tally.changed()).isEqualTo(6);
    }

    @Test
    void aSpecOfTheOldestVersionHoldsOnTheNewest(@TempDir Path folder) throws Exception {
        generated(4, 14, 14, folder).holds(18);
    }

    /** The command line decides nothing: it ends with 0 for the spec that it wrote, and with 1 after a change. */
    @Test
    void theCommandLineEndsWithZeroAndAfterAChangeWithOne(@TempDir Path folder) throws Exception {
        Path migrations = SchemaGenerator.generate(2, 18).writeTo(folder.resolve("migrations"));
        String spec = folder.resolve("shop.yaml").toString();
        String reports = folder.resolve("reports").toString();

        Call init = Call.of("init", "--migrations", migrations.toString(), "--out", spec, "--postgres", "18");
        assertThat(init.exit()).as(init.all()).isZero();
        assertThat(Path.of(spec)).content().contains("closed: all");

        Files.writeString(migrations.resolve("99999_change.sql"), "create table added_later ();\n");
        Call verify = Call.of("verify", spec, "--postgres", "18", "--reports", reports);
        assertThat(verify.exit()).as(verify.all()).isEqualTo(1);
        assertThat(verify.all()).contains("added_later");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    @Tag("long")
    void writtenSpecsOfManySeedsHoldAndNoticeEveryKindOfChange(int major, @TempDir Path folder) throws Exception {
        RoundTrip.Tally tally = new RoundTrip.Tally();
        for (long seed = 1; seed <= SEEDS; seed++) {
            tally.add(generated(seed, major, major, folder.resolve("" + seed)).change(major, CHANGES, seed + major));
        }

        assertThat(tally.survivors()).as("%s", tally.counts()).isEmpty();
    }

    /** Verdicts do not depend on the version: neither the good one nor the bad ones. */
    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    @Tag("long")
    void specsOfTheOldestVersionMeanTheSameOnALaterOne(int major, @TempDir Path folder) throws Exception {
        for (long seed = 21; seed <= 23; seed++) {
            RoundTrip trip = generated(seed, 14, 14, folder.resolve("" + seed));
            trip.holds(major);
            assertThat(trip.change(major, 6, seed).survivors()).isEmpty();
        }
    }

    private static RoundTrip generated(long seed, int since, int major, Path folder) throws Exception {
        Path migrations =
                SchemaGenerator.generate(seed, Math.min(since, WRITER.newest())).writeTo(folder.resolve("migrations"));
        return RoundTrip.of(migrations, major, WRITER).holds(major);
    }
}
