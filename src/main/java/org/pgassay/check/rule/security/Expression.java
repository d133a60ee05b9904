package org.pgassay.check.rule.security;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * An expression as PostgreSQL prints it, taken apart by its parentheses.
 *
 * <p>PostgreSQL puts every operator's operands in parentheses, so that one level of them holds one operator, or a chain
 * of the same one: no precedence has to be known to read it.
 *
 * @param parts single tokens, and what stands in parentheses or brackets
 */
record Expression(List<Part> parts) {

    private static final Set<String> CONSTANTS = Set.of(
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "is",
            "distinct",
            "from",
            "case",
            "when",
            "then",
            "else",
            "end",
            "any",
            "all",
            "array");

    /** A piece of an expression. */
    sealed interface Part permits Leaf, Group {

        /** Its tokens, from left to right. */
        Stream<Token> tokens();

        /** Whether it can be a piece of a type's name. */
        boolean inType();

        /** Whether it names nothing. */
        boolean constant();

        /** Its spelling, the same wherever it stands. */
        String spelling();
    }

    /** One token. */
    record Leaf(Token token) implements Part {

        @Override
        public Stream<Token> tokens() {
            return Stream.of(token);
        }

        @Override
        public boolean inType() {
            return token.isName() ? !isOperatorWord(token) : token.isSymbol('.') || token.isSymbol(':');
        }

        @Override
        public boolean constant() {
            return !token.isName() || (token.kind() == Token.Kind.WORD && CONSTANTS.contains(token.name()));
        }

        @Override
        public String spelling() {
            return token.isName() ? token.name() : token.text();
        }
    }

    /** What stands in parentheses or brackets, without them. */
    record Group(boolean brackets, Expression inside) implements Part {

        @Override
        public Stream<Token> tokens() {
            return inside.tokens();
        }

        /** The lengths of {@code numeric(12,2)}, the brackets of an array. */
        @Override
        public boolean inType() {
            return inside.tokens().allMatch(token -> token.kind() == Token.Kind.NUMBER || token.isSymbol(','));
        }

        @Override
        public boolean constant() {
            return inside.isConstant();
        }

        @Override
        public String spelling() {
            return "( " + inside.spelling() + " )";
        }
    }

    /** Copies the list. */
    Expression {
        parts = List.copyOf(parts);
    }

    /** Takes a text apart. */
    static Expression of(String sql) {
        Deque<List<Part>> open = new ArrayDeque<>();
        open.push(new ArrayList<>());
        for (Token token : SqlLexer.tokens(sql)) {
            if (token.isSymbol('(') || token.isSymbol('[')) {
                open.push(new ArrayList<>());
            } else if ((token.isSymbol(')') || token.isSymbol(']')) && open.size() > 1) {
                List<Part> closed = open.pop();
                open.element().add(new Group(token.isSymbol(']'), new Expression(closed)));
            } else {
                open.element().add(new Leaf(token));
            }
        }
        return new Expression(open.getLast());
    }

    /** The expression without parentheses around the whole. */
    Expression bare() {
        return parts.size() == 1 && parts.get(0) instanceof Group group && !group.brackets()
                ? group.inside().bare()
                : this;
    }

    /** What the expression is a chain of by {@code OR}, however deep; itself if it is none. */
    List<Expression> alternatives() {
        return chain("or");
    }

    /** What the expression is a chain of by {@code AND}, however deep; itself if it is none. */
    List<Expression> conjuncts() {
        return chain("and");
    }

    private List<Expression> chain(String word) {
        Expression bare = bare();
        List<Expression> links = bare.split(word);
        return links.size() == 1
                ? List.of(bare)
                : links.stream().flatMap(link -> link.chain(word).stream()).toList();
    }

    /** What stands between the occurrences of a key word or of a symbol on this level. */
    List<Expression> split(String separator) {
        List<Expression> pieces = new ArrayList<>();
        List<Part> piece = new ArrayList<>();
        for (Part part : parts) {
            if (isWord(part, separator)) {
                pieces.add(new Expression(piece));
                piece = new ArrayList<>();
            } else {
                piece.add(part);
            }
        }
        pieces.add(new Expression(piece));
        return pieces;
    }

    /** Whether a part is this key word, in lower case, or this symbol. */
    static boolean isWord(Part part, String word) {
        return part instanceof Leaf leaf
                && leaf.token().kind() != Token.Kind.QUOTED
                && leaf.token().kind() != Token.Kind.STRING
                && leaf.token().text().toLowerCase(Locale.ROOT).equals(word);
    }

    /** Whether it is a query. */
    boolean isQuery() {
        return !parts.isEmpty()
                && (isWord(parts.get(0), "select") || isWord(parts.get(0), "with") || isWord(parts.get(0), "values"));
    }

    /** Whether the key word stands on this level. */
    boolean has(String word) {
        return parts.stream().anyMatch(part -> isWord(part, word));
    }

    /** All tokens, from left to right. */
    Stream<Token> tokens() {
        return parts.stream().flatMap(Part::tokens);
    }

    /** The expression without casts that stand behind it, and without parentheses around it. */
    Expression uncast() {
        Expression bare = bare();
        for (int at = 1; at + 1 < bare.parts.size(); at++) {
            if (isWord(bare.parts.get(at), ":") && isWord(bare.parts.get(at + 1), ":")) {
                boolean type =
                        bare.parts.subList(at + 2, bare.parts.size()).stream().allMatch(Part::inType);
                return type ? new Expression(bare.parts.subList(0, at)).uncast() : bare;
            }
        }
        return bare;
    }

    private static boolean isOperatorWord(Token token) {
        return Stream.of("and", "or", "is", "not", "like", "collate", "at", "in")
                .anyMatch(token::is);
    }

    /** The one name that it is, such as that of a column; casts around it do not count. */
    Optional<String> name() {
        Expression bare = uncast();
        return bare.parts.size() == 1
                        && bare.parts.get(0) instanceof Leaf leaf
                        && leaf.token().isName()
                ? Optional.of(leaf.token().name())
                : Optional.empty();
    }

    /** The one string or number that it is, or one of the words true, false and null; casts around it do not count. */
    Optional<String> literal() {
        Expression bare = uncast();
        if (bare.parts.size() != 1 || !(bare.parts.get(0) instanceof Leaf leaf)) {
            return Optional.empty();
        }
        Token token = leaf.token();
        boolean constant = token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.NUMBER
                || token.is("true")
                || token.is("false")
                || token.is("null");
        return constant ? Optional.of(token.text()) : Optional.empty();
    }

    /** Whether it names nothing: no column, no function, no type but in casts; it is the same for every row and session. */
    boolean isConstant() {
        return uncast().parts.stream().allMatch(Part::constant) || everyOperandConstant();
    }

    private boolean everyOperandConstant() {
        Expression bare = bare();
        List<Expression> operands = bare.operands();
        return operands.size() > 1 && operands.stream().allMatch(Expression::isConstant);
    }

    /** What stands between operators and key words of this level; a cast belongs to its operand. */
    private List<Expression> operands() {
        List<Expression> operands = new ArrayList<>();
        List<Part> operand = new ArrayList<>();
        for (Part part : parts) {
            if (separates(part)) {
                operands.add(new Expression(operand));
                operand = new ArrayList<>();
            } else {
                operand.add(part);
            }
        }
        operands.add(new Expression(operand));
        return operands.stream().filter(each -> !each.parts.isEmpty()).toList();
    }

    private static boolean separates(Part part) {
        return part instanceof Leaf leaf
                && (leaf.token().kind() == Token.Kind.SYMBOL
                        ? "=<>!~+-*/%&|^,".indexOf(leaf.token().text().charAt(0)) >= 0
                        : leaf.token().kind() == Token.Kind.WORD
                                && Set.of("and", "or", "not", "is", "distinct", "from")
                                        .contains(leaf.token().name()));
    }

    /** Both sides, if it is one comparison by {@code =}; null otherwise. */
    @Nullable
    Comparison comparison() {
        Expression bare = bare();
        List<Expression> sides = bare.split("=");
        boolean other = bare.parts.stream().anyMatch(part -> separates(part) && !isWord(part, "="));
        return sides.size() == 2 && !other ? new Comparison(sides.get(0), sides.get(1)) : null;
    }

    /** A comparison by {@code =}. */
    record Comparison(Expression left, Expression right) {}

    /** The tokens' texts, with a space between them: the same for two expressions that are written alike. */
    String spelling() {
        return uncast().parts.stream().map(Part::spelling).reduce("", (left, right) -> left + " " + right);
    }
}
