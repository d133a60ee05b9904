package org.pgassay.postgres.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Mutual exclusion by a lock on a file: of processes, and of threads of one process; it ends with the process. */
final class FileMutex implements AutoCloseable {

    private static final long POLL_MILLIS = 5;

    private final FileChannel channel;

    private FileMutex(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock; the file is created where it is missing, and stays. */
    static FileMutex acquire(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            while (!locked(channel)) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            return new FileMutex(channel);
        } catch (InterruptedException e) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + file, e);
        } catch (IOException e) {
            channel.close();
            throw new IOException("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Takes the lock if no one has it. Not for a lock that this very process holds: on POSIX systems the failed attempt
     * would release it.
     */
    static @Nullable FileMutex tryAcquire(Path file) throws IOException {
        FileChannel channel = open(file);
        if (locked(channel)) {
            return new FileMutex(channel);
        }
        channel.close();
        return null;
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it. The channel stays open while we wait: closing it would release
            // that thread's lock as well.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
