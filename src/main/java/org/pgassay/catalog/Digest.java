package org.pgassay.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of text in UTF-8. */
public final class Digest {

    /** What stands before the digits, so that nobody has to guess the algorithm. */
    public static final String PREFIX = "sha256:";

    private Digest() {}

    /** The digest as 32 bytes. */
    public static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }

    /** The digest as 64 hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** The digest as {@code sha256:} and 64 hexadecimal digits. */
    public static String named(String text) {
        return PREFIX + hex(text);
    }
}
