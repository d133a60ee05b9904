package org.pgassay.migration.alembic;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.pgassay.migration.Revision;

/** What a revision's {@code upgrade()} holds, as far as can be told without Python. */
final class RevisionBody {

    private static final Pattern UPGRADE = Pattern.compile("def\\s+upgrade\\s*\\(.*");

    private static final Pattern DOCUMENTATION =
            Pattern.compile("(?s)\\A\\s*[rRuU]?(\"\"\".*?\"\"\"|'''.*?'''|\"[^\"\\n]*\"|'[^'\\n]*')");

    private RevisionBody() {}

    /** Whether it does nothing, though it is no merge: those are there to have two parents, and hold nothing. */
    static boolean isEmpty(Revision revision) {
        if (revision.parents().size() > 1) {
            return false;
        }
        try {
            return isEmpty(Files.readAllLines(revision.file()));
        } catch (IOException e) {
            // Alembic has read it: what cannot be told here is not held against it.
            return false;
        }
    }

    private static boolean isEmpty(List<String> lines) {
        int at = 0;
        while (at < lines.size() && !UPGRADE.matcher(lines.get(at)).matches()) {
            at++;
        }
        if (at == lines.size()) {
            return false;
        }
        StringBuilder body = new StringBuilder();
        String head = lines.get(at);
        while (!head.stripTrailing().replaceAll("#.*$", "").stripTrailing().endsWith(":") && at + 1 < lines.size()) {
            if (head.matches(".*:\\s*(pass|\\.\\.\\.)\\s*(#.*)?")) {
                return true;
            }
            at++;
            head = lines.get(at);
        }
        for (String line : lines.subList(at + 1, lines.size())) {
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.startsWith("#")) {
                break;
            }
            body.append(line).append('\n');
        }
        String rest = DOCUMENTATION.matcher(body).replaceFirst("");
        return rest.lines()
                .map(line -> line.replaceAll("#.*$", "").strip())
                .allMatch(line -> line.isEmpty() || line.equals("pass") || line.equals("..."));
    }
}
