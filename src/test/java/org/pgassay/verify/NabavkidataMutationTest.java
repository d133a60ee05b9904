package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Whatever single thing is changed in the schema, the spec must notice, and name it. */
class NabavkidataMutationTest {

    @Test
    void aSampleOfMutantsIsKilled() throws Exception {
        assertThat(survivors().among(61)).isEmpty();
    }

    private static Survivors survivors() throws Exception {
        return new Survivors(
                NabavkidataTest.SPEC, Files.readString(NabavkidataTest.SPEC.resolveSibling("offline/upgrade.sql")));
    }
}
