package org.pgassay.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** The casts that are taken for granted are those that PostgreSQL has. */
class CastsTest {

    private static final String STRINGS = "('text', 'varchar', 'bpchar', 'name')";

    @Test
    void theCastsArePostgresqlsOwn() throws SQLException {
        List<String> types = read(14, """
                select format_type(oid, null) from pg_type
                where typnamespace = 'pg_catalog'::regnamespace and typtype in ('b', 'r', 'm') and typcategory <> 'A'
                and typname !~ '^pg_' and typname not in\
                """ + STRINGS);
        String casts = """
                select format_type(castsource, null) || ' to ' || format_type(casttarget, null) from pg_cast
                where castsource <> casttarget\
                """;
        Set<String> everywhere = new TreeSet<>(read(14, casts));
        everywhere.retainAll(read(18, casts));
        Set<String> wanted = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (String from : types) {
            for (String to : types) {
                String pair = from + " to " + to;
                if (!from.equals(to) && everywhere.contains(pair)) {
                    wanted.add(pair);
                }
                if (!from.equals(to) && Casts.exist(from, to)) {
                    known.add(pair);
                }
            }
        }
        assertThat(known).hasSizeGreaterThan(100).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        numeric(5,2)                | integer                     | true
        timestamp(3) with time zone | date                        | true
        interval hour               | time without time zone      | true
        interval hour               | timestamp without time zone | false
        integer[]                   | bigint[]                    | true
        circle                      | numeric[]                   | false
        macaddr8                    | character varying(20)       | true
        """)
    void limitsAndArraysAreSeenThrough(String from, String to, boolean exists) {
        assertThat(Casts.exist(from, to)).isEqualTo(exists);
    }

    private static List<String> read(int major, String query) throws SQLException {
        try (Databases databases = new Databases(TestServers.shared(major));
                Connection connection = databases.create(null).open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
