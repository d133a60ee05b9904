package org.pgassay.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.migration.AppliedRevisions;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.RevisionLock;
import org.pgassay.migration.log.History;

/** What a check may consult. Asking for what the check did not name among its needs may throw. */
public interface Evidence {

    /** The catalog of the migrated database. */
    Catalog catalog();

    /** The catalog that the spec asks for. */
    Blueprint blueprint();

    /** What became of the migrations. */
    MigrationRun migrations();

    /** The revisions as their files state them, whether they were run or not. */
    RevisionGraph revisions();

    /** What was locked of the revisions; nothing where there is no lock file beside them. */
    Optional<RevisionLock> revisionLock();

    /** The revisions that the database has, as the tool wrote them down there. */
    AppliedRevisions appliedRevisions();

    /**
     * What a database that is read as it stands has of the revisions, as the tool wrote it down there; nothing of a
     * database that this run has made, or where the tool writes nothing down.
     */
    Optional<AppliedRevisions> recordedRevisions();

    /** Experiments with the revisions on databases of their own. */
    Rehearsals rehearsals();

    /** Experiments with rows on clones of the migrated database. */
    Sandbox sandbox();

    /** What PostgreSQL plans to do with queries; of a database that is read as it stands, as it stands. */
    QueryPlans plans();

    /** The values that rows hold; of a database that is read as it stands, as they stand. */
    StoredValues storedValues();

    /** Seed data, put in by this run; in a database that is read as it stands, what stands there. */
    Seeding seeding();

    /** What each revision did, as the database recorded it; its gap says why that is not known, if it is not. */
    History history();

    /** The schema that the migrated one is compared with. */
    Counterpart counterpart();

    /** The server that the migrations ran on. */
    Server server();

    /** What the checks found that are run before this one, before anything is waived. */
    List<Finding> findings();

    /** The day of the run, in UTC. */
    LocalDate today();

    /**
     * Facts of a server.
     *
     * @param majorVersion such as 18
     * @param version as the server states it, such as {@code 18.6}
     * @param unavailableExtensions those that the spec asks for and that could not be created, with the reason
     * @param applicationPowers what the application's role may do that would make probes as it meaningless, such as
     *     {@code SUPERUSER}; null if the spec names no such role, or the server has none of that name
     * @param roles the names of all roles
     * @param superusers the names of those that may do anything
     * @param migrator the role that ran the migrations; null for a database that is read as it stands
     */
    record Server(
            int majorVersion,
            String version,
            List<MissingExtension> unavailableExtensions,
            @Nullable List<String> applicationPowers,
            Set<String> roles,
            Set<String> superusers,
            @Nullable String migrator) {

        /** Copies the list. */
        public Server {
            unavailableExtensions = List.copyOf(unavailableExtensions);
            applicationPowers = applicationPowers == null ? null : List.copyOf(applicationPowers);
            roles = Set.copyOf(roles);
            superusers = Set.copyOf(superusers);
        }
    }

    /** An extension that could not be created, and why. */
    record MissingExtension(String name, String reason) {}
}
