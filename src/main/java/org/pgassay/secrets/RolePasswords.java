package org.pgassay.secrets;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Passwords that SQL gives to a role, a user mapping or a connection: {@code CREATE ROLE … PASSWORD '…'}. */
final class RolePasswords implements SecretFinder {

    static final String ID = "role-password";

    private static final String KEYWORD = "password";
    private static final int BEFORE = 300;
    private static final int LONGEST = 200;

    private static final Pattern STATEMENT =
            Pattern.compile("\\b(?:create|alter)\\s{1,9}(?:role|user|group)\\b|\\boptions\\s{0,9}\\(");

    @Override
    public void find(ScannedText text, Consumer<SecretSpan> found) {
        for (int at = text.lower().indexOf(KEYWORD); at >= 0; at = text.lower().indexOf(KEYWORD, at + 1)) {
            int from = afterSpace(text, at + KEYWORD.length());
            if (from > at + KEYWORD.length() && opens(text, from) && inStatement(text, at)) {
                judge(text, from, found);
            }
        }
    }

    private static int afterSpace(ScannedText text, int from) {
        int at = from;
        while (at < from + 100 && Character.isWhitespace(text.at(at))) {
            at++;
        }
        return at;
    }

    private static boolean opens(ScannedText text, int at) {
        char c = text.at(at);
        return c == '\'' || c == '$' || ("eEnN".indexOf(c) >= 0 && text.at(at + 1) == '\'');
    }

    private static boolean inStatement(ScannedText text, int at) {
        String before = text.lower().substring(Math.max(0, at - BEFORE), at);
        return STATEMENT.matcher(before.substring(before.lastIndexOf(';') + 1)).find();
    }

    private static void judge(ScannedText text, int at, Consumer<SecretSpan> found) {
        boolean dollar = text.at(at) == '$';
        int from = (dollar ? text.text().indexOf('$', at + 1) : text.text().indexOf('\'', at)) + 1;
        char quote = dollar ? '$' : '\'';
        int to = text.text().indexOf(quote, from);
        if (from <= 0 || to < 0 || to - from > LONGEST || to == from) {
            return;
        }
        String password = text.text().substring(from, to);
        if (!Placeholders.isHash(password) && !Placeholders.is(password)) {
            found.accept(
                    new SecretSpan(DefaultPasswords.has(password) ? AssignedValues.DEFAULT_PASSWORD : ID, from, to));
        }
    }
}
