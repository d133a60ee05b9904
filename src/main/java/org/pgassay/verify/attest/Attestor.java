package org.pgassay.verify.attest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.catalog.Extension;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.diff.Comparison;
import org.pgassay.diff.Side;
import org.pgassay.diff.Spellings;
import org.pgassay.postgres.server.ExternalServer;
import org.pgassay.postgres.server.ServerUnavailableException;
import org.pgassay.verify.Passwords;
import org.pgassay.verify.Progress;
import org.pgassay.verify.ServerPool;
import org.pgassay.verify.attest.Attestation.Live;

/** Holds a database to a verified schema; nothing in it changes. */
public final class Attestor {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String PATIENCE = "10s";

    private final ServerPool servers;
    private final Progress progress;
    private final String patience;

    /** An attestor that has another version's definitions printed by servers of this pool, which the caller closes. */
    public Attestor(ServerPool servers, Progress progress) {
        this(servers, progress, PATIENCE);
    }

    /** The same with another limit for waiting for a lock. */
    Attestor(ServerPool servers, Progress progress, String patience) {
        this.servers = servers;
        this.progress = progress;
        this.patience = patience;
    }

    /**
     * Compares.
     *
     * @param url the database, as {@code jdbc:postgresql://…}
     * @throws IllegalArgumentException if that is no such URL
     * @throws AttestException if the database cannot be read, or there is nothing to compare
     */
    public Attestation attest(CatalogFile verified, String url) {
        try {
            progress.phase("connecting");
            ExternalServer server = ExternalServer.connect(url, false);
            progress.phase("reading the catalog of " + server.description());
            return compared(verified, server, LiveReader.read(server, verified.schemas(), patience));
        } catch (ServerUnavailableException e) {
            throw new AttestException(String.valueOf(e.getMessage()), true);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static AttestException failed(SQLException e) {
        String reason = Passwords.removed(e);
        if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
            return new AttestException(
                    "the login may not read what the comparison needs: " + reason
                            + ". Nothing is said of this database."
                            + " Attest with a login that may read PostgreSQL's catalogs.",
                    false);
        } else if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
            return new AttestException(
                    "somebody is changing the schema: a lock was not to be had in time (" + reason
                            + "). Nothing is said of this database. Attest again when that is done.",
                    true);
        }
        return new AttestException("the database broke off: " + reason, true);
    }

    private Attestation compared(CatalogFile verified, ExternalServer server, LiveReader.Reading reading)
            throws SQLException {
        Side live = new Side(server.address(), reading.catalog(), server.majorVersion(), unseen(reading, server));
        Comparison comparison = comparison(verified, live);
        if (comparison.vacuous()) {
            throw new AttestException(
                    "there is nothing to compare: neither the verified schema nor the database has an object in "
                            + String.join(", ", verified.schemas()) + ".",
                    false);
        }
        List<Change> all = Difference.of(verified.catalog(), reading.catalog()).changes().stream()
                .filter(change -> !isHidden(change, reading.hidden()))
                .toList();
        boolean sameVersion = verified.postgresMajor() == server.majorVersion();
        List<Change> drift = sameVersion ? Spellings.without(all) : comparison.changes();
        return new Attestation(
                verified,
                new Live(
                        server.address(),
                        server.superuser(),
                        server.version(),
                        server.majorVersion(),
                        Fingerprint.of(reading.catalog())),
                drift,
                byVersion(all, drift),
                comparison.unseen(),
                notes(verified, server, reading));
    }

    private static List<Side.Unseen> unseen(LiveReader.Reading reading, ExternalServer server) {
        return reading.hidden().stream()
                .map(mapping -> new Side.Unseen(
                        new Difference.Key(ObjectKind.OTHER, null, mapping, null),
                        "PostgreSQL hides its options from the login " + server.superuser()
                                + ". Attest as the owner of the foreign server or as a superuser"))
                .toList();
    }

    /** All that the login sees of such a mapping is that it is there. */
    private static boolean isHidden(Change change, List<String> hidden) {
        return change.kind() == ObjectKind.OTHER
                && change.sort() == Difference.Sort.CHANGED
                && hidden.contains(change.name());
    }

    private Comparison comparison(CatalogFile verified, Side live) throws SQLException {
        Side was = new Side("the verified schema", verified.catalog(), verified.postgresMajor(), List.of());
        Comparison comparison = Comparison.of(was, live, List.of(), "public");
        boolean views = comparison.changes().stream()
                .anyMatch(change -> change.kind() == ObjectKind.VIEW || change.kind() == ObjectKind.MATERIALIZED_VIEW);
        if (verified.postgresMajor() == live.majorVersion() || !views) {
            return comparison;
        }
        progress.phase("having PostgreSQL " + live.majorVersion() + " print the views");
        Catalog printed = Reprint.views(verified.catalog(), servers.embedded(live.majorVersion()));
        return Comparison.of(was.respelt(printed), live, List.of(), "public");
    }

    /** What differs and is no drift, with the attributes that are none. */
    private static List<Change> byVersion(List<Change> all, List<Change> drift) {
        Map<Object, Set<Difference.Attribute>> drifted = new HashMap<>();
        drift.forEach(change -> drifted.put(identity(change), new HashSet<>(change.attributes())));
        List<Change> rest = new ArrayList<>();
        for (Change change : all) {
            Set<Difference.Attribute> attributes = drifted.get(identity(change));
            if (attributes == null) {
                rest.add(change);
            } else if (change.attributes().size() > attributes.size()) {
                Set<String> names =
                        attributes.stream().map(Difference.Attribute::name).collect(Collectors.toSet());
                rest.add(new Change(
                        change.kind(),
                        change.schema(),
                        change.name(),
                        change.sort(),
                        change.attributes().stream()
                                .filter(each -> !names.contains(each.name()))
                                .toList()));
            }
        }
        return rest;
    }

    private static Object identity(Change change) {
        return List.of(change.kind(), String.valueOf(change.schema()), change.name());
    }

    private static List<String> notes(CatalogFile verified, ExternalServer server, LiveReader.Reading reading) {
        List<String> notes = new ArrayList<>();
        if (verified.postgresMajor() != server.majorVersion()) {
            notes.add("The database runs on PostgreSQL " + server.version() + ", the schema was verified on "
                    + verified.postgresVersion()
                    + ". What this version does otherwise by itself is no drift; to be sure"
                    + " of it, verify with --postgres " + server.majorVersion() + ".");
        }
        Set<String> others = new TreeSet<>(reading.catalog().otherSchemas());
        if (!others.isEmpty()) {
            notes.add("Of these schemas nothing is said, because the spec does not speak of them: "
                    + String.join(", ", others) + ".");
        }
        for (Extension is : reading.catalog().extensions()) {
            verified.catalog().extensions().stream()
                    .filter(was ->
                            was.name().equals(is.name()) && !was.version().equals(is.version()))
                    .forEach(was -> notes.add("The extension " + is.name() + " has the version " + is.version()
                            + ", and had " + was.version()
                            + " where the schema was verified. Versions of extensions are no drift."));
        }
        if (reading.standby()) {
            notes.add("The server is a standby: the one that it follows may be ahead of it.");
        }
        if (!verified.verified()) {
            notes.add("The schema was not verified: its run "
                    + (verified.selection() == null
                            ? "was " + verified.verdict()
                            : "tried " + verified.selection() + ", and was " + verified.verdict())
                    + ".");
        }
        return notes;
    }
}
