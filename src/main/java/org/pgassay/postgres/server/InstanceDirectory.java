package org.pgassay.postgres.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one running server, which says whose it is: so that the next start can stop and delete what a JVM that
 * was killed left behind.
 */
final class InstanceDirectory {

    private static final String OWNER = "owner";
    private static final String SERVER = "server";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileMutex ownership;

    private InstanceDirectory(Path path, FileMutex ownership) {
        this.path = path;
        this.ownership = ownership;
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    /** Makes a directory that belongs to this process. */
    static InstanceDirectory create(ServerCache cache) throws IOException {
        ProcessIdentity owner = ProcessIdentity.current();
        String id = owner.pid() + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path path = cache.instances().resolve(id);
        // Under the lock no one sees a directory that does not say yet whose it is.
        try (FileMutex mutex = FileMutex.acquire(cache.lockFile("instances"))) {
            assert mutex != null;
            try {
                Files.createDirectory(path);
                FileTrees.setPermissions(path, "rwx--x--x");
                Files.writeString(path.resolve(OWNER), owner.toText());
                return new InstanceDirectory(path, FileMutex.acquire(path.resolve(LOCK)));
            } catch (IOException e) {
                FileTrees.delete(path);
                throw e;
            }
        }
    }

    /** Records the server's process. */
    void started(ProcessHandle server) throws IOException {
        Files.writeString(path.resolve(SERVER), ProcessIdentity.of(server).toText());
    }

    void delete() throws IOException {
        ownership.close();
        FileTrees.delete(path);
    }

    /**
     * Stops and deletes servers whose JVM is dead.
     *
     * @return the directories deleted
     */
    static List<Path> sweep(ServerCache cache) throws IOException {
        List<Path> swept = new ArrayList<>();
        try (FileMutex mutex = FileMutex.acquire(cache.lockFile("instances"));
                DirectoryStream<Path> directories = Files.newDirectoryStream(cache.instances())) {
            assert mutex != null;
            for (Path directory : directories) {
                if (!hasOwner(directory)) {
                    stop(directory);
                    FileTrees.delete(directory);
                    swept.add(directory);
                }
            }
        }
        return swept;
    }

    private static boolean hasOwner(Path directory) throws IOException {
        Optional<ProcessIdentity> owner = read(directory.resolve(OWNER));
        if (owner.isEmpty()) {
            return false;
        }
        if (owner.get().isOfThisWorld()) {
            return owner.get().find().isPresent();
        }
        // Another container or machine that shares the cache, or a time before the last boot: only the lock can tell.
        @Nullable FileMutex free = FileMutex.tryAcquire(directory.resolve(LOCK));
        if (free == null) {
            return true;
        }
        free.close();
        return false;
    }

    /** Stops the server in a directory, if the process is beyond doubt that server. */
    private static void stop(Path directory) throws IOException {
        Optional<ProcessHandle> server = serverIn(directory);
        if (server.isPresent()) {
            ServerProcess.stop(server.get());
        }
    }

    private static Optional<ProcessHandle> serverIn(Path directory) throws IOException {
        Path data = directory.resolve("data");
        Optional<ProcessIdentity> recorded = read(directory.resolve(SERVER));
        Optional<ProcessHandle> process = recorded.isPresent()
                ? recorded.get().find()
                // The JVM was killed between the start and the record: PostgreSQL's own file has the number.
                : ServerProcess.pidIn(data).flatMap(ProcessHandle::of);
        return process.filter(handle -> ProcessIdentity.commandLine(handle).contains(data.toString()));
    }

    private static Optional<ProcessIdentity> read(Path file) throws IOException {
        try {
            return ProcessIdentity.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
