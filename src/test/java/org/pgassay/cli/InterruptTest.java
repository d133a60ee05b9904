package org.pgassay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever breaks a run off leaves nothing running, nothing lying about, and no report that could pass for a whole one. */
class InterruptTest {

    private static final Pattern DATA = Pattern.compile("-D[\\s\\x00]*([^\\s\\x00]+)");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalInTheMiddleOfARunLeavesNothingBehind(String signal) throws Exception {
        Path spec = spec("select pg_sleep(120)");
        Path report = folder.resolve("reports/trial/report.json");
        Files.createDirectories(report.getParent());
        Files.writeString(report, "{\"verdict\": \"VERIFIED\"}");

        Process process = start(spec);
        List<ProcessHandle> servers;
        List<Path> directories;
        try {
            waitFor(process, "applying 1 migration");
            servers = process.descendants().toList();
            directories = servers.stream()
                    .flatMap(each -> commandLine(each).lines())
                    .flatMap(line -> DATA.matcher(line).results().map(found -> Path.of(found.group(1))))
                    .distinct()
                    .toList();
            assertThat(directories)
                    .as("the server's data directory")
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each).exists());
            kill(signal, process.pid());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isNotIn(0, 1, 2);
        assertThat(servers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(directories).allSatisfy(each -> assertThat(each).doesNotExist());
        assertThat(Files.exists(report) ? Files.readString(report) : "").doesNotContain("\"VERIFIED\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalStopsTheToolThatAppliesTheMigrationsWithAllThatItStarted(String signal) throws Exception {
        Path spec = Files.writeString(
                folder.resolve("spec.yaml"),
                "spec: trial\nmigrations: {runner: command, up: [sh, -c, \"(setsid sleep 300 &); sleep 301; true\"]}\n");
        Process process = start(spec);
        List<String> tools;
        try {
            waitFor(process, "applying 1 migration");
            tools = sleeping();
            kill(signal, process.pid());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(tools).as("the tool and what it started").hasSize(2);
        assertThat(sleeping()).isEmpty();
    }

    /** What runs in the test's folder. */
    private List<String> sleeping() {
        return ProcessHandle.allProcesses()
                .filter(each -> commandLine(each).matches("sleep\\x0030[01]\\x00"))
                .filter(each -> isIn(each, folder))
                .map(each -> Long.toString(each.pid()))
                .toList();
    }

    private static boolean isIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aServerThatIsKilledInTheMiddleOfARunBreaksItWithoutAPass() throws Exception {
        Path spec = spec("select pg_sleep(120)");
        Process process = start(spec);
        try {
            waitFor(process, "applying 1 migration");
            List<ProcessHandle> servers = process.descendants().toList();
            servers.forEach(ProcessHandle::destroyForcibly);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isEqualTo(4);
        assertThat(folder.resolve("reports/trial/report.json"))
                .content()
                .contains("\"ERRORED\"")
                .doesNotContain("\"VERIFIED\"");
    }

    private Path spec(String migration) throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/1.sql"), migration);
        return Files.writeString(
                folder.resolve("spec.yaml"), "spec: trial\nmigrations: {runner: sql, path: migrations}\n");
    }

    private Process start(Path spec) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        spec.toString(),
                        "--reports",
                        folder.resolve("reports").toString())
                .redirectErrorStream(true)
                .start();
    }

    private static void waitFor(Process process, String words) throws Exception {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            read.append(line).append('\n');
            if (line.contains(words)) {
                // The statement is sent a moment after it is announced.
                TimeUnit.MILLISECONDS.sleep(500);
                return;
            }
        }
        throw new AssertionError("the run ended: " + read);
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    private static void kill(String signal, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
