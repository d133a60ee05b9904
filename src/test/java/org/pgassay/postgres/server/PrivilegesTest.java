package org.pgassay.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The three ways not to run PostgreSQL as root; each one for real. */
@Timeout(120)
class PrivilegesTest {

    private static final String UID = "23456";

    @TempDir
    private static Path directory;

    private static String classPath = "";

    static boolean isRoot() {
        return !Platform.current().isWindows() && Privileges.isRoot();
    }

    @BeforeAll
    static void openToEveryUser() throws IOException {
        assumeTrue(isRoot(), "only root can become someone else");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        classPath = ChildJvm.classPathIn(Files.createDirectory(directory.resolve("lib")));
    }

    @Test
    void anOrdinaryUserRunsItDirectly() throws Exception {
        assertServesAs(Integer.toString(Privileges.OTHER_UID), "DIRECT");
    }

    @Test
    void aUserWithoutANameRunsItInAUserNamespace() throws Exception {
        assumeTrue(
                Commands.run(as(UID), List.of("unshare", "-U", "true")).succeeded(),
                "user namespaces are forbidden here");
        assertServesAs(UID, "USER_NAMESPACE");
    }

    private static void assertServesAs(String uid, String privileges) throws Exception {
        Path home = ownedBy(uid, "home-" + uid);
        try (ChildJvm child = ChildJvm.start(
                as(uid), classPath, Map.of("XDG_CACHE_HOME", home.toString(), "PGASSAY_CACHE", ""), "18")) {
            Map<String, String> server = child.read();
            assertThat(server).containsEntry("privileges", privileges).containsEntry("ready", "yes");
            assertThat(ownerOf(server)).isEqualTo(Integer.valueOf(uid));
            assertThat(child.finish()).isZero();
            assertThat(home.resolve("pgassay/instances")).isEmptyDirectory();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("pgassay"))))
                .isEqualTo("rwx------");
    }

    @Test
    void anOrdinaryUserIsToldThatTheCacheCannotBeWritten() throws Exception {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ChildJvm child = ChildJvm.start(
                as(UID),
                classPath,
                Map.of("PGASSAY_CACHE", closed.resolve("cache").toString()),
                "18")) {
            Map<String, String> answer = child.read();
            assertThat(answer).containsEntry("missing", "false");
            assertThat(answer.get("unavailable")).contains(closed + "/cache may not be written", "PGASSAY_CACHE");
            assertThat(child.await()).isEqualTo(4);
        }
        assertThat(closed).isEmptyDirectory();
    }

    @Test
    void rootMakesAUserNamespace() throws Exception {
        assumeTrue(
                Commands.run(List.of(), List.of("unshare", "-U", "true")).succeeded(),
                "user namespaces are forbidden here");
        assertThat(Privileges.detect(Platform.current())).isEqualTo(Privileges.USER_NAMESPACE);
        Path cache = Files.createDirectory(directory.resolve("namespace"));
        try (EmbeddedServer server = EmbeddedServer.start(18, TestSettings.in(cache, Privileges.USER_NAMESPACE))) {
            assertThat(EmbeddedServerTest.valueOf(server, "select 1")).isEqualTo("1");
        }
        assertThat(cache.resolve("instances")).isEmptyDirectory();
    }

    @Test
    void rootBecomesNobodyWhereItIsToldTo() throws Exception {
        Path cache = directory.resolve("nobody");
        for (int major : new int[] {14, 18}) {
            try (EmbeddedServer server = EmbeddedServer.start(major, TestSettings.in(cache, Privileges.OTHER_USER))) {
                assertThat(Files.getAttribute(server.process().data(), "unix:uid"))
                        .isEqualTo(Privileges.OTHER_UID);
                assertThat(EmbeddedServerTest.valueOf(server, "select 1")).isEqualTo("1");
                assertThat(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(server.process().data())))
                        .isEqualTo("rwx------");
            }
        }
        Path base = cache.resolve("pgassay-uid65534");
        assertThat(base.resolve("instances")).isEmptyDirectory();
        assertThat(Files.getAttribute(base, "unix:uid")).isEqualTo(0);
    }

    @Test
    @Tag("long")
    void rootBecomesNobodyWhereUnshareIsMissing() throws Exception {
        Path programs = Files.createDirectory(directory.resolve("no-unshare"));
        link(programs, "setpriv", "sh", "true");
        assertNobodyServes(List.of(), Map.of("PATH", programs.toString()), "no-unshare-cache");
    }

    @Test
    @Tag("long")
    void rootBecomesNobodyWhereUserNamespacesAreUsedUp() throws Exception {
        // A user namespace of its own, with all users, in which no further one may be made: as in many containers.
        Path mapped = directory.resolve("mapped");
        List<String> prefix = List.of(
                "unshare",
                "-U",
                "sh",
                "-c",
                "echo $$ > '" + mapped + ".pid'; while [ ! -e '" + mapped + "' ]; do sleep 0.05; done;"
                        + " exec setpriv --reuid=0 --regid=0 --clear-groups sh -c '"
                        + "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"' sh \"$@\"",
                "sh");
        assumeTrue(
                Commands.run(List.of(), List.of("unshare", "-U", "true")).succeeded(),
                "user namespaces are forbidden here");
        Thread mapper = new Thread(() -> map(mapped));
        mapper.start();
        assertNobodyServes(prefix, Map.of(), "used-up-cache");
        mapper.join();
    }

    private static void map(Path mapped) {
        Path pidFile = mapped.resolveSibling(mapped.getFileName() + ".pid");
        try {
            String pid = "";
            while (pid.isEmpty()) {
                Thread.sleep(20);
                pid = Files.exists(pidFile)
                        ? Files.readString(pidFile, StandardCharsets.UTF_8).strip()
                        : "";
            }
            Files.writeString(Path.of("/proc", pid, "uid_map"), "0 0 65536\n");
            Files.writeString(Path.of("/proc", pid, "gid_map"), "0 0 65536\n");
            Files.createFile(mapped);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertNobodyServes(List<String> prefix, Map<String, String> environment, String cacheName)
            throws Exception {
        Path cache = Files.createDirectory(directory.resolve(cacheName));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> whole = new java.util.HashMap<>(environment);
        whole.put("PGASSAY_CACHE", cache.toString());
        try (ChildJvm child = ChildJvm.start(prefix, classPath, whole, "18")) {
            Map<String, String> server = child.read();
            assertThat(server).containsEntry("privileges", "OTHER_USER").containsEntry("ready", "yes");
            assertThat(ownerOf(server)).isEqualTo(Privileges.OTHER_UID);
            assertThat(child.finish()).isZero();
        }
        assertThat(cache.resolve("pgassay-uid65534/instances")).isEmptyDirectory();
    }

    @Test
    void rootIsToldWhenNeitherWorks() throws Exception {
        Path programs = Files.createDirectory(directory.resolve("nothing"));
        try (ChildJvm child = ChildJvm.start(List.of(), classPath, Map.of("PATH", programs.toString()), "18")) {
            Map<String, String> answer = child.read();
            assertThat(answer).containsEntry("missing", "true");
            assertThat(answer.get("unavailable"))
                    .contains("does not run as root", "unshare", "setpriv", "as an ordinary user");
        }
    }

    @Test
    void nobodysCacheIsNoOneElsesDirectory() throws IOException {
        Path parent = Files.createDirectory(directory.resolve("tricks"));
        Path base = parent.resolve("pgassay-uid65534");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));

        Files.createSymbolicLink(base, elsewhere);
        assertRefused(parent);
        Files.delete(base);

        Files.createDirectory(base);
        Files.setAttribute(base, "unix:uid", Integer.valueOf(UID), LinkOption.NOFOLLOW_LINKS);
        assertRefused(parent);
        assertThat(elsewhere).isEmptyDirectory();
    }

    private static void assertRefused(Path cache) {
        assertThatThrownBy(() -> EmbeddedServer.start(18, TestSettings.in(cache, Privileges.OTHER_USER)))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("is not a directory that belongs to root");
    }

    @Test
    void nobodysCacheMustBeWithinNobodysReach() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("rootonly"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> EmbeddedServer.start(18, TestSettings.in(closed, Privileges.OTHER_USER)))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("user 65534, as whom PostgreSQL runs here, cannot reach");
    }

    private static List<String> as(String uid) {
        return List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--");
    }

    private static Path ownedBy(String uid, String name) throws IOException {
        Path path = Files.createDirectory(directory.resolve(name));
        FileTrees.giveTo(Integer.parseInt(uid), path);
        return path;
    }

    private static Object ownerOf(Map<String, String> server) throws IOException {
        String data = server.get("data");
        assertThat(data).as("%s", server.get("output")).isNotNull();
        return Files.getAttribute(Path.of(String.valueOf(data)), "unix:uid");
    }

    private static void link(Path programs, String... names) throws IOException {
        for (String name : names) {
            Path program = Path.of("/usr/bin", name);
            Files.createSymbolicLink(programs.resolve(name), Files.exists(program) ? program : Path.of("/bin", name));
        }
    }
}
