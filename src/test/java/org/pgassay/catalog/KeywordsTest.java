package org.pgassay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.TestServers;

class KeywordsTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void quotesWhateverTheServerQuotes(int major) throws SQLException {
        Set<String> quotedByServer = texts(major, "select word from pg_get_keywords() where quote_ident(word) <> word");

        assertThat(quotedByServer).hasSizeGreaterThan(100).allMatch(Keywords::needsQuotes);
    }

    @Test
    void quotesNothingThatPostgres18LeavesBare() throws SQLException {
        Set<String> bare = texts(18, "select word from pg_get_keywords() where quote_ident(word) = word");

        assertThat(bare).hasSizeGreaterThan(300).noneMatch(Keywords::needsQuotes);
    }

    @Test
    void quotesNamesAsPostgres18Does() throws SQLException {
        PostgresServer server = TestServers.shared(18);
        try (Connection connection = server.open(server.initialDatabase());
                var statement = connection.prepareStatement("select quote_ident(?)")) {
            for (String name : new String[] {
                "plain",
                "_x1",
                "1x",
                "Upper",
                "with space",
                "a\"b",
                "ünïcode",
                "☃",
                "select",
                "json_array",
                "a$b",
                "a-b",
                "'; drop table x; --",
                "status",
                "new\nline"
            }) {
                statement.setString(1, name);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    assertThat(Identifiers.quote(name)).isEqualTo(row.getString(1));
                }
            }
        }
    }

    private static Set<String> texts(int major, String sql) throws SQLException {
        PostgresServer server = TestServers.shared(major);
        Set<String> texts = new TreeSet<>();
        try (Connection connection = server.open(server.initialDatabase());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
