package org.pgassay.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cache fills itself, is shared by processes, and mends itself. */
@Timeout(120)
class ServerCacheTest {

    @TempDir
    private static Path shared;

    @BeforeEach
    void fill() {
        start(shared);
    }

    @Test
    void isClosedToOthersAndHoldsNothingHalfDone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared.resolve("entries/.."))))
                .startsWith("rwx");
        assertThat(list(shared.resolve("staging"))).isEmpty();
        assertThat(list(shared.resolve("instances"))).isEmpty();
        assertThat(list(shared.resolve("entries"))).hasSize(2);
        Path password = entry("data-").resolve("password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
    }

    @Test
    void isUsedAgain() throws IOException {
        FileTime before = Files.getLastModifiedTime(entry("data-").resolve("manifest"));
        start(shared);
        assertThat(Files.getLastModifiedTime(entry("data-").resolve("manifest")))
                .isEqualTo(before);
    }

    @Test
    void isMadeAnewWhenAProgramIsLost() throws IOException {
        Files.delete(entry("postgres-").resolve("content/bin/postgres"));
        start(shared);
        assertThat(entry("postgres-").resolve("content/bin/postgres")).exists();
    }

    @Test
    void isMadeAnewWhenAFileIsCutShort() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(
                entry("data-").resolve("content/global/pg_control").toFile(), "rw")) {
            file.setLength(100);
        }
        start(shared);
        assertThat(Files.size(entry("data-").resolve("content/global/pg_control")))
                .isEqualTo(8192);
    }

    @Test
    void isMadeAnewWhenItsManifestIsLost() throws IOException {
        Files.delete(entry("data-").resolve("manifest"));
        start(shared);
        assertThat(entry("data-").resolve("manifest")).exists();
    }

    @Test
    void isMadeAnewWhenDamageOfTheSameLengthKeepsTheServerFromStarting() throws IOException {
        Path control = entry("data-").resolve("content/global/pg_control");
        byte[] zeros = new byte[8192];
        Files.write(control, zeros);
        start(shared);
        assertThat(Files.readAllBytes(entry("data-").resolve("content/global/pg_control")))
                .isNotEqualTo(zeros);
    }

    @Test
    void clearsAwayWhatAKilledProcessHalfBuilt() throws IOException {
        Path data = entry("data-");
        Path half = shared.resolve("staging").resolve(String.valueOf(data.getFileName()));
        FileTrees.delete(data);
        Files.createDirectories(half.resolve("content/base"));
        start(shared);
        assertThat(half).doesNotExist();
        assertThat(data.resolve("manifest")).exists();
    }

    @Test
    @Tag("long")
    void isFilledOnceByProcessesThatStartTogether(@TempDir Path cold) throws Exception {
        List<ChildJvm> children = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                children.add(ChildJvm.start(cold, "16", "16"));
            }
            for (ChildJvm child : children) {
                assertThat(child.read()).containsEntry("ready", "yes");
            }
            assertThat(list(cold.resolve("instances"))).hasSize(6);
            for (ChildJvm child : children) {
                assertThat(child.finish()).isZero();
            }
        } finally {
            for (ChildJvm child : children) {
                child.close();
            }
        }
        assertThat(list(cold.resolve("entries"))).hasSize(2);
        assertThat(list(cold.resolve("staging"))).isEmpty();
        assertThat(list(cold.resolve("instances"))).isEmpty();
    }

    @Test
    @Tag("long")
    void isFilledOnceByThreadsThatStartTogether(@TempDir Path cold) throws IOException {
        Stream.generate(() -> cold).limit(4).parallel().forEach(ServerCacheTest::start);
        assertThat(list(cold.resolve("entries"))).hasSize(2);
        assertThat(list(cold.resolve("instances"))).isEmpty();
    }

    @Test
    void saysThatItCannotBeWritten(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> start(file.resolve("cache")))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("PGASSAY_CACHE");
    }

    @Test
    void isRefusedWhereEveryUserMayWrite(@TempDir Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        EmbeddedServer.Settings settings = new EmbeddedServer.Settings(
                Platform.current(),
                Privileges.detect(Platform.current()),
                directory,
                directory,
                ServerProcess::freePort);
        assertThatThrownBy(() -> EmbeddedServer.start(18, settings))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("every user may write")
                .hasMessageContaining("chmod o-w");
    }

    @Test
    @Tag("long")
    void leavesNothingHalfDoneOnAFullDisk(@TempDir Path directory) throws Exception {
        assumeTrue(PrivilegesTest.isRoot(), "only root can mount a small file system");
        // Too small for the programs; for the data directory; for a copy of it.
        for (int megabytes : new int[] {20, 70, 100}) {
            Commands.Outcome mounted = Commands.run(
                    List.of(),
                    List.of(
                            "mount",
                            "-t",
                            "tmpfs",
                            "-o",
                            "mode=0755,size=" + megabytes + "m",
                            "tmpfs",
                            directory.toString()));
            assumeTrue(mounted.succeeded(), "tmpfs cannot be mounted here: " + mounted.output());
            try {
                assertThatThrownBy(() -> start(directory))
                        .as("%d MB", megabytes)
                        .isInstanceOf(ServerUnavailableException.class)
                        .hasMessageContaining("No space left on device")
                        .hasMessageContaining("PGASSAY_CACHE");
                assertThat(list(directory.resolve("staging"))).isEmpty();
                Path instances = directory.resolve("instances");
                assertThat(Files.exists(instances) ? list(instances) : List.of())
                        .isEmpty();
            } finally {
                assertThat(Commands.run(List.of(), List.of("umount", directory.toString())))
                        .satisfies(unmounted -> assertThat(unmounted.succeeded())
                                .as(unmounted.output())
                                .isTrue());
            }
        }
    }

    private static void start(Path cache) {
        EmbeddedServer.start(18, TestSettings.in(cache)).close();
    }

    private static Path entry(String prefix) throws IOException {
        return list(shared.resolve("entries")).stream()
                .filter(path -> String.valueOf(path.getFileName()).startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }
}
