package org.pgassay.postgres.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What is made once and kept: unpacked programs, and a data directory for each of them to copy.
 *
 * <p>An entry is made beside its place and moved there when complete, under a lock, so that processes that run at the
 * same time share it. Its manifest tells whether something was lost since.
 */
final class ServerCache {

    private static final String CONTENT = "content";
    private static final String MANIFEST = "manifest";
    private static final String PASSWORD = "password";
    private static final Duration INITDB_TIMEOUT = Duration.ofMinutes(3);

    /** What differs from PostgreSQL's defaults. Autovacuum stays on: who needs still statistics turns it off. */
    private static final String CONFIGURATION = """

            # Set by pgAssay: this server is thrown away, so nothing needs to outlive a crash.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            wal_level = minimal
            max_wal_senders = 0
            # In the data directory: /dev/shm is small in containers, and keeps what a killed server leaves there.
            dynamic_shared_memory_type = mmap
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            """;

    private final Path base;
    private final Privileges privileges;

    ServerCache(Path base, Privileges privileges) {
        this.base = base;
        this.privileges = privileges;
    }

    /**
     * A data directory to copy.
     *
     * @param data the directory
     * @param password the superuser's password in it
     */
    record Template(Path data, String password) {}

    /** The directory in which servers run, one directory each. */
    Path instances() throws IOException {
        return shared("instances");
    }

    Path lockFile(String name) throws IOException {
        return shared("locks").resolve(name);
    }

    /** The unpacked programs: the directory above {@code bin}. */
    Path distribution(BinaryArchive archive) throws IOException {
        return entry(
                        "postgres-" + archive.key(),
                        (staging, cancellation) -> archive.unpackTo(staging.resolve(CONTENT), cancellation))
                .resolve(CONTENT);
    }

    Template template(BinaryArchive archive) throws IOException {
        Path programs = distribution(archive);
        Path entry = entry(
                templateKey(archive), (staging, cancellation) -> initialise(archive, programs, staging, cancellation));
        return new Template(entry.resolve(CONTENT), Files.readString(entry.resolve(PASSWORD)));
    }

    /** Forgets what was made for an archive, when it turned out not to work. */
    void discard(BinaryArchive archive) throws IOException {
        for (String key : List.of(templateKey(archive), "postgres-" + archive.key())) {
            try (FileMutex mutex = FileMutex.acquire(lockFile(key))) {
                assert mutex != null;
                FileTrees.delete(shared("entries").resolve(key));
            }
        }
    }

    private String templateKey(BinaryArchive archive) {
        CRC32 crc = new CRC32();
        crc.update((configuration(archive.major()) + initdbOptions(archive.major()) + privileges)
                .getBytes(StandardCharsets.UTF_8));
        return "data-%s-%08x".formatted(archive.key(), crc.getValue());
    }

    private interface Builder {
        void buildIn(Path staging, Cancellation cancellation) throws IOException;
    }

    private Path entry(String key, Builder builder) throws IOException {
        Path entry = shared("entries").resolve(key);
        if (isIntact(entry)) {
            return entry;
        }
        try (FileMutex mutex = FileMutex.acquire(lockFile(key))) {
            assert mutex != null;
            if (!isIntact(entry)) {
                FileTrees.delete(entry);
                build(key, entry, builder);
            }
        }
        return entry;
    }

    private void build(String key, Path entry, Builder builder) throws IOException {
        Path staging = shared("staging").resolve(key);
        // What a process that was killed left here: whoever has the lock is alone.
        FileTrees.delete(staging);
        Cancellation cancellation = new Cancellation();
        // The hook of a JVM that ends runs beside this thread: it waits until nothing is written any more.
        ReentrantLock writing = new ReentrantLock();
        writing.lock();
        try (AtExit undo = AtExit.register(() -> {
            cancellation.cancel();
            writing.lock();
            deleteUnchecked(staging);
        })) {
            assert undo != null;
            Files.createDirectory(staging);
            FileTrees.setPermissions(staging, "rwx--x--x");
            builder.buildIn(staging, cancellation);
            Files.writeString(
                    staging.resolve(MANIFEST), String.join("\n", FileTrees.manifest(staging.resolve(CONTENT))));
            cancellation.check();
            Files.move(staging, entry, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            while (writing.isHeldByCurrentThread()) {
                writing.unlock();
            }
        }
    }

    private static boolean isIntact(Path entry) throws IOException {
        Path manifest = entry.resolve(MANIFEST);
        Path content = entry.resolve(CONTENT);
        return Files.isRegularFile(manifest)
                && Files.isDirectory(content)
                && Files.readString(manifest).equals(String.join("\n", FileTrees.manifest(content)));
    }

    private void initialise(BinaryArchive archive, Path programs, Path staging, Cancellation cancellation)
            throws IOException {
        String password = randomPassword();
        Path content = staging.resolve(CONTENT);
        Path passwordFile = staging.resolve(PASSWORD);
        Files.createFile(passwordFile);
        FileTrees.setPermissions(passwordFile, "rw-------");
        Files.writeString(passwordFile, password);
        Commands.Outcome outcome = initdb(archive, programs, staging, "C.UTF-8");
        cancellation.check();
        if (!outcome.succeeded()) {
            outcome = initdb(archive, programs, staging, "C");
            cancellation.check();
        }
        if (!outcome.succeeded()) {
            throw new IOException("initdb of PostgreSQL " + archive.major() + " failed: " + outcome.output());
        }
        if (privileges == Privileges.OTHER_USER) {
            // Kept by root, so that nobody's other processes cannot touch what the next servers are made from.
            FileTrees.giveTo(0, staging);
        }
        Path conf = content.resolve("postgresql.conf");
        Files.writeString(conf, Files.readString(conf) + configuration(archive.major()));
    }

    private Commands.Outcome initdb(BinaryArchive archive, Path programs, Path staging, String locale)
            throws IOException {
        Path content = staging.resolve(CONTENT);
        FileTrees.delete(content);
        Files.createDirectory(content);
        FileTrees.setPermissions(content, "rwx------");
        if (privileges == Privileges.OTHER_USER) {
            FileTrees.giveTo(Privileges.OTHER_UID, content);
            FileTrees.giveTo(Privileges.OTHER_UID, staging.resolve(PASSWORD));
        }
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("bin")
                        .resolve(archive.platform().program("initdb"))
                        .toString(),
                "-D",
                content.toString(),
                "--pwfile=" + staging.resolve(PASSWORD),
                "--locale=" + locale));
        command.addAll(initdbOptions(archive.major()));
        AtomicReference<@Nullable Process> running = new AtomicReference<>();
        try (AtExit undo = AtExit.register(() -> kill(running.get()))) {
            assert undo != null;
            return Commands.run(privileges.prefix(), command, INITDB_TIMEOUT, running::set);
        }
    }

    private static void kill(@Nullable Process process) {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static List<String> initdbOptions(int major) {
        List<String> options =
                List.of("-U", "postgres", "-A", "password", "-E", "UTF8", "--no-sync", "--wal-segsize=1");
        return major < 18
                ? options
                : Stream.concat(options.stream(), Stream.of("--no-data-checksums"))
                        .toList();
    }

    private static String configuration(int major) {
        // Each login costs a few ms of hashing; the passwords are random and live as long as the server.
        return major < 16 ? CONFIGURATION : CONFIGURATION + "scram_iterations = 1\n";
    }

    static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Path shared(String name) throws IOException {
        Path directory = base.resolve(name);
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            FileTrees.setPermissions(directory, "rwx--x--x");
        }
        return directory;
    }

    private static void deleteUnchecked(Path directory) {
        try {
            FileTrees.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear away " + directory, e);
        }
    }
}
