package org.pgassay.postgres.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One {@code postgres} process in a directory of its own; closing it stops the process and deletes the directory. */
final class ServerProcess implements AutoCloseable {

    private static final int PORTS_TO_TRY = 20;
    private static final long POLL_MILLIS = 5;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final int LOG_TAIL = 2_000;

    private final InstanceDirectory directory;
    private final Privileges privileges;
    private final AtExit atExit;
    private volatile boolean closing;
    private @Nullable Process process;

    private ServerProcess(InstanceDirectory directory, Privileges privileges) {
        this.directory = directory;
        this.privileges = privileges;
        this.atExit = AtExit.register(this::end);
    }

    /**
     * Copies the template and starts a server on it.
     *
     * @param launch what to start
     * @throws StartFailedException if the server ends instead of serving
     * @throws IOException if the directory cannot be made
     */
    static Started start(ServerCache cache, Launch launch) throws IOException {
        InstanceDirectory directory = InstanceDirectory.create(cache);
        ServerProcess server = new ServerProcess(directory, launch.privileges());
        try {
            return new Started(server, server.launch(launch));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /**
     * What to start.
     *
     * @param program the program {@code postgres}
     * @param template the data directory to copy
     * @param privileges as whom
     * @param ports where ports to try come from
     */
    record Launch(Path program, Path template, Privileges privileges, PortSource ports) {}

    /** Gives ports of 127.0.0.1 to try. */
    @FunctionalInterface
    interface PortSource {
        int next() throws IOException;
    }

    /**
     * A server that serves.
     *
     * @param process its process
     * @param port its port on 127.0.0.1
     */
    record Started(ServerProcess process, int port) {}

    /** The server ended instead of serving. */
    static final class StartFailedException extends IOException {

        private static final long serialVersionUID = 1L;

        StartFailedException(String message) {
            super(message);
        }
    }

    private synchronized int launch(Launch launch) throws IOException {
        FileTrees.copy(launch.template(), directory.data());
        if (privileges == Privileges.OTHER_USER) {
            FileTrees.giveTo(Privileges.OTHER_UID, directory.data());
        }
        for (int attempt = 1; ; attempt++) {
            int port = launch.ports().next();
            Process started = spawn(launch, port);
            if (isReady(started)) {
                return port;
            }
            String log = Files.readString(directory.log(), StandardCharsets.UTF_8);
            if (closing || attempt == PORTS_TO_TRY || !isPortTaken(log)) {
                throw new StartFailedException(closing ? "pgAssay is ending" : tail(log));
            }
        }
    }

    private static boolean isPortTaken(String log) {
        return log.contains("Address already in use") || log.contains("could not create any TCP/IP sockets");
    }

    private Process spawn(Launch launch, int port) throws IOException {
        File log = directory.log().toFile();
        Process started = Commands.builder(
                        privileges.prefix(),
                        List.of(
                                launch.program().toString(),
                                "-D",
                                directory.data().toString(),
                                "-p",
                                Integer.toString(port)))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        process = started;
        started.getOutputStream().close();
        directory.started(started.toHandle());
        return started;
    }

    /** Whether the server came to serve; false if its process ended. */
    private boolean isReady(Process started) throws IOException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        try {
            while (!started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (closing) {
                    return false;
                }
                List<String> lines = postmasterPid(directory.data());
                // The eighth line is the state since PostgreSQL 10 (src/include/utils/pidfile.h).
                if (lines.size() >= 8 && lines.get(7).strip().equals("ready")) {
                    return true;
                }
                if (System.nanoTime() > deadline) {
                    throw new StartFailedException("not ready after " + START_TIMEOUT.toSeconds() + " s");
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was starting", e);
        }
    }

    private static String tail(String log) {
        return log.length() <= LOG_TAIL
                ? log.strip()
                : "…" + log.substring(log.length() - LOG_TAIL).strip();
    }

    /** A port that is free at this moment. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private static List<String> postmasterPid(Path data) throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** The number of the server's process, as PostgreSQL itself records it in its data directory. */
    static Optional<Long> pidIn(Path data) throws IOException {
        List<String> lines = postmasterPid(data);
        return !lines.isEmpty() && lines.get(0).matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(lines.get(0)))
                : Optional.empty();
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    long pid() {
        Process running = process;
        return running == null ? -1 : running.pid();
    }

    Path data() {
        return directory.data();
    }

    @Override
    public void close() {
        atExit.close();
    }

    private void end() {
        closing = true;
        endAlone();
    }

    private synchronized void endAlone() {
        try {
            Process running = process;
            if (running != null) {
                stop(running.toHandle());
            }
            directory.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear away " + directory.data(), e);
        }
    }

    /** Stops a server at once: its data are not needed any more. */
    static void stop(ProcessHandle server) throws IOException {
        if (!server.isAlive()) {
            return;
        }
        // Java only sends SIGTERM, for which PostgreSQL waits until its clients have gone. SIGQUIT is "immediate".
        Commands.Outcome outcome =
                Commands.run(List.of(), List.of("sh", "-c", "kill -QUIT \"$1\"", "sh", Long.toString(server.pid())));
        if (outcome.succeeded() && hasEnded(server, STOP_TIMEOUT)) {
            return;
        }
        List<ProcessHandle> children = server.descendants().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        if (!hasEnded(server, STOP_TIMEOUT)) {
            throw new IOException("process " + server.pid() + " of PostgreSQL does not end");
        }
    }

    private static boolean hasEnded(ProcessHandle server, Duration timeout) throws IOException {
        try {
            server.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IOException("cannot wait for process " + server.pid(), e);
        }
    }
}
