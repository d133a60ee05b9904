package org.pgassay.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogQueryTest {

    private static final Pattern UNQUALIFIED = Pattern.compile(
            "(?:(?<!DISTINCT )\\b(?:FROM|JOIN) |::)(?!pg_catalog\\.|LATERAL)[a-z_]+|(?<![._'])\\b(?:pg_get_|unnest|concat)");

    private static final Pattern DEFINED = Pattern.compile("(?m)^(?:WITH )?([a-z_]+) AS (?:MATERIALIZED )?\\($");

    @Test
    void everyResourceIsAQueryAndTheOtherWayRound() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(CatalogQuery.class.getResource("tables.sql"))
                        .toURI())
                .getParent();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(CatalogQuery.values())
                            .map(CatalogQuery::resource)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isQualifiedAndOrdered(CatalogQuery query) {
        String code = query.sql().replaceAll("--.*", "");

        // What the query itself defines in WITH hides every table.
        List<String> own = DEFINED.matcher(code)
                .results()
                .flatMap(found -> Stream.of("FROM " + found.group(1), "JOIN " + found.group(1)))
                .toList();
        assertThat(UNQUALIFIED.matcher(code).results().map(found -> found.group()))
                .isSubsetOf(own);
        assertThat(code).doesNotContain("?", ";");
        assertThat(code.contains("$schemas")).isEqualTo(query.takesSchemas());
        if (query != CatalogQuery.SETTINGS) {
            assertThat(code).contains("\nORDER BY ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void sendsAsMuchFor500TablesAsFor5(int major) throws SQLException {
        try (ScratchDatabase few = ScratchDatabase.on(major).run(tables(5));
                ScratchDatabase many = ScratchDatabase.on(major).run(tables(500))) {
            List<String> small = callsOfReading(few.connection(), 5);
            assertThat(callsOfReading(many.connection(), 500)).isEqualTo(small);
            assertThat(small.stream().filter(call -> call.startsWith("execute")))
                    .hasSize(2);
        }
    }

    private static String tables(int count) {
        return """
                do $$ begin
                    for t in 1..%d loop
                        execute format('create table t%%s (id bigint primary key, parent bigint references t%%s, %%s,'
                            || ' status text not null default ''pending'' check (status <> ''''))', t, t,
                            (select string_agg(format('c%%s text', c), ', ') from generate_series(1, 17) c));
                        execute format('create index on t%%s (c1, lower(c2)) where status = ''pending''', t);
                    end loop;
                end $$""".formatted(count);
    }

    /** Reads through a connection that notes what is called on it and on its statements. */
    private static List<String> callsOfReading(Connection connection, int tables) throws SQLException {
        List<String> calls = new ArrayList<>();
        Connection noting = noting(Connection.class, connection, calls);
        assertThat(CatalogReader.read(noting, List.of("public")).tables()).hasSize(tables);
        return calls;
    }

    private static <T> T noting(Class<T> type, T real, List<String> calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            calls.add(method.getName());
            try {
                Object result = method.invoke(real, args);
                if (result instanceof PreparedStatement prepared) {
                    return noting(PreparedStatement.class, prepared, calls);
                }
                return result instanceof Statement statement ? noting(Statement.class, statement, calls) : result;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }));
    }
}
