package org.pgassay.secrets;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Passwords in URLs: {@code postgres://user:password@host}. */
final class UrlCredentials implements SecretFinder {

    static final String ID = "url-credentials";

    private static final String MARK = "://";
    private static final String STOPS = "/@'\"<>`,;(){}|\\?#";
    private static final int LONGEST = 200;

    /** What stands for a name and a password in documentation. */
    private static final Set<String> USERS =
            Set.of("user", "username", "myuser", "youruser", "usr", "u", "login", "me", "uid", "name");

    private static final Set<String> WORDS =
            Set.of("password", "pass", "passwd", "pwd", "pw", "secret", "p", "mypassword", "yourpassword", "mypass");

    /** The names that RFC 2606 reserves for documentation. */
    private static final Pattern EXAMPLES = Pattern.compile("(?:.*\\.)?example(?:\\.(?:com|org|net))?");

    @Override
    public void find(ScannedText text, Consumer<SecretSpan> found) {
        for (int at = text.text().indexOf(MARK); at >= 0; at = text.text().indexOf(MARK, at + 1)) {
            int user = at + MARK.length();
            int colon = end(text, user, true);
            int sign = text.at(colon) == ':' ? end(text, colon + 1, false) : colon;
            if (text.at(sign) == '@' && sign > colon + 1 && isHost(text.at(sign + 1))) {
                judge(text, user, colon, sign, found);
            }
        }
    }

    private static int end(ScannedText text, int from, boolean atColon) {
        int at = from;
        while (at < from + LONGEST
                && text.at(at) > ' '
                && STOPS.indexOf(text.at(at)) < 0
                && !(atColon && text.at(at) == ':')) {
            at++;
        }
        return at;
    }

    private static boolean isHost(char c) {
        return ScannedText.isAsciiLetter(c) || Character.isDigit(c) || c == '[' || c == '$' || c == '{' || c == '/';
    }

    private static String host(ScannedText text, int from) {
        int to = from;
        while (to < from + LONGEST && (ScannedText.isWordPart(text.at(to)) || text.at(to) == '.')) {
            to++;
        }
        return text.lower().substring(from, to);
    }

    private static void judge(ScannedText text, int user, int colon, int sign, Consumer<SecretSpan> found) {
        String name = text.lower().substring(user, colon);
        String password = text.text().substring(colon + 1, sign);
        String lower = password.toLowerCase(Locale.ROOT);
        boolean words = USERS.contains(name) && WORDS.contains(lower);
        boolean mark = password.length() == 1 || (name.isEmpty() && password.indexOf(':') >= 0);
        if (words
                || mark
                || Placeholders.is(password)
                || EXAMPLES.matcher(host(text, sign + 1)).matches()) {
            return;
        }
        found.accept(
                new SecretSpan(DefaultPasswords.has(password) ? AssignedValues.DEFAULT_PASSWORD : ID, colon + 1, sign));
    }
}
