package org.pgassay.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As whom PostgreSQL's programs run: they refuse to run as root. */
enum Privileges {
    /** As the user who runs pgAssay. */
    DIRECT,

    /** As the same user seen from outside, as nobody seen by the program: in a user namespace of its own. */
    USER_NAMESPACE,

    /** As the user 65534, where user namespaces are forbidden: usual in containers. */
    OTHER_USER;

    /** The user "nobody" on every Linux. */
    static final int OTHER_UID = 65534;

    /** What stands before a command; it replaces itself by that command, so that the process id is the command's. */
    List<String> prefix() {
        return switch (this) {
            case DIRECT -> List.of();
            case USER_NAMESPACE -> List.of("unshare", "-U", "--");
            case OTHER_USER ->
                List.of("setpriv", "--reuid=" + OTHER_UID, "--regid=" + OTHER_UID, "--clear-groups", "--");
        };
    }

    /**
     * The first that works here.
     *
     * @throws ServerUnavailableException if this is root and it can neither make a user namespace nor change the user
     */
    static Privileges detect(Platform platform) {
        if (platform.isWindows()) {
            return DIRECT;
        }
        if (!isRoot()) {
            // initdb refuses a user who is not in /etc/passwd, as containers often have: in a user namespace it is
            // "nobody".
            return isNameless() && faultOf(USER_NAMESPACE).isEmpty() ? USER_NAMESPACE : DIRECT;
        }
        String namespaceFault = faultOf(USER_NAMESPACE);
        if (namespaceFault.isEmpty()) {
            return USER_NAMESPACE;
        }
        String userFault = faultOf(OTHER_USER);
        if (userFault.isEmpty()) {
            return OTHER_USER;
        }
        throw new ServerUnavailableException(
                "PostgreSQL does not run as root, and root can hand it to no one else here: " + namespaceFault + "; "
                        + userFault
                        + ". Run pgAssay as an ordinary user, or install util-linux (unshare, setpriv).",
                true,
                null);
    }

    /** Whether this process is root's. Not by UnixSystem: it takes every user who is not in /etc/passwd for root. */
    static boolean isRoot() {
        try {
            Path self = Path.of("/proc/self");
            return Files.exists(self)
                    ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                    : Commands.run(List.of(), List.of("id", "-u")).output().equals("0");
        } catch (IOException e) {
            throw new ServerUnavailableException(
                    "It cannot be told as which user pgAssay runs: " + e.getMessage(), false, e);
        }
    }

    private static boolean isNameless() {
        return System.getProperty("user.name", "?").equals("?");
    }

    private static String faultOf(Privileges privileges) {
        try {
            Commands.Outcome outcome = Commands.run(privileges.prefix(), List.of("true"));
            return outcome.succeeded() ? "" : outcome.output() + " (exit code " + outcome.exit() + ")";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
