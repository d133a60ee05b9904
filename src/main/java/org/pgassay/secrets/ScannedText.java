package org.pgassay.secrets;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A text that is scanned, with what all finders ask of it. */
final class ScannedText {

    private final String text;
    private final String lower;
    private final int[] lineStarts;

    ScannedText(String text) {
        this.text = text;
        this.lower = lowered(text);
        this.lineStarts = lineStarts(text);
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

    private static int[] lineStarts(String text) {
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
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

    /** The number of the line of an offset, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset, from 1. */
    int column(int offset) {
        return text.codePointCount(lineStarts[line(offset) - 1], offset) + 1;
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
