package org.pgassay.check.rule.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the calls of functions in an expression, and what stands around them. */
final class Calls {

    /**
     * A call.
     *
     * @param function its name, with the schema if it is printed
     * @param arguments what stands in its parentheses
     * @param around what it stands in, from the innermost parentheses to the whole expression
     */
    record Call(String function, Expression arguments, List<Expression> around) {}

    private Calls() {}

    /** All calls, in their order. */
    static List<Call> in(Expression expression) {
        List<Call> calls = new ArrayList<>();
        collect(expression, List.of(expression), calls);
        return calls;
    }

    private static void collect(Expression expression, List<Expression> around, List<Call> into) {
        List<Expression.Part> parts = expression.parts();
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at) instanceof Expression.Group group) {
                if (!group.brackets()) {
                    function(parts, at).ifPresent(name -> into.add(new Call(name, group.inside(), around)));
                }
                collect(
                        group.inside(),
                        Stream.concat(Stream.of(group.inside()), around.stream())
                                .toList(),
                        into);
            }
        }
    }

    /** The name that stands before the parenthesis at a place: {@code schema.function} or {@code function}. */
    static Optional<String> function(List<Expression.Part> parts, int at) {
        Optional<String> name = nameAt(parts, at - 1);
        boolean qualified = at >= 3 && Expression.isWord(parts.get(at - 2), ".");
        Optional<String> schema = qualified ? nameAt(parts, at - 3) : Optional.empty();
        return schema.isPresent() ? Optional.of(schema.get() + "." + name.orElse("")) : name;
    }

    private static Optional<String> nameAt(List<Expression.Part> parts, int at) {
        return at >= 0
                        && parts.get(at) instanceof Expression.Leaf leaf
                        && leaf.token().isName()
                ? Optional.of(leaf.token().name())
                : Optional.empty();
    }
}
