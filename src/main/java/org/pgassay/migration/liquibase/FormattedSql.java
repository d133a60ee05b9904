package org.pgassay.migration.liquibase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.SourceFile;

/** Reads change sets in SQL: {@code --liquibase formatted sql}, {@code --changeset author:id}, {@code --rollback …}. */
final class FormattedSql {

    private static final Pattern HEAD = Pattern.compile("(?i)\\s*--\\s*liquibase formatted sql(.*)");
    private static final Pattern SET = Pattern.compile("(?i)\\s*--\\s*changeset\\s.*");
    private static final Pattern WHOLE_SET =
            Pattern.compile("(?i)\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^:]+):\\s*(\"[^\"]+\"|\\S+)(.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+):\\s*(\"[^\"]*\"|'[^']*'|\\S+)");
    private static final Pattern ROLLBACK =
            Pattern.compile("(?i)\\s*--\\s*rollback\\s+\\S.*|.*/\\*\\s*liquibase\\s*rollback\\s*");
    private static final Pattern COMMENT = Pattern.compile("(?i)\\s*--\\s*comment:?\\s+(.*)");
    private static final Pattern IGNORED = Pattern.compile("(?i)\\s*--\\s*ignoreLines:\\s*(\\w+)\\s*");

    private final Path file;
    private String logical;
    private final List<StatedChangeSet> found = new ArrayList<>();
    private @Nullable Open open;

    private FormattedSql(Path file, String path) {
        this.file = file;
        this.logical = path;
    }

    /** A change set whose end was not reached yet. */
    private static final class Open {
        private final String id;
        private final String author;
        private final int line;
        private final Map<String, String> attributes;
        private final StringBuilder body;
        private String comment = "";
        private boolean undoable;

        private Open(String id, String author, int line, Map<String, String> attributes, String head) {
            this.id = id;
            this.author = author;
            this.line = line;
            this.attributes = attributes;
            this.body = new StringBuilder(head);
        }

        private String attribute(String key) {
            return attributes.getOrDefault(key, "");
        }
    }

    /**
     * The change sets of a file. One that does not begin as it must is one change set, {@code raw}, which is what
     * Liquibase makes of it.
     *
     * @param path the file's name in ids
     * @throws MigrationException if a line that begins a change set does not name it
     */
    static List<StatedChangeSet> read(Path file, String path) throws IOException {
        List<String> lines = SourceFile.text(file).lines().toList();
        FormattedSql sql = new FormattedSql(file, path);
        Optional<String> first = lines.stream().filter(line -> !line.isBlank()).findFirst();
        Matcher head = HEAD.matcher(first.orElse(""));
        if (!head.matches()) {
            return List.of(new StatedChangeSet(
                    path + "::raw::includeAll", file, 1, "", false, true, "", SourceFile.checksum(file)));
        }
        sql.logical = LiquibaseFiles.path(attributes(head.group(1)).getOrDefault("logicalfilepath", path));
        sql.read(lines);
        return sql.found;
    }

    private void read(List<String> lines) {
        boolean passing = false;
        int passed = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher ignored = IGNORED.matcher(line);
            if (ignored.matches()) {
                String word = ignored.group(1);
                passing = word.equalsIgnoreCase("start");
                passed = word.matches("[0-9]{1,9}") ? Integer.parseInt(word) : 0;
            } else if (passed > 0) {
                passed--;
            } else if (!passing) {
                line(line, i + 1);
            }
        }
        end();
    }

    private void line(String line, int number) {
        if (SET.matcher(line).matches()) {
            end();
            Matcher set = WHOLE_SET.matcher(line);
            if (!set.matches()) {
                throw new MigrationException(
                        file + ":" + number + ": the line begins a change set and does not say which"
                                + " one, and Liquibase breaks off at it. Write --changeset author:id.");
            }
            open = new Open(
                    unquoted(set.group(2)),
                    unquoted(set.group(1)).strip(),
                    number,
                    attributes(set.group(3)),
                    set.group(3).strip());
            return;
        }
        Open current = open;
        if (current == null) {
            return;
        }
        Matcher comment = COMMENT.matcher(line);
        if (comment.matches()) {
            current.comment = comment.group(1).strip();
        } else {
            current.undoable |= ROLLBACK.matcher(line).matches();
            current.body.append('\n').append(line.stripTrailing());
        }
    }

    private void end() {
        Open set = open;
        if (set == null) {
            return;
        }
        String in = set.attribute("logicalfilepath").isEmpty()
                ? logical
                : LiquibaseFiles.path(set.attribute("logicalfilepath"));
        String id = LiquibaseFiles.plain(in + "::" + set.id + "::" + set.author, file, set.line);
        found.add(new StatedChangeSet(
                id,
                file,
                set.line,
                set.comment,
                set.undoable,
                StatedChangeSet.forPostgresql(set.attribute("dbms"))
                        && !set.attribute("ignore").equalsIgnoreCase("true"),
                set.attribute("runorder"),
                SourceFile.sha256(set.body.toString().strip())));
        open = null;
    }

    /** By their names in small letters. */
    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            attributes.putIfAbsent(attribute.group(1).toLowerCase(Locale.ROOT), unquoted(attribute.group(2)));
        }
        return attributes;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && (text.startsWith("\"") || text.startsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
