package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Catalog;
import org.pgassay.check.Verdict;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerChoice;
import org.pgassay.postgres.server.TestServers;
import org.pgassay.spec.Spec;
import org.pgassay.verify.SchemaMutants.Mutant;

/** Changes a schema in one place after the other, and collects the changes that its spec does not notice, or not name. */
final class Survivors {

    private final PostgresServer server = TestServers.shared();

    private final Spec spec;

    private final String schema;

    /**
     * Of a schema.
     *
     * @param schema the SQL that makes it in an empty database
     */
    Survivors(Path spec, String schema) {
        this.spec = Families.reader().read(spec);
        this.schema = schema;
    }

    /**
     * What survives.
     *
     * @param step 1 for every mutant, 37 for each 37th
     */
    List<String> among(int step) throws Exception {
        List<String> survivors = new ArrayList<>();
        try (Databases databases = new Databases(server)) {
            // The schema may grant it something.
            String application = spec.roles().application();
            if (application != null) {
                databases.ensureRole(application);
            }
            Database template = databases.create(null);
            Catalog catalog;
            try (Connection connection = template.open();
                    Statement statement = connection.createStatement()) {
                statement.execute(schema);
                // A column of a table with rows cannot lose its values.
                statement.execute("delete from alembic_version");
                catalog = CatalogReader.read(connection, List.of("public"));
            }
            List<Mutant> mutants = SchemaMutants.of(catalog);
            assertThat(mutants).hasSizeGreaterThan(1000);
            for (int i = 0; i < mutants.size(); i += step) {
                survivor(mutants.get(i), databases, template).ifPresent(survivors::add);
            }
        }
        return survivors;
    }

    private Optional<String> survivor(Mutant mutant, Databases databases, Database template) throws Exception {
        try (Database clone = databases.cloneOf(template)) {
            try (Connection connection = clone.open();
                    Statement statement = connection.createStatement()) {
                statement.execute(mutant.sql());
            }
            VerifyOptions defaults = VerifyOptions.defaults();
            ServerChoice choice = ServerChoice.parse(TestServers.adminUrl(server, clone));
            VerifyOptions options = new VerifyOptions(
                    Optional.of(choice), Optional.empty(), true, false, defaults.only(), defaults.shard(), 1);
            Report report;
            try (ServerPool pool = new ServerPool()) {
                report = new Verifier(pool, options, Progress.silent()).verify(spec, new Timings());
            }
            boolean named = report.failures().stream()
                    .anyMatch(result -> result.finding().verdict() == Verdict.FAILED
                            && mutant.isNamedBy(result.finding().subject())
                            && !result.finding().check().startsWith("claim/"));
            return report.verdict() == Report.Overall.REJECTED && named
                    ? Optional.empty()
                    : Optional.of(mutant + " -> " + report.verdict() + " " + Trial.failures(report));
        }
    }
}
