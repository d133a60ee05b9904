package org.pgassay.postgres.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs programs of PostgreSQL and of the operating system. */
final class Commands {

    private Commands() {}

    /**
     * How a program ended.
     *
     * @param exit its exit code
     * @param output what it wrote to its standard output and standard error, together
     */
    record Outcome(int exit, String output) {

        boolean succeeded() {
            return exit == 0;
        }
    }

    /** A program that is not started yet, in a directory that every user may enter, with a bare environment. */
    static ProcessBuilder builder(List<String> prefix, List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole);
        Path root = Path.of("").toAbsolutePath().getRoot();
        if (root != null) {
            builder.directory(root.toFile());
        }
        Map<String, String> environment = builder.environment();
        // PGDATA, PGOPTIONS and the like are meant for the user's own servers.
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    /**
     * Runs a program to its end.
     *
     * @param started told of the process, so that it can be ended from elsewhere
     * @throws IOException if the program is not there, or has not ended in time and was ended
     */
    static Outcome run(List<String> prefix, List<String> command, Duration timeout, Consumer<Process> started)
            throws IOException {
        Process process = builder(prefix, command).redirectErrorStream(true).start();
        started.accept(process);
        process.getOutputStream().close();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> readAll(process));
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(command.get(0) + " has not ended after " + timeout.toSeconds() + " s");
            }
            return new Outcome(
                    process.exitValue(), output.get(5, TimeUnit.SECONDS).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " was running", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the output of " + command.get(0) + " cannot be read", e);
        } finally {
            process.destroyForcibly();
        }
    }

    static Outcome run(List<String> prefix, List<String> command) throws IOException {
        return run(prefix, command, Duration.ofSeconds(20), process -> {});
    }

    private static String readAll(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(its output cannot be read: " + e.getMessage() + ")";
        }
    }
}
