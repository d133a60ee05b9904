package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;

/** The Alembic projects among the systems: what Alembic itself makes of them, and the SQL that it printed once. */
class AlembicProjectsTest {

    private static final int MAJOR = 18;

    /** A project, and the revision that it ends with. */
    enum Project {
        NABAVKIDATA("nabavkidata", "20251123_220000"),
        KONTALI("kontali-erp-alembic", "001"),
        SUPERINSIGHT("superinsight", "merge_2026_01_16");

        private final String system;
        private final String head;

        Project(String system, String head) {
            this.system = system;
            this.head = head;
        }

        private Path folder() {
            return Path.of("schema-specs", system);
        }

        private Path spec() {
            return folder().resolve(system + ".yaml");
        }

        private Path migrations() {
            return folder().resolve("migrations");
        }

        private String committed(String direction) throws Exception {
            return Files.readString(folder().resolve("offline/" + direction + ".sql"));
        }

        /** An empty database on a server that has the role of the application: the revisions may grant it something. */
        private ScratchDatabase database() throws SQLException {
            ScratchDatabase database = ScratchDatabase.on(MAJOR);
            String application = Families.reader().read(spec()).roles().application();
            return application == null ? database : database.role(application);
        }

        /** In one order: that in which Alembic prints the rows of a merge is otherwise another in each process. */
        private String alembic(String... arguments) throws Exception {
            return Alembic.run(migrations(), Map.of("PYTHONHASHSEED", "0"), arguments);
        }
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    void theCommittedSqlIsWhatAlembicPrintsToday(Project project) throws Exception {
        Alembic.require();

        assertThat(project.alembic("upgrade", "head", "--sql")).isEqualTo(project.committed("upgrade"));
        assertThat(project.alembic("downgrade", project.head + ":base", "--sql"))
                .isEqualTo(project.committed("downgrade"));
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    void theHistoryHasOneHead(Project project) throws Exception {
        Alembic.require();

        // A label of one of its branches may stand between.
        assertThat(project.alembic("heads").strip()).matches(project.head + "( \\(\\w+\\))? \\(head\\)");
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    void alembicAndItsSqlMakeTheSameSchema(Project project) throws Exception {
        Alembic.require();

        try (ScratchDatabase migrated = project.database();
                ScratchDatabase offline = ScratchDatabase.on(MAJOR)) {
            Map<String, String> environment = Map.of("DATABASE_URL", Alembic.url(migrated));
            Alembic.run(project.migrations(), environment, "upgrade", "head");
            offline.run(project.committed("upgrade"));

            assertThat(catalog(migrated).tables()).hasSizeGreaterThan(16);
            assertThat(fingerprint(migrated)).isEqualTo(fingerprint(offline));
        }
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    void alembicUndoesAllButItsOwnTable(Project project) throws Exception {
        Alembic.require();

        try (ScratchDatabase undone = project.database();
                ScratchDatabase versioned = ScratchDatabase.on(MAJOR)) {
            versioned.run("create table alembic_version"
                    + " (version_num varchar(32) not null, constraint alembic_version_pkc primary key (version_num))");
            Map<String, String> environment = Map.of("DATABASE_URL", Alembic.url(undone));
            Alembic.run(project.migrations(), environment, "upgrade", "head");
            Alembic.run(project.migrations(), environment, "downgrade", "base");

            assertThat(fingerprint(undone)).isEqualTo(fingerprint(versioned));
        }
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    void theCommittedSqlUndoesEverything(Project project) throws Exception {
        try (ScratchDatabase undone = project.database();
                ScratchDatabase empty = ScratchDatabase.on(MAJOR)) {
            undone.run(project.committed("upgrade"));
            assertThat(fingerprint(undone)).isNotEqualTo(fingerprint(empty));

            undone.run(project.committed("downgrade"));

            assertThat(fingerprint(undone)).isEqualTo(fingerprint(empty));
        }
    }

    @Test
    void kontaliInAlembicIsKontaliInSql() throws Exception {
        try (ScratchDatabase alembic = Project.KONTALI.database();
                ScratchDatabase sql = ScratchDatabase.on(MAJOR)) {
            alembic.run(Project.KONTALI.committed("upgrade"));
            sql.run(Files.readString(KontaliTest.SPEC.resolveSibling("migrations/001_initial_schema.sql")));

            assertThat(fingerprint(alembic)).isEqualTo(fingerprint(sql));
        }
    }

    /** The spec of the schema does not ask who made it. */
    @Test
    void theWholeSpecOfKontaliHoldsOfItsAlembicForm(@TempDir Path folder) throws Exception {
        String spec = Files.readString(KontaliTest.SPEC);
        String overAlembic =
                spec.replace("migrations: {runner: sql, path: migrations}", "migrations:" + byAlembic(Project.KONTALI));
        assertThat(overAlembic).isNotEqualTo(spec);

        // The graph is read from the Python files, the schema from what they do.
        Report report = new Trial(folder).verify(overAlembic);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(report.fingerprint())
                .isEqualTo(
                        Trial.verify(KontaliTest.SPEC, VerifyOptions.defaults()).fingerprint());
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    @Tag("long")
    void aSpecIsVerifiedAlikeByAlembicAndByItsSql(Project project, @TempDir Path folder) throws Exception {
        Alembic.require();

        Report real = Trial.verify(project.spec(), VerifyOptions.defaults());
        String spec = Files.readString(project.spec());
        String withoutAlembic = spec.replaceFirst("(?m)^migrations:$", "migrations:\n  command: no-alembic-here");
        assertThat(withoutAlembic).isNotEqualTo(spec);
        Report offline = new Trial(folder).copy(project.folder()).verify(withoutAlembic);

        for (Report report : List.of(real, offline)) {
            assertThat(Trial.failures(report)).isEmpty();
            assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        }
        assertThat(offline.fingerprint()).isEqualTo(real.fingerprint());
    }

    /** The migrations of a spec that lies elsewhere. */
    private static String byAlembic(Project project) {
        Path folder = project.folder().toAbsolutePath();
        return """

                  runner: alembic
                  path: "%1$s/migrations"
                  offline: {upgrade: "%1$s/offline/upgrade.sql", downgrade: "%1$s/offline/downgrade.sql"}
                """.formatted(folder);
    }

    private static Catalog catalog(ScratchDatabase database) throws SQLException {
        return CatalogReader.read(database.connection(), List.of("public"));
    }

    private static String fingerprint(ScratchDatabase database) throws SQLException {
        return Fingerprint.of(catalog(database));
    }
}
