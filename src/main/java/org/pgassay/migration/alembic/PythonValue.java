package org.pgassay.migration.alembic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value that a file states plainly: texts, or nothing.
 *
 * @param texts in order; none for None and for what is empty
 * @param single whether it is one text, and no collection
 */
record PythonValue(List<String> texts, boolean single) {

    private static final PythonValue NONE = new PythonValue(List.of(), false);

    /** Reads a literal from tokens, all of which it must take. */
    static Optional<PythonValue> of(List<PythonToken> tokens) {
        Parser parser = new Parser(tokens);
        Optional<PythonValue> value = parser.list("");
        return parser.at == tokens.size() ? value : Optional.empty();
    }

    private static final class Parser {

        private final List<PythonToken> tokens;
        private int at;

        Parser(List<PythonToken> tokens) {
            this.tokens = tokens;
        }

        private boolean atEnd() {
            return at >= tokens.size();
        }

        private boolean take(String operator) {
            boolean there = !atEnd() && tokens.get(at).isOperator(operator);
            at += there ? 1 : 0;
            return there;
        }

        /** Values with commas between them, to the closing bracket or, without one, to the end. */
        private Optional<PythonValue> list(String closing) {
            List<PythonValue> values = new ArrayList<>();
            boolean comma = false;
            while (!atEnd() && !tokens.get(at).isOperator(closing)) {
                Optional<PythonValue> value = value();
                if (value.isEmpty()) {
                    return value;
                }
                values.add(value.get());
                comma = take(",");
                if (!comma) {
                    break;
                }
            }
            if (!closing.isEmpty() && !take(closing)) {
                return Optional.empty();
            }
            boolean collection = comma || values.size() != 1 || closing.equals("]") || closing.equals("}");
            if (!collection) {
                return Optional.of(values.get(0));
            }
            boolean flat = values.stream().allMatch(PythonValue::single) && (!values.isEmpty() || !closing.isEmpty());
            return flat
                    ? Optional.of(new PythonValue(
                            values.stream().flatMap(each -> each.texts.stream()).toList(), false))
                    : Optional.empty();
        }

        private Optional<PythonValue> value() {
            if (take("(")) {
                return list(")");
            } else if (take("[")) {
                return list("]");
            } else if (take("{")) {
                return list("}");
            } else if (!atEnd() && tokens.get(at).isName("None")) {
                at++;
                return Optional.of(NONE);
            }
            StringBuilder text = new StringBuilder();
            int from = at;
            while (!atEnd() && tokens.get(at).type() == PythonToken.Type.STRING) {
                text.append(tokens.get(at++).text());
            }
            return at == from ? Optional.empty() : Optional.of(new PythonValue(List.of(text.toString()), true));
        }
    }
}
