package org.pgassay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lost server says must not be taken for the refusal of a statement. */
class SqlStatesTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"08006", "53100", "53300", "57P01", "57P03", "58030"})
    void theServerGaveOut(String state) {
        assertThat(SqlStates.lost(state)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42501", "P0001", "57014", "55P03", "40001", "XX000", "54001"})
    void theStatementWasRefused(String state) {
        assertThat(SqlStates.lost(state)).isFalse();
    }

    @Test
    void aFaultOfPostgresqlIsItsOwn() {
        assertThat(SqlStates.internal("XX001")).isTrue();
        assertThat(SqlStates.internal("42501")).isFalse();
        assertThat(SqlStates.internal(null)).isFalse();
    }
}
