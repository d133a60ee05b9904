package org.pgassay.migration.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pgassay.migration.Revision;

/**
 * A change set as its file states it.
 *
 * @param id {@code file::id::author}, as Liquibase writes it
 * @param file that it stands in
 * @param line where it begins, from 1
 * @param title its comment, or its changes
 * @param undoable whether Liquibase can undo it
 * @param selected whether it is for PostgreSQL and not to be passed over
 * @param order {@code first}, {@code last} or empty
 * @param checksum sha-256 of what it does
 */
record StatedChangeSet(
        String id,
        Path file,
        int line,
        String title,
        boolean undoable,
        boolean selected,
        String order,
        String checksum) {

    Revision revision() {
        return new Revision(id, file, line, undoable ? file : null, List.of(), List.of(), List.of(), title, checksum);
    }

    /** Whether a list of databases means PostgreSQL: {@code postgresql, h2}, {@code !oracle}, {@code all}. */
    static boolean forPostgresql(String dbms) {
        List<String> names = Stream.of(dbms.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty() || names.contains("all")) {
            return true;
        } else if (names.contains("none") || names.contains("!postgresql")) {
            return false;
        }
        return names.contains("postgresql") || names.stream().allMatch(name -> name.startsWith("!"));
    }
}
