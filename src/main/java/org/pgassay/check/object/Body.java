package org.pgassay.check.object;

import org.pgassay.catalog.Digest;

/** The source text of a function, as it is compared: without the white space around it and at the ends of lines. */
public final class Body {

    private Body() {}

    /** The text without the white space that does not count. */
    public static String stripped(String text) {
        return text.replace("\r\n", "\n").replaceAll("[ \\t]+(?=\\n)", "").strip();
    }

    /** Whether a spec states a hash and no text. */
    static boolean isHash(String stated) {
        return stated.strip().matches(Digest.PREFIX + "[0-9a-f]{64}");
    }

    /** The hash as a spec states it, of the stripped text. */
    public static String hash(String text) {
        return Digest.named(stripped(text));
    }
}
