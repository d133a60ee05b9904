package org.pgassay.migration.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.pgassay.migration.ToolUnavailableException;

/**
 * A program that is run to its end, and of which nothing is left running: not when it takes too long, when the thread is
 * interrupted, when the JVM ends, or when it leaves others behind.
 *
 * <p>It gets this process's environment without what is meant for the user's own databases, so that it finds what it needs
 * and no other database than it is given.
 */
public final class ToolProcess {

    private static final String MARK = "PGASSAY_TOOL";

    private static final int NOT_FOUND = 127;

    private static final long LAST_WORDS_MILLIS = 5_000;

    private final List<String> command;
    private final Path folder;
    private final Map<String, String> environment;
    private final Duration limit;
    private final List<String> secrets;
    private final String mark = UUID.randomUUID().toString();

    /**
     * A program that is not started yet.
     *
     * @param secrets what must not appear in its output
     */
    public ToolProcess(
            List<String> command, Path folder, Map<String, String> environment, Duration limit, List<String> secrets) {
        this.command = List.copyOf(command);
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.limit = limit;
        this.secrets = List.copyOf(secrets);
    }

    /**
     * How a program ended.
     *
     * @param exit its exit code; meaningless if it was stopped
     * @param stopped whether it took too long, and was stopped with all that it had started
     * @param output what it wrote to standard output and standard error, in that order as far as can be told, without
     *     passwords; of a very long one the end
     */
    public record Outcome(int exit, boolean stopped, String output) {

        /** Whether it came to its end and says that it did what it was to do. */
        public boolean succeeded() {
            return !stopped && exit == 0;
        }
    }

    /** The words that start it. */
    public List<String> command() {
        return command;
    }

    /** How long it may take. */
    public Duration limit() {
        return limit;
    }

    /**
     * Runs it to its end.
     *
     * @throws ToolUnavailableException if it is not installed
     * @throws CancellationException if the thread is interrupted
     */
    public Outcome run() {
        Thread stop = new Thread(this::stopAll, "pgassay-stop-tool");
        atExit(stop);
        try {
            Outcome outcome = finished(started());
            if (outcome.exit() == NOT_FOUND && !outcome.stopped()) {
                throw new ToolUnavailableException(missing(lastLine(outcome.output())));
            }
            return outcome;
        } finally {
            stopAll();
            forget(stop);
        }
    }

    private static void atExit(Thread stop) {
        try {
            Runtime.getRuntime().addShutdownHook(stop);
        } catch (IllegalStateException e) {
            throw (CancellationException) new CancellationException("pgAssay is ending").initCause(e);
        }
    }

    private static void forget(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, and finds nothing left to stop.
            assert !stop.equals(Thread.currentThread());
        }
    }

    private Process started() {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("PG"));
        variables.put("PYTHONUNBUFFERED", "1");
        variables.put("PYTHONDONTWRITEBYTECODE", "1");
        variables.put("PYTHONIOENCODING", "utf-8");
        variables.put("NO_COLOR", "1");
        variables.putAll(environment);
        variables.put(MARK, mark);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new ToolUnavailableException(missing(String.valueOf(e.getMessage())));
        }
    }

    private String missing(String reason) {
        return "the command " + command.get(0) + " cannot be started, so no migration was run (" + redacted(reason)
                + "). Install it, or correct the command in the spec.";
    }

    private Outcome finished(Process process) {
        Tail tail = Tail.of(process);
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            // Whoever it left behind may hold its output open for ever.
            stopAll();
            process.destroyForcibly();
            String output = redacted(tail.text(LAST_WORDS_MILLIS));
            return ended ? new Outcome(process.exitValue(), false, output) : new Outcome(-1, true, output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("interrupted while " + command.get(0) + " was running").initCause(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String redacted(String text) {
        String clean = text;
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                clean = clean.replace(secret, "***").replace(ToolSettings.encoded(secret), "***");
            }
        }
        return clean;
    }

    private static String lastLine(String output) {
        return output.lines().reduce((first, second) -> second).orElse("exit code " + NOT_FOUND);
    }

    /** Ends whatever bears the mark: also what has a new parent, or a session of its own. */
    private void stopAll() {
        boolean found = true;
        // What is just being started inherits the mark too: look until no more is found.
        for (int round = 0; found && round < 50; round++) {
            found = false;
            for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
                if (isMarked(process)) {
                    found |= process.destroyForcibly();
                }
            }
            if (found) {
                pause();
            }
        }
    }

    private static void pause() {
        boolean interrupted = Thread.interrupted();
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isMarked(ProcessHandle process) {
        if (process.pid() == ProcessHandle.current().pid()) {
            return false;
        }
        try {
            byte[] variables = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            return new String(variables, StandardCharsets.ISO_8859_1).contains(MARK + "=" + mark);
        } catch (IOException e) {
            // It has ended meanwhile, it is someone else's, or there is no /proc here.
            return false;
        }
    }
}
