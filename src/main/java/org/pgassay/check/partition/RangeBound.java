package org.pgassay.check.partition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Table;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * What a partition by range over one column holds.
 *
 * @param from the first value, as PostgreSQL prints it, or MINVALUE
 * @param to the first value that it does not hold, as PostgreSQL prints it, or MAXVALUE
 */
record RangeBound(Table partition, String from, String to) {

    /** The bound of a partition; nothing if it is not one by range over one column. */
    static Optional<RangeBound> of(Table partition) {
        String bound = partition.partitionBound();
        if (bound == null || !bound.startsWith("FOR VALUES FROM ")) {
            return Optional.empty();
        }
        List<List<Token>> values = values(SqlLexer.tokens(bound));
        boolean single = values.size() == 2 && values.stream().allMatch(each -> each.size() == 1);
        return single
                ? Optional.of(new RangeBound(
                        partition,
                        text(values.get(0).get(0)),
                        text(values.get(1).get(0))))
                : Optional.empty();
    }

    /** What stands in each pair of parentheses. */
    private static List<List<Token>> values(List<Token> tokens) {
        List<List<Token>> values = new ArrayList<>();
        for (Token token : tokens) {
            if (token.isSymbol('(') && token.depth() == 0) {
                values.add(new ArrayList<>());
            } else if (token.depth() > 0 && !values.isEmpty()) {
                values.get(values.size() - 1).add(token);
            }
        }
        return values;
    }

    /** The value without quotes; a number without the zeros that its scale leaves behind it. */
    private static String text(Token token) {
        return switch (token.kind()) {
            case NUMBER -> new BigDecimal(token.text()).stripTrailingZeros().toPlainString();
            case STRING -> token.text().substring(1, token.text().length() - 1).replace("''", "'");
            case WORD, QUOTED, SYMBOL, META -> token.text();
        };
    }

    /** The order in which people read bounds: numbers by value, all else by its text, as dates come out right. */
    static int compare(String left, String right) {
        if (left.equals(right)) {
            return 0;
        } else if (left.equals("MINVALUE") || right.equals("MAXVALUE")) {
            return -1;
        } else if (right.equals("MINVALUE") || left.equals("MAXVALUE")) {
            return 1;
        }
        try {
            return new BigDecimal(left).compareTo(new BigDecimal(right));
        } catch (NumberFormatException e) {
            return left.compareTo(right);
        }
    }
}
