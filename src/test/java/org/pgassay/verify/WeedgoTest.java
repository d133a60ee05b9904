package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Verdict;
import org.pgassay.migration.NaturalOrder;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.TestServers;

/** The fifth real system: a base and eight stages, as they should be and as they were delivered. */
class WeedgoTest {

    private static final Path FOLDER = Path.of("schema-specs/weedgo");

    private static final Path FIXTURES = Path.of("src/test/resources/weedgo");

    private static final String ERRORS = """
            errors: [{code: 42883, object: user_role_simple, says: users.role is of another type},
                     {code: 42P07, object: unique_wishlist_item, says: stage 7 has built the index}]""";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {16, 17})
    @Tag("long")
    void theRightSchemaIsVerifiedOnItsVersions(int major) {
        Report report = Trial.verify(
                FOLDER.resolve("weedgo.yaml"), VerifyOptions.defaults().onPostgres(major));

        assertThat(Trial.failures(report)).allMatch(each -> each.startsWith("WAIVED "));
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(report.totals())
                .containsEntry("tables", 124L)
                .containsEntry("sequences", 7L)
                .containsEntry("foreign-keys", 162L);
        assertThat(report.results().stream()
                        .filter(result -> result.finding().check().equals("behaviour/insertable"))
                        .filter(result -> result.finding().verdict() == Verdict.PASSED))
                .as("rows go into every table without one being written by hand")
                .hasSize(124);
    }

    @Test
    @Tag("long")
    void theDeliveredStageFailsForTheTypeOfTheRoles() throws Exception {
        Report report = delivered().verify(deliveredSpec(""), options("migration/applies"));

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(Trial.finding(report, "migration/applies", "constraints").message())
                .contains("42883", "user_role = user_role_simple");
        assertThat(Trial.failures(report)).containsExactly("FAILED migration/applies constraints");
    }

    @Test
    @Tag("long")
    void theDeliveredStateIsRejectedWithTheClaimsThatAreUntrue() throws Exception {
        Report report = delivered()
                .verify(
                        deliveredSpec(", " + ERRORS.replaceAll("\\s+", " ")),
                        options("migration/applies", "stage/errors", "claim/measure", "index/definition"));

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(report.claims().stream()
                        .filter(claim -> claim.verdict() == Verdict.FAILED)
                        .map(Report.ClaimResult::says))
                .containsExactlyElementsOf(Files.readAllLines(FIXTURES.resolve("as-delivered/untrue-claims.txt")));
        assertThat(Trial.failures(report))
                .contains(
                        "FAILED index/definition unique_default_billing_per_user",
                        "FAILED index/definition unique_default_delivery_per_user")
                .noneMatch(failure -> failure.contains("migration/applies") || failure.contains("stage/errors"));
    }

    @Test
    @Tag("long")
    void theFunctionsDoWhatTheirNamesSay() throws Exception {
        try (ScratchDatabase database = migrated()) {
            database.run(Files.readString(FIXTURES.resolve("functions.sql")));
        }
    }

    @Test
    @Tag("long")
    void noMoreTokensAreTakenThanABucketHolds() throws Exception {
        try (ScratchDatabase database = migrated()) {
            database.run(
                    "insert into agi_rate_limit_rules (name, scope, strategy, limit_value, window_seconds, burst_size)"
                            + " values ('search', 'user', 'token_bucket', 1, 86400, 20)");
            ExecutorService callers = Executors.newFixedThreadPool(8);
            try {
                String url = TestServers.adminUrl(database.connection());
                List<Future<Integer>> taken = new ArrayList<>();
                for (int caller = 0; caller < 8; caller++) {
                    taken.add(callers.submit(() -> take(url, 10)));
                }
                int all = 0;
                for (Future<Integer> each : taken) {
                    all += each.get();
                }
                assertThat(all).isEqualTo(20);
            } finally {
                callers.shutdownNow();
            }
        }
    }

    private static int take(String url, int calls) throws Exception {
        int taken = 0;
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement call = connection.prepareStatement("select agi_take_tokens('search', 'u1')")) {
            for (int i = 0; i < calls; i++) {
                try (ResultSet rows = call.executeQuery()) {
                    rows.next();
                    taken += rows.getBoolean(1) ? 1 : 0;
                }
            }
        }
        return taken;
    }

    /** The migrations, run by themselves. */
    private static ScratchDatabase migrated() throws Exception {
        ScratchDatabase database = ScratchDatabase.on(18);
        for (String stage : stages()) {
            try (Stream<Path> files = Files.list(FOLDER.resolve("migrations").resolve(stage))) {
                for (Path file : files.sorted((one, other) -> NaturalOrder.INSTANCE.compare(
                                one.getFileName().toString(),
                                other.getFileName().toString()))
                        .toList()) {
                    // What one transaction runs cannot be concurrent.
                    database.run(Files.readString(file).replace("index concurrently ", "index "));
                }
            }
        }
        return database;
    }

    private static List<String> stages() {
        return Stream.concat(
                        Stream.of("base"),
                        Stream.iterate(1, stage -> stage + 1).limit(9).map(stage -> "stage" + stage))
                .toList();
    }

    /** Without the ninth stage, and with the faults of the other eight. */
    private Trial delivered() throws IOException {
        Trial trial = new Trial(folder).copy(FOLDER);
        String indexes = Files.readString(FOLDER.resolve("migrations/stage7/02_tenants.sql"));
        String constraints = Files.readString(FOLDER.resolve("migrations/stage8/01_add.sql"));
        return trial.write(
                        "migrations/base/12_roles_of_users.sql",
                        Files.readString(FIXTURES.resolve("as-delivered/12_roles_of_users.sql")))
                .write(
                        "migrations/stage7/02_tenants.sql",
                        indexes.replace(
                                "create unique index concurrently if not exists unique_default_",
                                "create index concurrently if not exists unique_default_"))
                .write(
                        "migrations/stage8/01_add.sql",
                        constraints.replaceAll(
                                "(?s)select pg_temp\\.add_constraint\\('\\w+', '(users_tenant_required|unique_wishlist_item)'.*?\\);\n",
                                ""))
                .write(
                        "migrations/stage8/03_two_more.sql",
                        Files.readString(FIXTURES.resolve("as-delivered/03_two_more.sql")));
    }

    private static String deliveredSpec(String errors) throws IOException {
        return Files.readString(FOLDER.resolve("weedgo.yaml"))
                .replaceFirst("(?m)^    - \\{name: guards, .*\n", "")
                .replaceFirst(
                        "(\\{name: constraints, files: \\[\"stage8/\\*\\.sql\"\\], transaction: statement)",
                        "$1" + errors);
    }

    private static VerifyOptions options(String... checks) {
        VerifyOptions defaults = VerifyOptions.defaults();
        return defaults.checking(CheckFilter.of(List.of(checks)), defaults.shard());
    }
}
