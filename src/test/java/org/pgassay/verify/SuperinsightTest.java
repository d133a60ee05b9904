package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private static final String RBAC_AGAIN = "versions/cf61a2f229a1_add_project_roles.py";

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

    /** Each branch by the last of its revisions, or its label. */
    private static final List<String> PENDING = List.of(
            "000_core_tables",
            "001_add_multi_tenant_support",
            "002_optimize_tenant_indexes",
            "004_extend_audit_tables",
            "005_audit_storage_optimization",
            "006_add_rbac_tables",
            "007_add_audit_integrity_support",
            "012_add_admin_config",
            "20260113_mtw",
            "20260113_security",
            "2f6b0cbeb30c",
            "cf61a2f229a1",
            "merge_2026_01_16",
            "sync_pipeline",
            "text_to_sql_001",
            "version_lineage_002");

    @TempDir
    private Path folder = Path.of("");

    /** Undoing and repeating is tried among the projects, with real Alembic and with this SQL. */
    @Test
    void theRightSchemaIsVerifiedOnTheOldestServerFromTheSqlThatAlembicPrinted() throws Exception {
        Set<String> experiments = Set.of("revision/reversible", "revision/convergent");
        Report report = project()
                .verify(
                        spec().replace("  runner: alembic\n", "  runner: alembic\n  command: offline\n"),
                        checking(check -> !experiments.contains(check.id())).onPostgres(14));

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
        Alembic.require();

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
            assertThat(pending(report)).isEqualTo(PENDING);
            assertThat(report.claims().stream()
                            .filter(claim -> claim.verdict() != Verdict.PASSED)
                            .map(Report.ClaimResult::says))
                    .containsExactlyElementsOf(read("untrue-claims.txt").lines().toList());
        }
    }

    @Test
    void whatIsPendingAppliesToThePartlyAppliedState() throws Exception {
        Alembic.require();

        try (ScratchDatabase partial = ScratchDatabase.on(18).run(read("partial.sql"))) {
            partial.run("insert into users (id, username, email, password_hash, tenant_id)"
                    + " values (gen_random_uuid(), 'a', 'a@b', 'x', 'a tenant')");
            upgrade(FOLDER.resolve("migrations"), partial, "heads");

            Report report = project().verify(spec(), asItStands(partial));

            assertThat(pending(report)).isEmpty();
            assertThat(features(report, Verdict.FAILED)).isEmpty();
            assertThat(features(report, Verdict.PASSED)).hasSize(WITH_25_TABLES.size() + WITH_ALL_TABLES.size());
        }
    }

    @Test
    void theDeliveredRevisionsAreRejectedForTheOneThatRunsBeforeItsTables() throws Exception {
        Alembic.require();

        Report report = project().copy(DELIVERED).verify(spec(), ofRevisions());

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(Trial.finding(report, "migration/applies", "001_add_tenant_id_fields")
                        .message())
                .contains("relation \"business_rules\" does not exist");
        assertThat(Trial.finding(report, "revision/roots", "roots").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(Trial.finding(report, "revision/roots", "roots").message())
                .contains("9 roots")
                .contains("001_add_tenant_id_fields");
    }

    @Test
    void theDeliveredRevisionsAreRejectedForTheTablesThatTwoBranchesMake() throws Exception {
        Alembic.require();
        Trial trial = project().write("migrations/" + RBAC_AGAIN, read("migrations/" + RBAC_AGAIN));

        Report report = trial.verify(spec(), ofRevisions());

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(Trial.finding(report, "migration/applies", "006_add_rbac_tables")
                        .message())
                .contains("relation \"roles\" already exists");
    }

    /** Why env.py leaves out the parent that 2f6b0cbeb30c names without need. */
    @Test
    void alembicTripsOverTheRedundantParent() throws Exception {
        Alembic.require();
        Trial trial = project().write("migrations/env.py", read("migrations/env.py"));

        Report report = trial.verify(spec(), ofRevisions());

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(Trial.failures(report).stream().filter(failure -> failure.startsWith("FAILED migration/applies")))
                .isNotEmpty();
        assertThat(report.results().stream()
                        .map(result -> result.finding().message())
                        .filter(message -> message.contains("KeyError: add_business_logic_001")
                                || message.contains("KeyError: 'add_business_logic_001'")))
                .hasSize(1);
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

    /** The branches of which something is pending. */
    private static List<String> pending(Report report) {
        return Trial.failures(report).stream()
                .filter(failure -> failure.startsWith("FAILED revision/applied "))
                .map(failure -> failure.substring("FAILED revision/applied ".length()))
                .toList();
    }

    private static List<String> features(Report report, Verdict verdict) {
        return report.features().stream()
                .filter(feature -> feature.verdict() == verdict)
                .map(FeatureResult::name)
                .toList();
    }

    private static VerifyOptions checking(Predicate<Check> chosen) {
        VerifyOptions defaults = VerifyOptions.defaults();
        return defaults.checking(chosen, defaults.shard());
    }

    private static VerifyOptions ofRevisions() {
        return checking(
                check -> check.id().startsWith("revision/") || check.id().startsWith("migration/"));
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
