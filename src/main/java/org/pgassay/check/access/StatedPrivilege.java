package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Definition;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Suggestions;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/**
 * A privilege as a spec writes it: {@code select}, {@code update (status, note)}, {@code all with grant option}.
 *
 * @param name in upper case
 * @param columns empty for the whole object
 */
record StatedPrivilege(String name, List<String> columns, boolean grantable) {

    /** Copies the list. */
    StatedPrivilege {
        columns = List.copyOf(columns);
    }

    /** Reads a privilege on an object of a kind; what is wrong with it is added to the problems. */
    static Optional<StatedPrivilege> read(SourceText text, ObjectKind kind, List<Problem> problems) {
        try {
            return Optional.of(new Reader(text, kind).read());
        } catch (SqlSyntaxException e) {
            problems.add(Definition.problem(text, e));
            return Optional.empty();
        }
    }

    /** Reads one. */
    private static final class Reader {

        private final SourceText text;
        private final ObjectKind kind;
        private final List<Token> tokens;
        private int next;

        Reader(SourceText text, ObjectKind kind) throws SqlSyntaxException {
            this.text = text;
            this.kind = kind;
            this.tokens = SqlLexer.tokens(text.text());
        }

        StatedPrivilege read() throws SqlSyntaxException {
            String name = name();
            List<String> columns = new ArrayList<>();
            if (next < tokens.size() && tokens.get(next).isSymbol('(')) {
                columns(name, columns);
            }
            boolean grantable = next < tokens.size();
            if (grantable) {
                List<String> words = List.of("with", "grant", "option");
                for (String word : words) {
                    if (next >= tokens.size() || !tokens.get(next).is(word)) {
                        throw unexpected("'with grant option' or nothing: each privilege is an item of the list");
                    }
                    next++;
                }
            }
            if (next < tokens.size()) {
                throw unexpected("nothing more: each privilege is an item of the list");
            }
            return new StatedPrivilege(name, columns, grantable);
        }

        private String name() throws SqlSyntaxException {
            if (tokens.isEmpty() || tokens.get(0).kind() != Token.Kind.WORD) {
                throw unexpected("a privilege, such as select");
            }
            Token first = tokens.get(next++);
            String name = first.text().toUpperCase(Locale.ROOT);
            List<String> known = Privileges.of(kind);
            if (name.equals(Privileges.ALL)) {
                if (next < tokens.size() && tokens.get(next).is("privileges")) {
                    next++;
                }
                return name;
            }
            if (!known.contains(name)) {
                List<String> written = known.stream().map(Privileges::written).toList();
                String word = Privileges.written(name);
                throw new SqlSyntaxException(
                        "'" + word + "' is no privilege on a " + kind.word() + Suggestions.didYouMean(word, written)
                                + "; there are " + String.join(", ", written) + " and all",
                        first.offset());
            }
            return name;
        }

        private void columns(String name, List<String> columns) throws SqlSyntaxException {
            boolean relation = Privileges.of(kind).containsAll(Privileges.COLUMN);
            if (!relation || !(Privileges.COLUMN.contains(name) || name.equals(Privileges.ALL))) {
                throw new SqlSyntaxException(
                        relation
                                ? "'" + Privileges.written(name) + "' cannot be granted on columns; "
                                        + Privileges.written(String.join(", ", Privileges.COLUMN)) + " can"
                                : "a " + kind.word() + " has no columns to grant on",
                        tokens.get(next).offset());
            }
            do {
                next++;
                if (next >= tokens.size() || !tokens.get(next).isName()) {
                    throw unexpected("a column");
                }
                columns.add(tokens.get(next++).name());
            } while (next < tokens.size() && tokens.get(next).isSymbol(','));
            if (next >= tokens.size() || !tokens.get(next).isSymbol(')')) {
                throw unexpected("a comma or a closing parenthesis");
            }
            next++;
        }

        private SqlSyntaxException unexpected(String expected) {
            return next < tokens.size()
                    ? new SqlSyntaxException(
                            "found '" + tokens.get(next).text() + "', expected " + expected,
                            tokens.get(next).offset())
                    : new SqlSyntaxException(
                            "the privilege ends here, expected " + expected,
                            text.text().length());
        }
    }
}
