package org.pgassay.verify;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.postgres.server.Databases;
import org.pgassay.rehearsal.Rows;
import org.pgassay.rehearsal.Stage;
import org.pgassay.spec.Spec;

/** Sets the stage for rehearsals. */
final class Stages {

    private Stages() {}

    /** What the revisions of a spec are rehearsed with; nothing where none were run, or no check asks for it. */
    static Optional<Stage> of(Spec spec, Subject subject, Databases databases, Timings timings) {
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
                Set.of(),
                rows(spec),
                timings::add));
    }

    private static Rows rows(Spec spec) {
        return (connection, catalog, tables, rows) -> {
            throw new IllegalStateException(spec.id());
        };
    }
}
