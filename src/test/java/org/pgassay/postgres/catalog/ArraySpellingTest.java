package org.pgassay.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.sql.ArraySpelling;

/** What PostgreSQL prints of an expression, and what it prints of that text, become one text. */
class ArraySpellingTest {

    private static final List<String> CHECKS = List.of(
            "s in ('a', 'b')",
            "s not in ('a', 'it''s', ']')",
            "s in ('a') or s in ('b', 'c')",
            "upper(s) = any (array['A', 'B'])",
            "s = any (array['a'::varchar, 'b'::varchar])",
            "s::text = any (array['a'::varchar, lower('B')::varchar]::text[])",
            "n in (1, 2, 3)",
            "n = any (array[1::smallint, 2::smallint]::bigint[])");

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void bothSpellingsBecomeOne(int major) throws SQLException {
        for (String check : CHECKS) {
            try (ScratchDatabase scratch =
                    ScratchDatabase.on(major).run("create table t (s varchar(9), n int, check (" + check + "))")) {
                String printed = definition(scratch);
                scratch.run("drop table t; create table t (s varchar(9), n int, " + printed + ")");
                String again = definition(scratch);

                assertThat(ArraySpelling.settled(printed)).as(check).isEqualTo(ArraySpelling.settled(again));
                assertThat(ArraySpelling.settled(again)).as(check).isEqualTo(again);
            }
        }
    }

    private static String definition(ScratchDatabase scratch) throws SQLException {
        Catalog catalog = CatalogReader.read(scratch.connection(), List.of("public"));
        return catalog.tables().get(0).constraints().get(0).definition();
    }

    @Test
    void whatIsNoCastOfAnArrayStays() {
        assertThat(List.of(
                        "x = ANY (ARRAY[1, 2])",
                        "'(ARRAY[1])::text[]'",
                        "(ARRAY[1, 2])[1]",
                        "(ARRAY[1, 2])::text",
                        "(ARRAY[1, 2",
                        "f((ARRAY[1, 2]))"))
                .allSatisfy(text -> assertThat(ArraySpelling.settled(text)).isEqualTo(text));
    }
}
