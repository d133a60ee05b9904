package org.pgassay.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** What can be told of bytes without a key. */
final class Bytes {

    /** Fewer say nothing: three random bytes may well be text. */
    private static final int FEWEST = 16;

    private Bytes() {}

    /** Of text in which each character stands for a byte. */
    static byte[] raw(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What base64 (with either alphabet, padded or not) stands for. */
    static Optional<byte[]> base64(String text) {
        String plain = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        if (!plain.matches("[A-Za-z0-9+/]+={0,2}")) {
            return Optional.empty();
        }
        String unpadded = plain.replace("=", "");
        return unpadded.length() % 4 == 1
                ? Optional.empty()
                : Optional.of(Base64.getDecoder().decode(unpadded));
    }

    /** What hexadecimal digits stand for, with {@code \x} before them or not. */
    static Optional<byte[]> hex(String text) {
        String digits = text.startsWith("\\x") ? text.substring(2) : text;
        return digits.matches("(?:[0-9a-fA-F]{2})+")
                ? Optional.of(HexFormat.of().parseHex(digits))
                : Optional.empty();
    }

    /** What text stands for: hexadecimal digits, or base64. */
    static Optional<byte[]> decoded(String text) {
        return hex(text).or(() -> base64(text));
    }

    /**
     * Whether bytes look as what a cipher makes of anything: no text in any encoding, no base64 of it, nothing compressed,
     * no value so much more frequent than the others that chance could not explain it.
     */
    static boolean random(byte[] bytes) {
        return bytes.length >= FEWEST && !readable(bytes) && !compressed(bytes) && even(bytes);
    }

    /** Whether bytes are text, or base64 or hexadecimal digits of text. */
    static boolean readable(byte[] bytes) {
        Optional<String> text = text(bytes);
        return text.isPresent();
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean controls = text.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 127);
            return controls ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            // Not being UTF-8 is the answer.
            return Optional.empty();
        }
    }

    private static boolean compressed(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean gzip = first == 0x1f && second == 0x8b;
        boolean zlib = first == 0x78 && (second == 0x01 || second == 0x9c || second == 0xda);
        boolean zip = first == 'P' && second == 'K';
        return gzip || zlib || zip;
    }

    private static boolean even(byte[] bytes) {
        int[] counts = new int[256];
        for (byte each : bytes) {
            counts[each & 0xff]++;
        }
        int most = 0;
        int distinct = 0;
        for (int count : counts) {
            most = Math.max(most, count);
            distinct += count > 0 ? 1 : 0;
        }
        double mean = bytes.length / 256.0;
        return most <= 6 + mean + 6 * Math.sqrt(mean) && distinct >= Math.min(bytes.length, 256) / 2;
    }
}
