package org.pgassay.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of the files that a spec was read from, to cut excerpts from. */
public final class Sources {

    private static final int WIDTH = 160;

    private final Map<String, List<String>> linesByFile = new HashMap<>();

    /** Remembers a file's text under the name that locations use. */
    void add(String file, String text) {
        linesByFile.put(file, text.lines().toList());
    }

    /** The line with a caret below the column; empty where the file or line is not known. */
    public String excerpt(Location location) {
        List<String> lines = linesByFile.getOrDefault(location.file(), List.of());
        if (location.line() < 1 || location.line() > lines.size()) {
            return "";
        }
        String line = lines.get(location.line() - 1);
        int[] characters = line.codePoints().toArray();
        int caret = Math.min(Math.max(location.column() - 1, 0), characters.length);
        int from = Math.max(0, caret - WIDTH / 2);
        String shown = new String(characters, from, Math.min(characters.length - from, WIDTH)).replace('\t', ' ');
        String number = Integer.toString(location.line());
        return "  " + number + " | " + shown + "\n  " + " ".repeat(number.length()) + " | " + " ".repeat(caret - from)
                + "^\n";
    }
}
