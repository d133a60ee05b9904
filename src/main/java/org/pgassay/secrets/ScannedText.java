package org.pgassay.secrets;

/** A text that is scanned, with what all finders ask of it. */
final class ScannedText {

    private final String text;
    private final String lower;

    ScannedText(String text) {
        this.text = text;
        this.lower = lowered(text);
    }

    /** Letters of ASCII only: offsets must stay what they are. */
    private static String lowered(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + 32));
            }
        }
        return lower.toString();
    }

    String text() {
        return text;
    }

    String lower() {
        return lower;
    }

    int length() {
        return text.length();
    }

    /** The character at an offset; NUL outside the text. */
    char at(int offset) {
        return offset < 0 || offset >= text.length() ? '\0' : text.charAt(offset);
    }

    /** The offset of the first character that is no space or tab, a few further at most. */
    int afterSpaces(int offset) {
        int at = offset;
        while (at < offset + 20 && (at(at) == ' ' || at(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Counts lines and columns from the beginning. */
    Walk walk() {
        return new Walk();
    }

    /** Goes forward only: many places in one long line are counted once. */
    final class Walk {

        private int offset;
        private int line = 1;
        private int column = 1;

        void to(int target) {
            while (offset < target) {
                int character = text.codePointAt(offset);
                offset += Character.charCount(character);
                line += character == '\n' ? 1 : 0;
                column = character == '\n' ? 1 : column + 1;
            }
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }
    }

    /** Whether a word begins at an offset: what stands before is no part of it, be it the n of an escaped line break. */
    boolean wordStarts(int offset) {
        char before = at(offset - 1);
        boolean escaped = at(offset - 2) == '\\' && (before == 'n' || before == 'r' || before == 't');
        return escaped || !isWordPart(before);
    }

    static boolean isWordPart(char c) {
        return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
