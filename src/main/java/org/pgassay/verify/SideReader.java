package org.pgassay.verify;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.server.VersionRange;
import org.pgassay.diff.Side;
import org.pgassay.migration.ToolUnavailableException;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.ExternalServer;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerUnavailableException;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.verify.dump.DumpException;
import org.pgassay.verify.dump.DumpRestore;
import org.pgassay.verify.dump.RestoredDump;

/**
 * Reads the sides of a comparison. A database behind a URL is read in one read-only transaction and nothing is written
 * there; specs and dumps become databases on servers of pgAssay's own, which are dropped again.
 */
public final class SideReader {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final ServerPool servers;
    private final VerifyOptions options;
    private final Progress progress;

    /**
     * A reader that takes its servers from the pool.
     *
     * @param options of which the server's version counts, for servers of pgAssay's own
     */
    public SideReader(ServerPool servers, VerifyOptions options, Progress progress) {
        this.servers = servers;
        this.options = options;
        this.progress = progress;
    }

    /** Two sides that can be compared. */
    public record Pair(Side left, Side right) {}

    /**
     * Reads both sides in the same schemas: those named; otherwise those that a spec or a fingerprint is about, if one side
     * is such;
     * otherwise all that either has.
     *
     * @param schemas which to read; empty for these
     * @throws SchemaException if a side cannot be read; the message says why, and holds no password
     * @throws org.pgassay.spec.SpecException if a spec cannot be read
     */
    public Pair read(SideSource left, SideSource right, List<String> schemas) {
        // What can be made on any version follows what cannot.
        boolean swapped = isMade(left) && !isMade(right);
        SideSource one = swapped ? right : left;
        SideSource other = swapped ? left : right;
        try (OpenSide first = guarded(one, () -> open(one, options.postgres()));
                OpenSide second = guarded(other, () -> open(other, Optional.of(first.version())))) {
            List<String> scope = schemas.isEmpty() ? scope(one, first, other, second) : schemas;
            boolean twins = left.label().equals(right.label());
            Side read = guarded(one, () -> first.read(label(one, twins, swapped), scope));
            Side also = guarded(other, () -> second.read(label(other, twins, !swapped), scope));
            refuseUnknown(schemas, read, also);
            Side near = guarded(one, () -> Respelling.on(also.majorVersion(), read, servers));
            Side far = guarded(other, () -> Respelling.on(read.majorVersion(), also, servers));
            return swapped ? new Pair(far, near) : new Pair(near, far);
        }
    }

    /**
     * Reads one side as a version prints it, if it is not newer.
     *
     * @param major the version
     * @throws SchemaException if it cannot be read
     * @throws org.pgassay.spec.SpecException if a spec cannot be read
     */
    Side read(SideSource source, int major, List<String> schemas) {
        try (OpenSide side = guarded(source, () -> open(source, Optional.of(major)))) {
            return guarded(source, () -> Respelling.on(major, side.read(source.label(), schemas), servers));
        }
    }

    private static boolean isMade(SideSource source) {
        return source instanceof SideSource.SpecFile || source instanceof SideSource.Dump;
    }

    private static String label(SideSource source, boolean twins, boolean right) {
        return source.label() + (twins ? right ? " (right)" : " (left)" : "");
    }

    private static void refuseUnknown(List<String> schemas, Side left, Side right) {
        Set<String> there = new TreeSet<>(left.catalog().schemas());
        there.addAll(right.catalog().schemas());
        for (String schema : schemas) {
            if (!there.contains(schema)) {
                throw new SchemaException("neither side has a schema " + schema + ". Correct --schema.", false);
            }
        }
    }

    private static List<String> scope(SideSource one, OpenSide first, SideSource other, OpenSide second) {
        Set<String> stated = new TreeSet<>();
        for (OpenSide side : List.of(first, second)) {
            @Nullable List<String> scope = side.scope();
            if (scope != null) {
                stated.addAll(scope);
            }
        }
        if (!stated.isEmpty()) {
            return List.copyOf(stated);
        }
        Set<String> all = new TreeSet<>(guarded(one, first::allSchemas));
        all.addAll(guarded(other, second::allSchemas));
        return List.copyOf(all);
    }

    private OpenSide open(SideSource source, Optional<Integer> major) throws SQLException {
        if (source instanceof SideSource.SpecFile file) {
            Spec spec = Families.reader().read(file.file());
            return migrated(spec, major);
        }
        if (source instanceof SideSource.FingerprintFile file) {
            return FileSide.read(file.file());
        }
        if (source instanceof SideSource.Dump dump) {
            return restored(dump, major);
        }
        SideSource.Url url = (SideSource.Url) source;
        progress.phase("reading " + url.label());
        PostgresServer server = ExternalServer.connect(url.server().url(), false);
        Databases databases = new Databases(server);
        return new DatabaseSide(server, databases::close, databases.existing(server.initialDatabase()), List.of());
    }

    /** The database that a spec's migrations make, on the version asked for if the spec allows it. */
    private OpenSide migrated(Spec spec, Optional<Integer> major) {
        SourceText range = spec.postgres().version();
        boolean taken = major.isPresent()
                && ServerPool.faultOf(major.get()).isEmpty()
                && (range == null || VersionRange.parse(range.text()).accepts(major.get()));
        VerifyOptions chosen =
                taken ? VerifyOptions.defaults().onPostgres(major.orElseThrow()) : VerifyOptions.defaults();
        progress.phase("starting PostgreSQL");
        return new MigratedSide(spec, chosen, servers.server(spec, chosen), progress);
    }

    /** A dump is restored where what is compared with it is, if that is a version that there is. */
    private OpenSide restored(SideSource.Dump dump, Optional<Integer> major) throws SQLException {
        try {
            RestoredDump restored = new DumpRestore(servers, progress)
                    .restore(
                            dump.file(),
                            major.filter(each -> ServerPool.faultOf(each).isEmpty()));
            List<String> losses = restored.losses().stream()
                    .map(each -> each.text(dump.label()))
                    .toList();
            return new DatabaseSide(restored.server(), restored::close, restored.database(), losses);
        } catch (DumpException e) {
            throw new SchemaException(String.valueOf(e.getMessage()), false);
        }
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    private static <T> T guarded(SideSource source, Reading<T> reading) {
        try {
            return reading.read();
        } catch (ServerUnavailableException e) {
            throw new SchemaException(String.valueOf(e.getMessage()), !e.missing());
        } catch (ToolUnavailableException e) {
            throw new SchemaException(String.valueOf(e.getMessage()), false);
        } catch (SQLException e) {
            throw INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                    ? new SchemaException(
                            source.label() + ": this login may not read all of PostgreSQL's catalogs: "
                                    + Passwords.removed(e) + ". Nothing was compared. Use a login that may.",
                            true)
                    : new SchemaException(source.label() + ": the database broke off: " + Passwords.removed(e), true);
        }
    }
}
