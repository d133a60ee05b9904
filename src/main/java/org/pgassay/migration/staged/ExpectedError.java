package org.pgassay.migration.staged;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * An error that a stage meets, after which it goes on.
 *
 * @param codes SQLSTATEs, of which it has one
 * @param object whether a name that the error gives is the one it must be about
 */
public record ExpectedError(Set<String> codes, Predicate<String> object) {

    /** What servers put names in, by the language of their messages. */
    private static final Pattern QUOTED = Pattern.compile("[\"«„»]([^\"«»„“]+)[\"»“«]");

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$.]*");

    /** Copies the codes. */
    public ExpectedError {
        codes = Set.copyOf(codes);
    }

    /** Whether an error is this one. */
    boolean matches(SQLException error) {
        return codes.contains(String.valueOf(error.getSQLState()).toUpperCase(Locale.ROOT))
                && names(error).stream().anyMatch(object);
    }

    /** What an error names: its fields, what its message has in quotes, and its words; with schemas and without. */
    private static Set<String> names(SQLException error) {
        ServerErrorMessage server = error instanceof PSQLException said ? said.getServerErrorMessage() : null;
        if (server == null) {
            return words(String.valueOf(error.getMessage()));
        }
        Set<String> names = new LinkedHashSet<>();
        Stream.of(server.getConstraint(), server.getTable(), server.getColumn(), server.getDatatype())
                .filter(Objects::nonNull)
                .forEach(names::add);
        if (server.getTable() != null) {
            names.add(server.getSchema() + "." + server.getTable());
        }
        names.addAll(words(String.valueOf(server.getMessage())));
        return names;
    }

    private static Set<String> words(String message) {
        Set<String> words = new LinkedHashSet<>();
        List<String> found = Stream.concat(
                        QUOTED.matcher(message).results().map(result -> result.group(1)),
                        WORD.matcher(message).results().map(MatchResult::group))
                .toList();
        for (String word : found) {
            words.add(word);
            words.add(word.substring(word.lastIndexOf('.') + 1));
        }
        return words;
    }
}
