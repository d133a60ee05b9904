package org.pgassay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.QualifiedName;

class StatisticsFileTest {

    /** As pg_dump 18 writes it. */
    private static final String DUMP = """
            --
            -- PostgreSQL database dump
            --

            \\restrict Zx81

            SET statement_timeout = 0;
            SET client_encoding = 'UTF8';
            SELECT pg_catalog.set_config('search_path', '', false);

            --
            -- Statistics for Name: orders; Type: STATISTICS DATA; Schema: public; Owner: -
            --

            SELECT * FROM pg_catalog.pg_restore_relation_stats(
            	'version', '180001'::integer,
            	'schemaname', 'public',
            	'relname', 'orders',
            	'relpages', '1374'::integer,
            	'reltuples', '50000'::real,
            	'relallvisible', '1000'::integer,
            	'relallfrozen', '0'::integer
            );
            SELECT * FROM pg_catalog.pg_restore_attribute_stats(
            	'version', '180001'::integer,
            	'schemaname', 'public',
            	'relname', 'orders',
            	'attname', 'who''s',
            	'inherited', 'f'::boolean,
            	'null_frac', '0.25'::real,
            	'avg_width', '7'::integer,
            	'n_distinct', '-0.5'::real,
            	'most_common_vals', '{"a, ''b''","c\\\\d"}'::text,
            	'most_common_freqs', '{0.5,0.1}'::real[],
            	'histogram_bounds', '{a,b}'::text,
            	'correlation', '-0.013'::real,
            	'most_common_elems', '{x}'::text,
            	'most_common_elem_freqs', '{0.3,0.3,0.3,0}'::real[],
            	'elem_count_histogram', '{1,2,1.5}'::real[]
            );
            SELECT * FROM pg_catalog.pg_restore_attribute_stats(
            	'version', '180001'::integer,
            	'schemaname', 'public',
            	'relname', 'ix_lower',
            	'attnum', '2'::smallint,
            	'inherited', 'f'::boolean,
            	'null_frac', '0'::real,
            	'avg_width', '7'::integer,
            	'n_distinct', '-1'::real
            );
            \\unrestrict Zx81
            """;

    @Test
    void relationsAndColumnsAreRead() {
        StatisticsFile file = StatisticsFile.read(DUMP);

        RelationStatistics orders = file.relations().get(0);
        assertThat(orders.relation()).isEqualTo(new QualifiedName("public", "orders"));
        assertThat(orders.tuples()).isEqualTo(50_000);
        assertThat(orders.pages()).isEqualTo(1_374);
        assertThat(orders.allVisible()).isEqualTo(1_000);
        ColumnStatistics column = file.attributes().get(0).statistics();
        assertThat(column.column()).isEqualTo("who's");
        assertThat(column.nulls()).isEqualTo(0.25);
        assertThat(column.distinct()).isEqualTo(-0.5);
        assertThat(column.common()).isEqualTo("{\"a, 'b'\",\"c\\\\d\"}");
        assertThat(column.frequencies()).containsExactly(0.5, 0.1);
        assertThat(column.correlation()).isEqualTo(-0.013);
        assertThat(column.elements().counts()).containsExactly(1.0, 2.0, 1.5);
        assertThat(file.attributes().get(1).number()).isEqualTo(2);
    }

    @Test
    void aFileThatIsCutOffIsRefusedWhereverThatIs() {
        int first = DUMP.indexOf("pg_restore_relation_stats");
        int last = DUMP.lastIndexOf(");");
        for (int end = first; end < last; end++) {
            String cut = DUMP.substring(0, end);
            boolean betweenStatements = cut.stripTrailing().endsWith(");");
            if (!betweenStatements) {
                assertThatThrownBy(() -> StatisticsFile.read(cut)).as(cut).isInstanceOf(StatisticsFileException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table orders;",
                "select pg_sleep(10);",
                "select * from pg_catalog.pg_restore_relation_stats('schemaname', current_user);",
                "select * from pg_restore_relation_stats('schemaname', 'a' || 'b');",
                "select * from pg_restore_relation_stats('schemaname', (select 'a'));",
                "select * from pg_restore_relation_stats('schemaname', E'a\\\\b');",
                "select * from pg_restore_relation_stats('schemaname', 'a', 'schemaname', 'b');",
                "select pg_restore_relation_stats('schemaname', 'a'), pg_sleep(10);",
                "set x = (select 1);",
                "\\! rm -rf /",
                "insert into orders values (1);",
                "copy orders from stdin;\n1\n\\.\n"
            })
    void whatElseStandsInItIsRefusedAndNamed(String statement) {
        String text = DUMP + statement;
        assertThatThrownBy(() -> StatisticsFile.read(text))
                .isInstanceOfSatisfying(
                        StatisticsFileException.class,
                        fault -> assertThat(fault.line())
                                .isEqualTo((int) DUMP.lines().count() + 1))
                .hasMessageContaining("is not expected in a file of statistics, of which nothing is run");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'reltuples', '50000'      | 'reltuples', 'many'       | reltuples is 'many'
            'reltuples', '50000'      | 'reltuples', 'NaN'        | reltuples is 'NaN'
            'null_frac', '0.25'       | 'null_frac', '2'          | null_frac is 2.0
            '{0.5,0.1}'               | '0.5,0.1'                 | most_common_freqs is '0.5,0.1'
            '{0.5,0.1}'               | '{0.5,x}'                 | most_common_freqs is 'x'
            'relallfrozen'            | 'reltemperature'          | no statistic reltemperature
            'attnum', '2'             | 'attnum', '0'             | neither attname nor attnum
            'relname', 'orders'       | 'relname', null           | relname is missing
            'most_common_vals'        | 'range_bounds_histogram'  | belong together
            """)
    void whatIsNoStatisticIsRefused(String from, String to, String message) {
        String text = DUMP.replace(from.replaceAll("^'|'$", "'"), to);
        assertThat(text).isNotEqualTo(DUMP);
        assertThatThrownBy(() -> StatisticsFile.read(text))
                .isInstanceOf(StatisticsFileException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- nothing", "set x = 1;"})
    void aFileWithoutStatisticsIsRefused(String text) {
        assertThatThrownBy(() -> StatisticsFile.read(text))
                .isInstanceOf(StatisticsFileException.class)
                .hasMessageContaining("no statistics of a table");
    }

    @Test
    void aTableThatNobodyAnalyzedIsLeftOut() {
        String text = DUMP + """
                SELECT * FROM pg_catalog.pg_restore_relation_stats('schemaname', 'public', 'relname', 'new',
                  'relpages', 0, 'reltuples', -1);
                """;
        assertThat(StatisticsFile.read(text).relations()).hasSize(1);
    }
}
