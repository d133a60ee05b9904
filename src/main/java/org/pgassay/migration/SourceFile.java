package org.pgassay.migration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The text of a file that a tool reads: with line feeds only, and without a byte order mark, so that neither makes a
 * difference.
 */
public final class SourceFile {

    /** Python's own, which editors honour too: PEP 263. */
    private static final Pattern LATIN =
            Pattern.compile("(?s)^[^\\n]*(\\n[^\\n]*)?coding[:=]\\s*(latin-?1|iso-8859-1|cp1252).*");

    /** UTF-8's byte order mark, as Latin-1 reads it. */
    private static final String MARK = "\u00EF\u00BB\u00BF";

    private SourceFile() {}

    /**
     * The text of a file in UTF-8, or in Latin-1 if it says so.
     *
     * @throws MigrationException if it is neither
     * @throws IOException if it cannot be read
     */
    public static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Only then can it be anything but UTF-8; the decoder that tells is far slower.
        if (text.indexOf('\uFFFD') >= 0) {
            text = strictly(file, bytes);
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.indexOf('\r') < 0 ? plain : plain.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String strictly(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (!LATIN.matcher(text).matches()) {
                throw new MigrationException(file + ":1: the file is not UTF-8 text. Save it as UTF-8.");
            }
            return text;
        }
    }

    /**
     * The sha-256 of a file in hexadecimal, the same whatever its line ends and with a byte order mark or without.
     *
     * @throws IOException if it cannot be read
     */
    public static String checksum(Path file) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String plain = bytes.startsWith(MARK) ? bytes.substring(MARK.length()) : bytes;
        return sha256(plain.replace("\r\n", "\n"));
    }

    /** The sha-256 of a text, in hexadecimal. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
