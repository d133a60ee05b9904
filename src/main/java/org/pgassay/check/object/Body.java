package org.pgassay.check.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The source text of a function, as it is compared: without the white space around it and at the ends of lines. */
public final class Body {

    private static final String HASH = "sha256:";

    private Body() {}

    /** The text without the white space that does not count. */
    public static String stripped(String text) {
        return text.replace("\r\n", "\n").replaceAll("[ \\t]+(?=\\n)", "").strip();
    }

    /** Whether a spec states a hash and no text. */
    static boolean isHash(String stated) {
        return stated.strip().matches(HASH + "[0-9a-f]{64}");
    }

    /** The hash as a spec states it, of the stripped text. */
    public static String hash(String text) {
        try {
            byte[] bytes = stripped(text).getBytes(StandardCharsets.UTF_8);
            return HASH
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }
}
