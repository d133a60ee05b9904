package org.pgassay.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.NamedParameters;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Statements;
import org.pgassay.sql.Token;

/** A piece of a spec that must be one query, with parameters written {@code :name}. */
public final class QueryText {

    /** What PREPARE takes. */
    private static final Set<String> FIRST_WORDS =
            Set.of("select", "insert", "update", "delete", "merge", "values", "with", "table");

    private QueryText() {}

    /** The query of a text that has no problem, without the semicolon that may end it. */
    public static NamedParameters of(SourceText sql) {
        return NamedParameters.of(Statements.of(sql.text()).get(0).text());
    }

    /** Why a text is no such query, as far as that can be told without a database. */
    public static Optional<Problem> problem(SourceText sql) {
        try {
            List<Statements.Statement> statements = Statements.of(sql.text());
            if (statements.size() != 1) {
                return Optional.of(new Problem(
                        sql.location(),
                        "found " + statements.size() + " statements, expected one; give each a name of its own"));
            }
            Token first = SqlLexer.tokens(sql.text()).get(0);
            boolean preparable = first.isSymbol('(') || FIRST_WORDS.stream().anyMatch(first::is);
            if (!preparable) {
                return Optional.of(new Problem(
                        sql.at(first.offset()),
                        "'" + first.text() + "' begins no query that can be prepared: SELECT, INSERT, UPDATE, DELETE,"
                                + " MERGE, VALUES, WITH and TABLE do"));
            }
            NamedParameters parameters = NamedParameters.of(sql.text());
            return parameters.numbered()
                    ? Optional.of(new Problem(sql.location(), "parameters have names here; write :name instead of $1"))
                    : Optional.empty();
        } catch (SqlSyntaxException e) {
            return Optional.of(new Problem(sql.at(e.offset()), String.valueOf(e.getMessage())));
        }
    }
}
