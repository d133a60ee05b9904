package org.pgassay.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Values of rows whose columns are named before them: {@code INSERT INTO … (…) VALUES (…)} and {@code COPY … (…) FROM stdin}. */
final class NamedValues implements SecretFinder {

    private static final String INSERT = "insert into";
    private static final String COPY = "copy ";

    @Override
    public void find(ScannedText text, Consumer<SecretSpan> found) {
        each(text, INSERT, (rows, columns) -> {
            if (rows.word("values")) {
                rows.tuples(columns, found);
            }
        });
        each(text, COPY, (rows, columns) -> {
            if (rows.word("from") && rows.word("stdin")) {
                rows.lines(columns, found);
            }
        });
    }

    /** Nothing that was read once is read again, or a text could be made that takes forever. */
    private static void each(ScannedText text, String keyword, BiConsumer<Rows, List<String>> reader) {
        int at = text.lower().indexOf(keyword);
        while (at >= 0) {
            Rows rows = new Rows(text, at + keyword.length());
            List<String> columns = rows.columns();
            if (secret(columns)) {
                reader.accept(rows, columns);
            }
            at = text.lower().indexOf(keyword, rows.at);
        }
    }

    private static boolean secret(List<String> columns) {
        return columns.stream().anyMatch(column -> SecretNames.of(column) != SecretNames.OTHER);
    }

    /** Reads on from a place. Not a lexer: it stops at what it does not expect. */
    private static final class Rows {

        private static final int NAMES = 4000;

        private final ScannedText text;
        private int at;

        Rows(ScannedText text, int at) {
            this.text = text;
            this.at = at;
        }

        private void space() {
            while (at < text.length() && Character.isWhitespace(text.at(at))) {
                at++;
            }
        }

        /** The names in the first parentheses; none where a name is not followed by any. */
        List<String> columns() {
            int open = at;
            while (open < at + 200 && text.at(open) != '(' && text.at(open) != ';' && text.at(open) != '\0') {
                open++;
            }
            if (text.at(open) != '(') {
                return List.of();
            }
            int close = open;
            while (close < open + NAMES && (close == open || ");(\0".indexOf(text.at(close)) < 0)) {
                close++;
            }
            if (text.at(close) != ')') {
                return List.of();
            }
            at = close + 1;
            return List.of(text.text()
                            .substring(open + 1, close)
                            .replace("\"", "")
                            .split(",", -1))
                    .stream()
                    .map(String::strip)
                    .toList();
        }

        boolean word(String word) {
            space();
            boolean there = text.lower().startsWith(word, at);
            at += there ? word.length() : 0;
            return there;
        }

        void tuples(List<String> columns, Consumer<SecretSpan> found) {
            space();
            while (text.at(at) == '(') {
                at++;
                if (!tuple(columns, found)) {
                    return;
                }
                space();
                if (text.at(at) == ',') {
                    at++;
                    space();
                }
            }
        }

        private boolean tuple(List<String> columns, Consumer<SecretSpan> found) {
            int depth = 1;
            int column = 0;
            while (at < text.length() && depth > 0) {
                char c = text.at(at);
                if (c == '\'') {
                    if (!string(name(columns, column), found)) {
                        return false;
                    }
                    continue;
                }
                if (c == ';' || text.lower().startsWith(INSERT, at)) {
                    return false;
                }
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                column += c == ',' && depth == 1 ? 1 : 0;
                at++;
            }
            return depth == 0;
        }

        private static String name(List<String> columns, int column) {
            return column < columns.size() ? columns.get(column) : "";
        }

        private boolean string(String name, Consumer<SecretSpan> found) {
            int from = at + 1;
            int to = text.text().indexOf('\'', from);
            while (to >= 0 && text.at(to + 1) == '\'') {
                to = text.text().indexOf('\'', to + 2);
            }
            if (to < 0) {
                return false;
            }
            at = to + 1;
            judge(name, from, to, found);
            return true;
        }

        /** The lines of COPY, up to its end mark or that of the text. */
        void lines(List<String> columns, Consumer<SecretSpan> found) {
            at = Math.min(text.length(), lineEnd(at) + 1);
            while (at < text.length()
                    && !text.text().startsWith("\\.", at)
                    && !text.lower().startsWith(COPY, at)) {
                int end = lineEnd(at);
                List<Integer> bounds = new ArrayList<>(List.of(at - 1));
                for (int i = at; i < end; i++) {
                    if (text.at(i) == '\t') {
                        bounds.add(i);
                    }
                }
                bounds.add(end);
                for (int i = 0; i + 1 < bounds.size(); i++) {
                    judge(name(columns, i), bounds.get(i) + 1, bounds.get(i + 1), found);
                }
                at = Math.min(text.length(), end + 1);
            }
        }

        private int lineEnd(int from) {
            int end = text.text().indexOf('\n', from);
            return end < 0 ? text.length() : end;
        }

        private void judge(String name, int from, int to, Consumer<SecretSpan> found) {
            if (SecretNames.of(name) != SecretNames.OTHER) {
                AssignedValues.judge(name, text.text().substring(from, to))
                        .ifPresent(kind -> found.accept(new SecretSpan(kind, from, to)));
            }
        }
    }
}
