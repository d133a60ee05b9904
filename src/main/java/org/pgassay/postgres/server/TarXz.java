package org.pgassay.postgres.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** Unpacks tar.xz files. */
final class TarXz {

    private TarXz() {}

    /**
     * Unpacks files, directories and links below a directory, all readable, and executable where the archive says so.
     *
     * @throws IOException if the archive is damaged, leads out of the directory, or the disk is full
     */
    static void unpack(InputStream compressed, Path target, Cancellation cancellation) throws IOException {
        createDirectory(target);
        @SuppressWarnings("resource") // The caller closes the stream beneath.
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(compressed));
        for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            cancellation.check();
            Path path = inside(target, target.resolve(entry.getName()), entry);
            if (entry.isDirectory()) {
                createDirectory(path);
                continue;
            }
            createDirectory(parent(path));
            if (entry.isSymbolicLink()) {
                inside(target, parent(path).resolve(entry.getLinkName()), entry);
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(path, inside(target, target.resolve(entry.getLinkName()), entry));
            } else {
                Files.copy(tar, path);
                permit(path, entry.getMode());
            }
        }
    }

    private static Path inside(Path target, Path path, TarArchiveEntry entry) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(target.normalize())) {
            throw new IOException("the archive's entry '" + entry.getName() + "' leads out of the archive");
        }
        return normal;
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("'" + path + "' is in no directory");
        }
        return parent;
    }

    private static void createDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        createDirectory(parent(directory));
        Files.createDirectory(directory);
        // After the fact, because the process's umask narrows what is asked for at creation.
        FileTrees.setPermissions(directory, "rwxr-xr-x");
    }

    private static void permit(Path path, int mode) throws IOException {
        FileTrees.setPermissions(path, (mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    }
}
