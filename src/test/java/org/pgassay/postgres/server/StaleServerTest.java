package org.pgassay.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM leaves behind when it ends, and what the next one makes of it. */
@Timeout(120)
class StaleServerTest {

    @TempDir
    private static Path cache;

    @BeforeAll
    static void fillCache() {
        EmbeddedServer.start(18, TestSettings.in(cache)).close();
    }

    @Test
    void stopsAndDeletesWhatAKilledJvmLeft() throws Exception {
        long pid;
        Path instance;
        try (ChildJvm child = ChildJvm.start(cache, "18")) {
            Map<String, String> server = child.read();
            pid = pidOf(server);
            instance = instanceOf(server);
            child.kill();
        }
        assertThat(isAlive(pid)).as("the server survives its JVM").isTrue();
        assertThat(instance).isDirectory();

        EmbeddedServer.start(18, TestSettings.in(cache)).close();

        assertThat(isAlive(pid)).isFalse();
        assertThat(instance).doesNotExist();
    }

    @Test
    void leavesTheServerOfALivingJvmAlone() throws Exception {
        try (ChildJvm child = ChildJvm.start(cache, "18")) {
            Map<String, String> server = child.read();
            EmbeddedServer.start(18, TestSettings.in(cache)).close();

            assertThat(isAlive(pidOf(server))).isTrue();
            assertThat(instanceOf(server).resolve("data/PG_VERSION")).exists();

            assertThat(child.finish()).isZero();
            assertThat(isAlive(pidOf(server)))
                    .as("its own shutdown hook stops it")
                    .isFalse();
            assertThat(instanceOf(server)).doesNotExist();
        }
    }

    @Test
    void leavesNothingAfterSigterm() throws Exception {
        try (ChildJvm child = ChildJvm.start(cache, "18", "18")) {
            Map<String, String> server = child.read();
            assertThat(child.terminate()).isEqualTo(143);
            assertThat(isAlive(pidOf(server))).isFalse();
            assertThat(entriesOf("instances")).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void leavesNothingAfterSigtermAtAnyMomentOfAColdStart(@TempDir Path cold) throws Exception {
        // Unpacking, initdb, copying and starting follow each other within some seconds.
        for (int millis : new int[] {300, 900, 1500, 1900, 2200, 2500}) {
            try (ChildJvm child = ChildJvm.start(cold, "17")) {
                TimeUnit.MILLISECONDS.sleep(millis);
                child.terminate();
            }
            assertThat(processesIn(cold)).as("after %d ms", millis).isEmpty();
            for (String place : List.of("instances", "staging")) {
                Path directory = cold.resolve(place);
                assertThat(Files.exists(directory) ? list(directory) : List.of())
                        .as("%s after %d ms", place, millis)
                        .isEmpty();
            }
        }
    }

    @Test
    void stopsNoProcessThatOnlyHasTheNumber() throws Exception {
        Process innocent = new ProcessBuilder("sleep", "60").start();
        try {
            Path forged = Files.createDirectories(cache.resolve("instances/1-forged"));
            ProcessIdentity here = ProcessIdentity.current();
            Files.writeString(forged.resolve("owner"), new ProcessIdentity(here.pid(), "1", here.world()).toText());
            Files.writeString(
                    forged.resolve("server"),
                    ProcessIdentity.of(innocent.toHandle()).toText());

            EmbeddedServer.start(18, TestSettings.in(cache)).close();

            assertThat(innocent.isAlive()).isTrue();
            assertThat(forged).doesNotExist();
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void findsTheServerByItsOwnFileWhenTheJvmDiedBeforeTheRecord() throws Exception {
        try (ChildJvm child = ChildJvm.start(cache, "18")) {
            Map<String, String> server = child.read();
            Files.delete(instanceOf(server).resolve("server"));
            child.kill();

            EmbeddedServer.start(18, TestSettings.in(cache)).close();

            assertThat(isAlive(pidOf(server))).isFalse();
        }
    }

    @Test
    void asksTheLockWhenTheOwnerIsOfAnotherContainer() throws Exception {
        try (ChildJvm child = ChildJvm.start(cache, "18")) {
            Map<String, String> server = child.read();
            Path owner = instanceOf(server).resolve("owner");
            Files.writeString(owner, new ProcessIdentity(child.pid(), "1", "another boot pid:[1]").toText());

            EmbeddedServer.start(18, TestSettings.in(cache)).close();
            assertThat(isAlive(pidOf(server))).as("the lock is held").isTrue();

            child.kill();
            EmbeddedServer.start(18, TestSettings.in(cache)).close();
            assertThat(isAlive(pidOf(server))).isFalse();
            assertThat(instanceOf(server)).doesNotExist();
        }
    }

    private static long pidOf(Map<String, String> server) {
        return Long.parseLong(required(server, "pid"));
    }

    private static Path instanceOf(Map<String, String> server) {
        return Path.of(required(server, "data"), "..").normalize();
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new AssertionError("no " + name + " in " + values.get("output"));
        }
        return value;
    }

    private static boolean isAlive(long pid) throws InterruptedException, ExecutionException {
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        if (process == null) {
            return false;
        }
        try {
            // A process that was just ended may still wait to be collected.
            process.onExit().get(Duration.ofMillis(300).toMillis(), TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException e) {
            return true;
        }
    }

    private static List<String> processesIn(Path directory) {
        return ProcessHandle.allProcesses()
                .map(ProcessIdentity::commandLine)
                .filter(command -> command.contains(directory.toString()))
                .toList();
    }

    private static List<Path> entriesOf(String place) throws IOException {
        return list(cache.resolve(place));
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }
}
