package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

/** The Alembic of this machine, without which the tests of the real one cannot run: in CI it has to be there. */
final class InstalledAlembic {

    private InstalledAlembic() {}

    static void require() {
        boolean there = starts();
        String missing = "the command alembic is not there: apt-get install alembic python3-psycopg2";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(missing).isTrue();
        }
        assumeTrue(there, missing);
    }

    private static boolean starts() {
        try {
            return new ProcessBuilder("alembic", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
