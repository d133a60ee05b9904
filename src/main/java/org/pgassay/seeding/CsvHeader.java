package org.pgassay.seeding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the names in the first line of a CSV file, as PostgreSQL's COPY reads values. */
final class CsvHeader {

    private CsvHeader() {}

    /** The names; nothing if the file has no line. */
    static Optional<List<String>> of(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                // A doubled one within quotes stands for itself.
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    name.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && c == ',') {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return Optional.of(names);
    }
}
