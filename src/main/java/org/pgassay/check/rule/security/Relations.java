package org.pgassay.check.rule.security;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.sql.Token;

/** Finds the tables and views that a query reads, where PostgreSQL prints every name with its schema. */
final class Relations {

    private static final Set<String> END = Set.of(
            "where",
            "group",
            "having",
            "window",
            "order",
            "limit",
            "offset",
            "fetch",
            "union",
            "intersect",
            "except",
            "for",
            "select",
            "returning");

    private Relations() {}

    /** The tables and views after FROM and JOIN, in their order, those within sub-selects among them. */
    static Set<QualifiedName> in(String sql) {
        Set<QualifiedName> found = new LinkedHashSet<>();
        collect(Expression.of(sql), false, found);
        return found;
    }

    /** Whether what stands here may be a relation is carried along: after FROM, JOIN and the commas between. */
    private static void collect(Expression expression, boolean fromClause, Set<QualifiedName> into) {
        List<Expression.Part> parts = expression.parts();
        boolean query = expression.isQuery();
        boolean inFrom = fromClause;
        boolean expected = fromClause;
        for (int at = 0; at < parts.size(); at++) {
            Expression.Part part = parts.get(at);
            if (part instanceof Expression.Group group) {
                collect(group.inside(), expected && !group.inside().isQuery(), into);
                expected = false;
            } else if (Expression.isWord(part, "from") && query && !follows(parts, at, "distinct")) {
                inFrom = true;
                expected = true;
            } else if (Expression.isWord(part, "join") || (Expression.isWord(part, ",") && inFrom)) {
                expected = true;
            } else if (part instanceof Expression.Leaf leaf && END.contains(word(leaf))) {
                inFrom = false;
                expected = false;
            } else if (!Expression.isWord(part, "only") && !Expression.isWord(part, "lateral")) {
                if (expected) {
                    name(parts, at).ifPresent(into::add);
                }
                expected = false;
            }
        }
    }

    private static String word(Expression.Leaf leaf) {
        return leaf.token().kind() == Token.Kind.WORD ? leaf.token().name() : "";
    }

    private static boolean follows(List<Expression.Part> parts, int at, String word) {
        return at > 0 && Expression.isWord(parts.get(at - 1), word);
    }

    /** {@code schema.name} that is no function's call; a name without schema is that of a common table expression. */
    private static Optional<QualifiedName> name(List<Expression.Part> parts, int at) {
        if (at + 2 >= parts.size()
                || !Expression.isWord(parts.get(at + 1), ".")
                || !(parts.get(at) instanceof Expression.Leaf schema)
                || !(parts.get(at + 2) instanceof Expression.Leaf name)) {
            return Optional.empty();
        }
        boolean call =
                at + 3 < parts.size() && parts.get(at + 3) instanceof Expression.Group group && !group.brackets();
        boolean columns = call && follows(parts, at + 3, "as");
        return (call && !columns) || !schema.token().isName() || !name.token().isName()
                ? Optional.empty()
                : Optional.of(
                        new QualifiedName(schema.token().name(), name.token().name()));
    }
}
