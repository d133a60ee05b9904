package org.pgassay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.plan.StatisticsFile;
import org.pgassay.postgres.catalog.ScratchDatabase;

/** What {@code pgassay statistics} prints is run in production, and what that gives is what a spec's {@code statistics} reads. */
class StatisticsCommandTest {

    private static final String TABLES = """
            create table orders (id bigint primary key, kind text not null, placed_at timestamptz not null);
            create index ix_orders_kind on orders (lower(kind));
            create table other_things (secret text);
            """;

    private static final String SPEC = """
            spec: from-production
            migrations: {runner: sql, path: migrations}
            queryPlans:
              of-a-kind:
                sql: select id from orders where lower(kind) = 'kind7'
                statistics: statistics.sql
                expect: {uses: ix_orders_kind, no: [seq-scan]}
              all-of-most:
                sql: select id from orders where kind = 'KIND1'
                statistics: statistics.sql
                expect: {maxRows: 20_000}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String export(ScratchDatabase production, String... options) throws SQLException {
        String[] words = new String[options.length + 1];
        words[0] = "statistics";
        System.arraycopy(options, 0, words, 1, options.length);
        Call call = Call.of(words);
        assertThat(call.exit()).isZero();
        StringBuilder file = new StringBuilder();
        try (Statement statement = production.connection().createStatement();
                ResultSet row = statement.executeQuery(call.out())) {
            while (row.next()) {
                file.append(row.getString(1)).append('\n');
            }
        }
        return file.toString();
    }

    private static ScratchDatabase production(int major) throws SQLException {
        return ScratchDatabase.on(major)
                .run(TABLES)
                .run("insert into orders select i, 'KIND' || sqrt(i)::int, now() from generate_series(1, 20000) i;"
                        + " insert into other_things values ('x'), ('x')")
                .run("analyze");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatProductionAnswersVerifies(int major) throws SQLException, IOException {
        try (ScratchDatabase production = production(major)) {
            Files.writeString(folder.resolve("statistics.sql"), export(production, "--tables", "ord*"));
        }
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/001.sql"), TABLES);
        Files.writeString(folder.resolve("spec.yaml"), SPEC);

        Call call = Call.of(
                "verify",
                folder.resolve("spec.yaml").toString(),
                "--reports",
                folder.resolve("reports").toString(),
                "--quiet");

        assertThat(call.exit()).as(call.out() + call.err()).isZero();
        assertThat(Files.readString(folder.resolve("reports/from-production/report.md")))
                .contains("With the sizes in the file of statistics, simulated");
    }

    @Test
    void tablesAreChosenAndValuesLeftOut() throws SQLException {
        try (ScratchDatabase production = production(18)) {
            String orders = export(production, "--tables", "public.orders");
            assertThat(orders).contains("KIND141", "ix_orders_kind", "orders_pkey").doesNotContain("other_things");
            assertThat(export(production)).contains("other_things");
            // A dot is one, and not any character.
            assertThat(export(production, "--tables", "public?orders", "--tables", "other.things"))
                    .contains("orders")
                    .doesNotContain("other_things");

            String bare = export(production, "--tables", "orders", "--without-values");
            assertThat(bare).doesNotContain("KIND", "kind1", "most_common_vals", "histogram_bounds");
            assertThat(StatisticsFile.read(bare).attributes()).hasSize(4);
            assertThat(export(production, "--tables", "orders", "--without", "kind"))
                    .doesNotContain("KIND")
                    .contains("kind141");
        }
    }

    @Test
    void whoRunsItReadsFirstThatValuesLeave() {
        assertThat(Call.of("statistics").out()).contains("VALUES OUT OF ROWS ARE PART OF WHAT IT WRITES");
        assertThat(Call.of("statistics", "--without", "email").out()).contains("-- but for: email");
        assertThat(Call.of("statistics", "--without-values").out())
                .contains("No value out of a row is part of what it writes")
                .doesNotContain("VALUES OUT OF ROWS");
    }
}
