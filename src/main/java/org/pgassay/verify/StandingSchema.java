package org.pgassay.verify;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Namespace;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.ToolUnavailableException;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerUnavailableException;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Sources;
import org.pgassay.spec.Spec;

/** Reads the schema that migrations make, or that a database has, before there is a spec of it. */
public final class StandingSchema {

    private static final String PUBLIC = "public";

    private final ServerPool servers;
    private final VerifyOptions options;
    private final Progress progress;

    /** A reader that takes its servers from the pool. */
    public StandingSchema(ServerPool servers, VerifyOptions options, Progress progress) {
        this.servers = servers;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Where a schema comes from.
     *
     * @param id of the spec that will state it
     * @param file where that spec will stand: paths are relative to its folder
     * @param migrations the folder of the migrations; empty for a database that is read as it stands
     */
    public record Source(
            String id,
            Path file,
            Optional<String> migrations,
            String runner,
            Optional<String> owner,
            Optional<String> application,
            Optional<String> setup,
            List<String> extensions) {

        private Spec spec() {
            Location here = new Location(file.toString(), 1, 1);
            Spec.Migrations.Runner tool = migrations.isEmpty()
                    ? Spec.Migrations.Runner.NONE
                    : Spec.Migrations.Runner.valueOf(runner.toUpperCase(Locale.ROOT));
            return new Spec(
                    id,
                    id,
                    Path.of(file.getFileName().toString()),
                    here,
                    new Spec.Postgres(
                            here,
                            null,
                            extensions.stream().map(each -> text(here, each)).toList(),
                            null),
                    List.of(PUBLIC),
                    new Spec.Migrations(
                            here,
                            tool,
                            migrations.map(each -> text(here, fromHere(each))).orElse(null)),
                    new Spec.Roles(
                            here,
                            owner.orElse(null),
                            application.orElse(null),
                            setup.map(each -> text(here, fromHere(each))).orElse(null)),
                    List.of(),
                    Map.of(),
                    new Node.Mapping(here, Map.of()),
                    new Sources());
        }

        /** A path for the working folder: that of the spec may not be there before the spec is. */
        private String fromHere(String path) {
            Path working = Path.of("").toAbsolutePath();
            return working.relativize(working.resolve(file).resolveSibling(path).normalize())
                    .toString();
        }

        private static SourceText text(Location here, String text) {
            return new SourceText(new Node.Scalar(here, text, Node.Scalar.Type.TEXT, false, 0));
        }
    }

    /**
     * A schema as it was found.
     *
     * @param schemas in the order in which they were asked for; {@code public} first where nothing was
     * @param catalog with every name qualified
     * @param printed the same with names as short as the {@code search_path} of its schemas allows
     * @param migrator the role that ran the migrations, or that read the database
     */
    public record Found(List<String> schemas, Catalog catalog, Catalog printed, String migrator, int majorVersion) {}

    /**
     * Reads.
     *
     * @param source where it comes from
     * @param schemas which to read; empty for all that the database has
     * @throws SchemaException if there is no server, the migrations do not apply, or there is nothing to read
     * @throws org.pgassay.spec.SpecException if the migrations cannot be read
     */
    public Found read(Source source, List<String> schemas) {
        try {
            return found(source.spec(), schemas);
        } catch (ServerUnavailableException e) {
            throw new SchemaException(String.valueOf(e.getMessage()), !e.missing());
        } catch (ToolUnavailableException e) {
            throw new SchemaException(String.valueOf(e.getMessage()), false);
        } catch (SQLException e) {
            throw new SchemaException("The database broke off: " + Passwords.removed(e), true);
        }
    }

    private Found found(Spec spec, List<String> schemas) throws SQLException {
        Preparation preparation = new Preparation(spec, options, progress);
        Optional<MigrationRunner> runner = preparation.runner();
        progress.phase("starting PostgreSQL");
        PostgresServer server = servers.server(spec, options);
        try (Databases databases = new Databases(server)) {
            boolean standing = preparation.asItStands(server);
            Subject subject = standing
                    ? preparation.standing(server, databases, runner)
                    : preparation.migrated(server, databases, runner);
            refuseIncomplete(subject, "There is no schema to write a spec of.");
            progress.phase("reading the catalog");
            try (Connection connection = subject.database().open()) {
                List<String> read = schemas.isEmpty() ? all(connection) : schemas;
                Catalog catalog = CatalogReader.read(connection, read);
                refuseMissing(read, catalog);
                Catalog printed = CatalogReader.readPrinted(connection, read);
                String owner = spec.roles().owner();
                return new Found(
                        read, catalog, printed, owner == null ? server.superuser() : owner, server.majorVersion());
            }
        }
    }

    /** Half a schema is none. */
    static void refuseIncomplete(Subject subject, String consequence) {
        if (!subject.missingExtensions().isEmpty()) {
            var missing = subject.missingExtensions().get(0);
            throw new SchemaException(
                    "the extension " + missing.name() + " cannot be created on this server: " + missing.reason()
                            + ". Name a server that has it with --database.",
                    false);
        }
        Optional<MigrationRun.Step> failed = subject.run().steps().stream()
                .filter(step -> step.state() == MigrationRun.State.FAILED)
                .findFirst();
        if (failed.isPresent()) {
            MigrationRun.Failure failure = failed.get().failure();
            throw new SchemaException(
                    "revision " + failed.get().revision().id() + " fails"
                            + (failure == null
                                    ? ""
                                    : " at " + failure.file() + ":" + failure.line() + ": " + failure.message())
                            + (failure == null || !failure.message().endsWith(".") ? "." : "")
                            + " " + consequence,
                    false);
        }
    }

    private static void refuseMissing(List<String> schemas, Catalog catalog) {
        Set<String> present = catalog.namespaces().stream().map(Namespace::name).collect(Collectors.toSet());
        for (String schema : schemas) {
            if (!present.contains(schema)) {
                Set<String> all = new TreeSet<>(present);
                all.addAll(catalog.otherSchemas());
                throw new SchemaException(
                        "there is no schema " + schema + " to state; there " + (all.size() == 1 ? "is " : "are ")
                                + String.join(", ", all) + ". Correct --schema.",
                        false);
            }
        }
    }

    /** Every schema of the database but those of the system; {@code public} first, unless it holds nothing. */
    private static List<String> all(Connection connection) throws SQLException {
        Catalog ofPublic = CatalogReader.read(connection, List.of(PUBLIC));
        List<String> schemas = new ArrayList<>(new TreeSet<>(ofPublic.otherSchemas()));
        boolean empty = ofPublic.tables().isEmpty()
                && ofPublic.views().isEmpty()
                && ofPublic.routines().isEmpty()
                && ofPublic.types().isEmpty()
                && ofPublic.sequences().isEmpty()
                && ofPublic.objects().stream().noneMatch(object -> PUBLIC.equals(object.schema()));
        if (empty && schemas.isEmpty()) {
            throw new SchemaException(
                    "there is nothing to state: no schema holds any object. Check that these are the right migrations,"
                            + " or the right database.",
                    false);
        }
        if (!ofPublic.schemas().isEmpty()) {
            schemas.add(empty ? schemas.size() : 0, PUBLIC);
        }
        return schemas;
    }
}
