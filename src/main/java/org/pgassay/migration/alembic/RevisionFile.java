package org.pgassay.migration.alembic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.alembic.PythonLexer.Statement;

/** What a Python file states of a revision: its assignments at the top level, its title, whether it can be undone. */
final class RevisionFile {

    static final String REVISION = "revision";
    static final String DOWN_REVISION = "down_revision";
    static final String DEPENDS_ON = "depends_on";
    static final String BRANCH_LABELS = "branch_labels";

    private static final List<String> NAMES = List.of(REVISION, DOWN_REVISION, DEPENDS_ON, BRANCH_LABELS);

    private static final Pattern COMPUTES = Pattern.compile("[^=!<>]+=");

    private final Map<String, PythonValue> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<Integer, String> problems = new TreeMap<>();
    private final List<Statement> statements;

    private RevisionFile(List<Statement> statements) {
        this.statements = statements;
    }

    /**
     * Reads a file.
     *
     * @param text with line feeds only, and no byte order mark
     */
    static RevisionFile of(String text) {
        RevisionFile file = new RevisionFile(PythonLexer.statements(text));
        file.read();
        return file;
    }

    /** What cannot be told without running the file, by its line. */
    Map<Integer, String> problems() {
        return problems;
    }

    /** The texts that a name stands for; nothing where the file does not set it. */
    Optional<PythonValue> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Where a name is set; 1 where it is not. */
    int line(String name) {
        return lines.getOrDefault(name, 1);
    }

    private void read() {
        int functionIndent = -1;
        for (Statement statement : statements) {
            if (functionIndent >= 0 && statement.indent() > functionIndent) {
                continue;
            }
            functionIndent = opensScope(statement) ? statement.indent() : -1;
            if (functionIndent < 0) {
                imported(statement);
                assigned(statement);
            }
        }
    }

    private static boolean opensScope(Statement statement) {
        PythonToken first = statement.tokens().get(0);
        return first.isName("def") || first.isName("class") || first.isName("async");
    }

    /** A name that comes from elsewhere cannot be told without Python. */
    private void imported(Statement statement) {
        PythonToken first = statement.tokens().get(0);
        if (!first.isName("from") && !first.isName("import")) {
            return;
        }
        List<PythonToken> tokens = statement.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            boolean last = i + 1 == tokens.size()
                    || tokens.get(i + 1).isOperator(",")
                    || tokens.get(i + 1).isOperator(")");
            boolean bare =
                    !tokens.get(i - 1).isOperator(".") && !tokens.get(i - 1).isName("from");
            if (last && bare && NAMES.contains(tokens.get(i).text())) {
                problems.put(statement.line(), tokens.get(i).text() + " is imported");
            }
        }
    }

    private void assigned(Statement statement) {
        List<PythonToken> tokens = statement.tokens();
        PythonToken first = tokens.get(0);
        List<Integer> signs = equalsSigns(tokens);
        if (signs.isEmpty()) {
            boolean changed = tokens.size() > 1
                    && NAMES.contains(first.text())
                    && COMPUTES.matcher(tokens.get(1).text()).matches();
            if (changed) {
                problems.put(statement.line(), first.text() + " is computed");
            }
            return;
        }
        boolean annotated = tokens.get(1).isOperator(":");
        int value = signs.get(signs.size() - 1) + 1;
        boolean plain = signs.size() == 1 && (annotated || value == 2);
        List<PythonToken> targets = annotated ? tokens.subList(0, 1) : tokens.subList(0, value);
        for (int i = 0; i < targets.size(); i++) {
            boolean part = i > 0
                    && (targets.get(i - 1).isOperator(".") || targets.get(i - 1).isOperator("["));
            if (targets.get(i).type() == PythonToken.Type.NAME
                    && NAMES.contains(targets.get(i).text())
                    && !part) {
                set(targets.get(i).text(), statement, plain ? tokens.subList(value, tokens.size()) : List.of());
            }
        }
    }

    /** The places of all '=' outside of brackets. */
    private static List<Integer> equalsSigns(List<PythonToken> tokens) {
        List<Integer> signs = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            if (token.type() == PythonToken.Type.OPERATOR) {
                depth += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
                if (depth == 0 && token.text().equals("=")) {
                    signs.add(i);
                }
            }
        }
        return signs;
    }

    private void set(String name, Statement statement, List<PythonToken> tokens) {
        lines.put(name, statement.line());
        Optional<PythonValue> value = PythonValue.of(tokens);
        if (statement.indent() > 0) {
            problems.put(statement.line(), name + " is set under a condition");
        } else if (value.isEmpty()) {
            problems.put(statement.line(), name + " is not stated as a literal");
        } else {
            values.put(name, value.get());
        }
    }

    /** The first line of the documentation; empty for none. */
    String title() {
        return statements.isEmpty()
                ? ""
                : documentation(statements.get(0))
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip();
    }

    private static String documentation(Statement statement) {
        StringBuilder text = new StringBuilder();
        for (PythonToken token : statement.tokens()) {
            if (token.type() != PythonToken.Type.STRING) {
                return "";
            }
            text.append(token.text());
        }
        return text.toString();
    }

    /** Whether {@code downgrade()} is there and does anything but refuse. */
    boolean undoes() {
        @Nullable List<List<PythonToken>> body = null;
        for (Statement statement : statements) {
            List<PythonToken> tokens = statement.tokens();
            if (statement.indent() == 0
                    && tokens.size() > 1
                    && tokens.get(0).isName("def")
                    && tokens.get(1).isName("downgrade")) {
                body = new ArrayList<>();
                body.add(afterColon(tokens));
            } else if (body != null && statement.indent() > 0) {
                body.add(tokens);
            } else if (body != null && !sameLine(statement, body)) {
                break;
            } else if (body != null) {
                body.add(tokens);
            }
        }
        if (body == null) {
            return false;
        }
        Optional<List<PythonToken>> first =
                body.stream().filter(tokens -> !isIdle(tokens)).findFirst();
        return first.isPresent() && !first.get().get(0).isName("raise");
    }

    /** Whether a statement stands after a semicolon on the line that the function begins on. */
    private static boolean sameLine(Statement statement, List<List<PythonToken>> body) {
        List<PythonToken> head = body.get(0);
        return !head.isEmpty() && head.get(head.size() - 1).line() == statement.line();
    }

    private static List<PythonToken> afterColon(List<PythonToken> head) {
        int depth = 0;
        for (int i = 0; i < head.size(); i++) {
            PythonToken token = head.get(i);
            if (token.type() == PythonToken.Type.OPERATOR) {
                depth += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
                if (depth == 0 && token.text().equals(":")) {
                    return head.subList(i + 1, head.size());
                }
            }
        }
        return List.of();
    }

    private static boolean isIdle(List<PythonToken> tokens) {
        PythonToken first = tokens.isEmpty() ? new PythonToken(PythonToken.Type.NAME, "pass", 0) : tokens.get(0);
        boolean ellipsis = tokens.size() == 3 && tokens.stream().allMatch(token -> token.isOperator("."));
        boolean documentation = tokens.stream().allMatch(token -> token.type() == PythonToken.Type.STRING);
        boolean returns = first.isName("return")
                && (tokens.size() == 1 || (tokens.size() == 2 && tokens.get(1).isName("None")));
        return first.isName("pass") || ellipsis || documentation || returns;
    }
}
