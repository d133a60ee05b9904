package org.pgassay.check.plan;

import java.util.List;
import java.util.Locale;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.check.QueryPlans.Situation.AsItIs;
import org.pgassay.plan.PlanWords;
import org.pgassay.spec.Location;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * A query must lock the rows that it finds, and in a certain way.
 *
 * <p>A plan says that rows are locked, and not how; the query's text says how.
 *
 * @param clause in lower case, such as {@code for update skip locked}
 */
record PlanLocks(StatedQuery query, String clause, Location location) implements PlanCheck {

    static final String ID = "plan/locks";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Planned planned = Planning.planned(query, new AsItIs(java.util.Set.of()), evidence);
        boolean locks = PlanWords.nodes(planned.root()).stream()
                .anyMatch(node -> node.type().equals("LockRows"));
        String found = found(SqlLexer.tokens(query.text()));
        if (locks && found.equals(clause)) {
            return List.of(Planning.passed(
                    this, query.name() + " locks the rows that it finds " + clause + ".", clause, planned, List.of()));
        }
        String observed = !locks ? "no locks" : found.isEmpty() ? "locks that the query's text does not show" : found;
        return List.of(Planning.failed(
                this,
                query.name() + " does not lock the rows that it finds " + clause + ", but takes " + observed + ": "
                        + effect() + ".",
                "Add '" + clause + "' to the query that finds the rows.",
                clause,
                observed,
                planned,
                List.of(),
                List.of()));
    }

    private String effect() {
        return clause.endsWith("skip locked")
                ? "two workers find the same row, and one waits for the other or works on it again"
                : "what is read may be changed by someone else before it is written";
    }

    /** The last locking clause of the query, without the tables that it names. */
    private static String found(List<Token> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is("for") && i + 1 < tokens.size() && isStrength(tokens.get(i + 1))) {
                return clause(tokens.subList(i, tokens.size()));
            }
        }
        return "";
    }

    private static boolean isStrength(Token token) {
        return token.is("update") || token.is("no") || token.is("key") || token.is("share");
    }

    private static String clause(List<Token> tokens) {
        StringBuilder words = new StringBuilder();
        List<String> known = List.of("for", "no", "key", "update", "share", "skip", "locked", "nowait");
        for (Token token : tokens) {
            String word = token.text().toLowerCase(Locale.ROOT);
            boolean closing =
                    token.isSymbol(')') && token.depth() == tokens.get(0).depth();
            if (closing || token.depth() < tokens.get(0).depth()) {
                break;
            } else if (token.kind() == Token.Kind.WORD && known.contains(word)) {
                words.append(words.isEmpty() ? "" : " ").append(word);
            }
        }
        return words.toString();
    }
}
