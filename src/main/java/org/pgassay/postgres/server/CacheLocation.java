package org.pgassay.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides where the cache is, and makes sure that no one else can write there. */
final class CacheLocation {

    private CacheLocation() {}

    /** The directory: {@code $PGASSAY_CACHE}, else {@code $XDG_CACHE_HOME/pgassay}, else {@code ~/.cache/pgassay}. */
    static Path of(Map<String, String> environment, Privileges privileges) {
        String chosen = environment.getOrDefault("PGASSAY_CACHE", "");
        if (privileges == Privileges.OTHER_USER) {
            // Root's home is closed to other users.
            String name = "pgassay-uid" + Privileges.OTHER_UID;
            return chosen.isEmpty()
                    ? Path.of(System.getProperty("java.io.tmpdir"), name)
                    : Path.of(chosen).toAbsolutePath().resolve(name);
        }
        if (!chosen.isEmpty()) {
            return Path.of(chosen).toAbsolutePath();
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return xdg.isEmpty()
                ? Path.of(home(environment), ".cache", "pgassay").toAbsolutePath()
                : Path.of(xdg, "pgassay").toAbsolutePath();
    }

    private static String home(Map<String, String> environment) {
        String home = System.getProperty("user.home", "?");
        // Java's word for the home of a user who is not in /etc/passwd.
        return home.equals("?") ? environment.getOrDefault("HOME", "/") : home;
    }

    /**
     * Creates the directory where it is missing.
     *
     * @throws IOException if it cannot be made or reached, or if other users may write there
     */
    static void claim(Path base, Privileges privileges) throws IOException {
        boolean other = privileges == Privileges.OTHER_USER;
        if (!Files.exists(base, LinkOption.NOFOLLOW_LINKS)) {
            FileTrees.createDirectory(base, other ? "rwx--x--x" : "rwx------");
        }
        if (!FileTrees.isPosix(base)) {
            return;
        }
        if (other) {
            requireOwnedByRoot(base);
            FileTrees.setPermissions(base, "rwx--x--x");
            requireReachable(base, privileges);
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(base);
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException(
                    "every user may write to the cache " + base + " (" + PosixFilePermissions.toString(permissions)
                            + "), and what is in it is run; take that right away (chmod o-w), or set PGASSAY_CACHE to another"
                            + " directory");
        }
    }

    private static void requireOwnedByRoot(Path base) throws IOException {
        boolean directory = Files.isDirectory(base, LinkOption.NOFOLLOW_LINKS);
        if (!directory || !Integer.valueOf(0).equals(Files.getAttribute(base, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
            throw new IOException(base + " is not a directory that belongs to root; delete it, or set PGASSAY_CACHE to"
                    + " another directory");
        }
    }

    private static void requireReachable(Path base, Privileges privileges) throws IOException {
        Commands.Outcome outcome =
                Commands.run(privileges.prefix(), List.of("sh", "-c", "cd \"$1\"", "sh", base.toString()));
        if (!outcome.succeeded()) {
            throw new IOException("user " + Privileges.OTHER_UID + ", as whom PostgreSQL runs here, cannot reach "
                    + base + " (" + outcome.output() + "); set PGASSAY_CACHE to a directory that every user may enter");
        }
    }
}
