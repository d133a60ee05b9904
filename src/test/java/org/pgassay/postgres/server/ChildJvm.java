package org.pgassay.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs {@link ServerChild}. */
final class ChildJvm implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts {@link ServerChild} with a cache of its own. */
    static ChildJvm start(Path cache, String... arguments) throws IOException {
        return start(List.of(), classPath(), Map.of("PGASSAY_CACHE", cache.toString()), arguments);
    }

    /**
     * Starts {@link ServerChild}.
     *
     * @param prefix what stands before the command
     */
    static ChildJvm start(List<String> prefix, String classPath, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-cp", classPath, ServerChild.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start());
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The parts of the class path that a server needs, linked or copied to where every user may read them. */
    static String classPathIn(Path directory) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath().split(File.pathSeparator, -1)) {
            Path source = Path.of(entry);
            String name = String.valueOf(source.getFileName());
            Path target = directory.resolve(entries.size() + "-" + name);
            if (Files.isDirectory(source)) {
                FileTrees.copy(source, target);
                entries.add(target.toString());
            } else if (name.matches("(postgresql|commons|xz|jspecify|assertj|junit|opentest|apiguardian).*\\.jar")) {
                Files.copy(source, target);
                entries.add(target.toString());
            }
        }
        new ProcessBuilder("chmod", "-R", "a+rX", directory.toString())
                .inheritIO()
                .start()
                .onExit()
                .join();
        return String.join(File.pathSeparator, entries);
    }

    long pid() {
        return process.pid();
    }

    /** Reads lines of the form {@code name=value} until there is one named {@code ready}, or the end. */
    Map<String, String> read() throws IOException {
        Map<String, String> values = new HashMap<>();
        StringBuilder rest = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
            if (values.containsKey("ready")) {
                break;
            }
            rest.append(line).append('\n');
        }
        values.put("output", rest.toString());
        return values;
    }

    /** SIGKILL: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM, as {@code kill} and Docker send it. */
    int terminate() throws InterruptedException {
        // Not Process.destroy: that closes its input as well, and it might end by itself before the signal is handled.
        assertThat(process.toHandle().destroy()).isTrue();
        return await();
    }

    /** Lets it go on after {@code ready}, and waits for its end. */
    int finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return await();
    }

    int await() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the other JVM does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
