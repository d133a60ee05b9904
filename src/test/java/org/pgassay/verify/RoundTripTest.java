package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL prints of a schema, written as a spec, must verify against that schema. */
class RoundTripTest {

    private static final String EVERYTHING = "/org/pgassay/postgres/catalog/everything.sql";

    @ParameterizedTest
    @ValueSource(ints = {14, 16, 18})
    void aSchemaWithOneOfEverythingVerifiesAgainstItself(int major, @TempDir Path folder) throws Exception {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("1.sql"), everything());

        Path spec = new InitWriter().write(migrations, major);
        Report report = new Verifier(Trial.servers(), VerifyOptions.defaults().onPostgres(major), Progress.silent())
                .verify(Families.reader().read(spec), new Timings());

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(report.results()).hasSizeGreaterThan(250);
        assertThat(report.coverage().list()).isEmpty();
    }

    private static String everything() throws IOException {
        try (InputStream in = RoundTripTest.class.getResourceAsStream(EVERYTHING)) {
            return new String(Objects.requireNonNull(in, EVERYTHING).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
