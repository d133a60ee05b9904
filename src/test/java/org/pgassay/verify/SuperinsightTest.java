package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.check.Check;
import org.pgassay.check.Verdict;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.ServerChoice;
import org.pgassay.postgres.server.TestServers;

/** The third real system: 28 revisions in many branches, as they should be and as they were delivered. */
class SuperinsightTest {

    private static final Path FOLDER = Path.of("schema-specs/superinsight");

    private static final Path DELIVERED = Path.of("src/test/resources/superinsight/as-delivered");

    private static final List<String> WITH_25_TABLES = List.of(
            "documents",
            "tasks",
            "billing",
            "quality",
            "audit",
            "business-logic",
            "data-sync",
            "data-quality",
            "users");

    private static final List<String> WITH_ALL_TABLES =
            List.of("rbac", "quality-workflow", "llm-integration", "text-to-sql", "workspaces", "version-lineage");

    @TempDir
    private Path folder = Path.of("");

    /** With real Alembic it is verified among the projects; here are the oldest and the newest server. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theRightSchemaIsVerifiedFromTheSqlThatAlembicPrinted(int major) throws Exception {
        Report report = project()
                .verify(spec().replace("  runner: alembic\n", "  runner: alembic\n  command: offline\n"), on(major));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(report.totals())
                .containsEntry("tables", 66L)
                .containsEntry("revisions", 28L)
                .containsEntry("foreign-keys", 111L);
        assertThat(report.features())
                .hasSize(WITH_25_TABLES.size() + WITH_ALL_TABLES.size())
                .allSatisfy(feature -> assertThat(feature.missing()).isEmpty());
    }

    /** What Alembic does by itself is one order of many; here the branches come one after the other, the last ones first. */
    @Test
    void theBranchesMakeTheSameSchemaInAnotherOrder() throws Exception {
        assumeTrue(Alembic.installed(), "Alembic is not installed");

        try (ScratchDatabase branchwise = ScratchDatabase.on(18);
                ScratchDatabase printed = ScratchDatabase.on(18)) {
            for (String revision : List.of(
                    "000_core_tables",
                    "001_add_multi_tenant_support",
                    "20260113_security",
                    "002_optimize_tenant_indexes",
                    "003_add_workspace_columns",
                    "012_add_admin_config",
                    "cf61a2f229a1",
                    "20260113_mtw",
                    "006_add_rbac_tables",
                    "heads")) {
                upgrade(FOLDER.resolve("migrations"), branchwise, revision);
            }
            printed.run(Files.readString(FOLDER.resolve("offline/upgrade.sql")));

            assertThat(fingerprint(branchwise)).isEqualTo(fingerprint(printed));
        }
    }

    @Test
    void thePartlyAppliedStateIsRejectedAndTheFeaturesThatWorkAreNamed() throws Exception {
        try (ScratchDatabase partial = ScratchDatabase.on(18).run(read("partial.sql"))) {
            Report report = project().verify(spec(), asItStands(partial));

            assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
            assertThat(report.totals()).containsEntry("tables", 25L);
            assertThat(features(report, Verdict.PASSED)).isEqualTo(WITH_25_TABLES);
            assertThat(features(report, Verdict.FAILED)).isEqualTo(WITH_ALL_TABLES);
            assertThat(report.claims().stream()
                            .filter(claim -> claim.verdict() != Verdict.PASSED)
                            .map(Report.ClaimResult::says))
                    .containsExactlyElementsOf(read("untrue-claims.txt").lines().toList());
        }
    }

    @Test
    void whatIsPendingAppliesToThePartlyAppliedState() throws Exception {
        assumeTrue(Alembic.installed(), "Alembic is not installed");

        try (ScratchDatabase partial = ScratchDatabase.on(18).run(read("partial.sql"))) {
            partial.run("insert into users (id, username, email, password_hash, tenant_id)"
                    + " values (gen_random_uuid(), 'a', 'a@b', 'x', 'a tenant')");
            upgrade(FOLDER.resolve("migrations"), partial, "heads");

            Report report = project().verify(spec(), asItStands(partial));

            assertThat(features(report, Verdict.PASSED))
                    .containsAll(WITH_25_TABLES)
                    .containsAll(WITH_ALL_TABLES);
        }
    }

    /** Two branches make the same tables: Alembic comes to 006_add_rbac_tables last. */
    @Test
    void theDeliveredRevisionsAreRejectedWithTheRevisionThatFailsAndTheRootThatIsTooMany() throws Exception {
        assumeTrue(Alembic.installed(), "Alembic is not installed");

        Report report = project()
                .copy(DELIVERED)
                .verify(spec(), checking(check -> check.id().startsWith("revision/")));

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(Trial.finding(report, "migration/applies", "006_add_rbac_tables")
                        .message())
                .contains("relation \"roles\" already exists");
        assertThat(Trial.finding(report, "revision/roots", "roots").message()).contains("001_add_tenant_id_fields");
        assertThat(Trial.finding(report, "revision/roots", "roots").verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void theDeliveredTenantFieldsCanRunBeforeTheirTables() throws Exception {
        assumeTrue(Alembic.installed(), "Alembic is not installed");
        project().copy(DELIVERED);

        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            assertThatThrownBy(() -> upgrade(folder.resolve("migrations"), database, "002_optimize_tenant_indexes"))
                    .hasMessageContaining("relation \"business_rules\" does not exist");
        }
    }

    /** Why env.py leaves out what 2f6b0cbeb30c names without need. */
    @Test
    void alembicTripsOverTheRedundantParent() throws Exception {
        assumeTrue(Alembic.installed(), "Alembic is not installed");
        Trial trial = project().write("migrations/env.py", read("migrations/env.py"));

        Report report = trial.verify(spec(), checking(check -> false));

        assertThat(Trial.finding(report, "migration/applies", "2f6b0cbeb30c").message())
                .contains("KeyError: 'add_business_logic_001'");
    }

    private Trial project() {
        return new Trial(folder).copy(FOLDER);
    }

    private static String spec() throws Exception {
        return Files.readString(FOLDER.resolve("superinsight.yaml"));
    }

    private static String read(String file) throws Exception {
        return Files.readString(DELIVERED.resolve(file));
    }

    private static List<String> features(Report report, Verdict verdict) {
        return report.features().stream()
                .filter(feature -> feature.verdict() == verdict)
                .map(FeatureResult::name)
                .toList();
    }

    private static VerifyOptions on(int major) {
        return VerifyOptions.defaults().onPostgres(major);
    }

    private static VerifyOptions checking(Predicate<Check> chosen) {
        VerifyOptions defaults = VerifyOptions.defaults();
        return defaults.checking(chosen, defaults.shard());
    }

    private static VerifyOptions asItStands(ScratchDatabase database) throws SQLException {
        VerifyOptions defaults = VerifyOptions.defaults();
        ServerChoice choice = ServerChoice.parse(TestServers.adminUrl(database.connection()));
        return new VerifyOptions(
                Optional.of(choice), Optional.empty(), false, false, defaults.only(), defaults.shard(), 1);
    }

    private static void upgrade(Path project, ScratchDatabase database, String revision) throws Exception {
        Alembic.run(project, Map.of("DATABASE_URL", Alembic.url(database)), "upgrade", revision);
    }

    private static String fingerprint(ScratchDatabase database) throws SQLException {
        return Fingerprint.of(CatalogReader.read(database.connection(), List.of("public")));
    }
}
