package org.pgassay.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.check.claim.Totals;
import org.pgassay.check.seed.SeedFamily;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.postgres.server.Databases;
import org.pgassay.probe.Bench;
import org.pgassay.probe.TenantContext;
import org.pgassay.rehearsal.Stage;
import org.pgassay.rehearsal.SynthesisedRows;
import org.pgassay.rows.SampleRows;
import org.pgassay.rows.SampleRowsReader;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.SpecException;

/** Sets the stage for rehearsals. */
final class Stages {

    private Stages() {}

    /** What the revisions of a spec are rehearsed with; nothing where none were run, or no check asks for it. */
    static Optional<Stage> of(Spec spec, Subject subject, Databases databases, Timings timings, long seed) {
        @Nullable String migrator = subject.migrator();
        Preparation.Base base = subject.base();
        if (base == null || migrator == null || subject.runner().isEmpty()) {
            return Optional.empty();
        }
        MigrationRunner runner = subject.runner().get();
        return Optional.of(new Stage(
                subject.server(),
                databases,
                base.database(),
                base.roles(),
                runner,
                database -> Preparation.target(database, migrator),
                migrator,
                spec.roles().application(),
                spec.schemas(),
                bookkeeping(spec.migrations()),
                new SynthesisedRows(samples(spec), seed),
                catalog -> totals(subject, catalog),
                timings::add));
    }

    private static Map<String, Long> totals(Subject subject, Catalog catalog) {
        KnownEvidence evidence = new KnownEvidence(subject, LocalDate.EPOCH);
        evidence.catalog(catalog);
        return Totals.of(evidence);
    }

    /** What experiments on the migrated database are held with; nothing where it is read as it stands. */
    static Optional<Bench> bench(
            Spec spec, Subject subject, Catalog catalog, Databases databases, Timings timings, long seed) {
        @Nullable String migrator = subject.migrator();
        if (!subject.migrated() || migrator == null) {
            return Optional.empty();
        }
        return Optional.of(new Bench(
                subject.server(),
                databases,
                subject.database(),
                catalog,
                migrator,
                spec.roles().owner(),
                spec.roles().application(),
                spec.schemas(),
                TenantContext.of(spec),
                samples(spec),
                SeedFamily.plan(spec),
                seed,
                timings::add));
    }

    /** The names of the tables in which the tool writes down what it has done. */
    private static Set<String> bookkeeping(Spec.Migrations migrations) {
        SourceText named = migrations.versionTable();
        if (named != null) {
            String name = named.text();
            return Set.of(name.substring(name.lastIndexOf('.') + 1));
        }
        return switch (migrations.runner()) {
            case NONE, SQL -> Set.of();
            case ALEMBIC -> Set.of("alembic_version");
            case FLYWAY -> Set.of(migrations.settings().getOrDefault("flyway.table", "flyway_schema_history"));
            case LIQUIBASE -> Set.of("databasechangelog", "databasechangeloglock");
            case COMMAND -> Set.of("_prisma_migrations", "schema_migrations", "ar_internal_metadata", "migrations");
        };
    }

    private static SampleRows samples(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        SampleRows samples = SampleRowsReader.read(spec, problems);
        if (!problems.isEmpty()) {
            throw new SpecException(problems, spec.sources());
        }
        return samples;
    }
}
