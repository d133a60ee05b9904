package org.pgassay.secrets;

import java.util.Locale;
import java.util.function.Consumer;

/** Values that are given to a name: in configurations, programs, JSON, YAML, XML, environments and SQL. */
final class Assignments implements SecretFinder {

    /** As long as names get. */
    private static final int NAME = 60;

    /** As long as secrets in one line get. */
    private static final int VALUE = 500;

    private static final String QUOTES = "\"'`";
    private static final String STOPS = "\"'`,;<>(){}[]|&";

    @Override
    public void find(ScannedText text, Consumer<SecretSpan> found) {
        for (String keyword : SecretNames.KEYWORDS) {
            int done = 0;
            for (int at = text.lower().indexOf(keyword);
                    at >= 0;
                    at = text.lower().indexOf(keyword, at + 1)) {
                if (at >= done) {
                    done = examined(text, at, found);
                }
            }
        }
    }

    /** Looks at the name that a keyword is in; gives the offset behind the name. */
    private static int examined(ScannedText text, int hit, Consumer<SecretSpan> found) {
        int start = hit;
        while (start > 0 && hit - start < NAME && isNamePart(text.at(start - 1))) {
            start--;
        }
        int end = hit;
        while (end < text.length() && end - hit < NAME && ScannedText.isWordPart(text.at(end))) {
            end++;
        }
        String name = text.text().substring(start, end);
        if (SecretNames.of(name) != SecretNames.OTHER) {
            Reader reader = new Reader(text, start, end);
            int value = reader.valueStart();
            if (value >= 0) {
                reader.read(name, value, found);
            }
        }
        return end;
    }

    private static boolean isNamePart(char c) {
        return ScannedText.isWordPart(c) || c == '.';
    }

    /** Reads what follows a name. */
    private record Reader(ScannedText text, int start, int end) {

        /** Where the value begins that the name is given; negative where it is given none. */
        int valueStart() {
            int at = end;
            boolean quoted = false;
            while (at < end + 3 && (QUOTES.indexOf(text.at(at)) >= 0 || text.at(at) == ']')) {
                quoted = true;
                at++;
            }
            at = text.afterSpaces(at);
            int after = operator(at, quoted);
            return after < 0 ? after : text.afterSpaces(after);
        }

        private int operator(int at, boolean quoted) {
            String lower = text.lower();
            if (lower.startsWith("=>", at) || lower.startsWith(":=", at) || lower.startsWith("==", at)) {
                return at + 2;
            } else if (text.at(at) == '=' || (text.at(at) == ',' && quoted)) {
                return at + 1;
            } else if (text.at(at) == ':') {
                return afterColon(at + 1);
            } else if (text.at(at) == '>' && text.at(start - 1) == '<') {
                return at + 1;
            } else if (text.at(at) == '(' && lower.startsWith("fernet", end - 6)) {
                return at + 1;
            } else if (quoted && lower.startsWith("value=", at)) {
                return at + "value=".length();
            } else if (lower.startsWith("to ", at)) {
                return at + "to ".length();
            }
            return columnDefault(at);
        }

        /** Behind a type where there is one: {@code password: str = "…"}. */
        private int afterColon(int colon) {
            int at = text.afterSpaces(colon);
            int type = at;
            while (at < type + 30 && (ScannedText.isAsciiLetter(text.at(at)) || "[]. |".indexOf(text.at(at)) >= 0)) {
                at++;
            }
            return at > type && text.at(at) == '=' ? at + 1 : colon;
        }

        /** A column's default: {@code api_key text not null default '…'}. */
        private int columnDefault(int at) {
            int limit = Math.min(text.length(), at + 100);
            for (int i = at; i < limit && ",;\n'".indexOf(text.at(i)) < 0; i++) {
                if (text.lower().startsWith(" default '", i)) {
                    return i + " default ".length();
                }
            }
            return -1;
        }

        void read(String name, int from, Consumer<SecretSpan> found) {
            int at = from;
            while (at < from + 2 && "bBfFrRuUeEnN".indexOf(text.at(at)) >= 0 && isQuoted(at, from)) {
                at++;
            }
            char quote = text.at(at);
            boolean escaped = quote == '\\' && QUOTES.indexOf(text.at(at + 1)) >= 0;
            if (escaped || (quote != '\0' && QUOTES.indexOf(quote) >= 0)) {
                int open = escaped ? at + 1 : at;
                quoted(name, open + 1, text.at(open), found);
            } else {
                unquoted(name, at, found);
            }
        }

        /** Whether a quotation mark follows a prefix of one letter or two. */
        private boolean isQuoted(int at, int from) {
            return isQuote(text.at(at + 1)) || (at == from && isQuote(text.at(at + 2)));
        }

        private static boolean isQuote(char c) {
            return c != '\0' && QUOTES.indexOf(c) >= 0;
        }

        private void quoted(String name, int from, char quote, Consumer<SecretSpan> found) {
            int to = from;
            while (to < from + VALUE && text.at(to) != quote && text.at(to) != '\n' && text.at(to) != '\0') {
                to++;
            }
            if (text.at(to) == quote && !listed(from, to)) {
                int stop = text.at(to - 1) == '\\' ? to - 1 : to;
                judge(name, from, Math.max(from, stop), found);
            }
        }

        /** In a list of names, what follows a name is the next name. */
        private boolean listed(int from, int to) {
            return text.text().substring(end, from).indexOf(',') >= 0
                    && SecretNames.of(text.text().substring(from, to)) != SecretNames.OTHER;
        }

        /** What has no quotes may be anything in a program: it must have a line to itself, or look like no name. */
        private void unquoted(String name, int from, Consumer<SecretSpan> found) {
            int to = from;
            while (to < from + VALUE && text.at(to) > ' ' && STOPS.indexOf(text.at(to)) < 0) {
                to++;
            }
            int behind = text.afterSpaces(to);
            boolean lineEnds = "\r\n\0#&<".indexOf(text.at(behind)) >= 0 || (text.at(to) == ';' && ownLine());
            String value = text.text().substring(from, Math.min(to, text.length()));
            boolean plain = value.chars().anyMatch(Character::isDigit) && !Placeholders.isName(value);
            // A program hands its parameters on: this.password = password.
            boolean known = ownLine()
                    && DefaultPasswords.has(value)
                    && !name.toLowerCase(Locale.ROOT).endsWith(value);
            if (lineEnds && (plain || known)) {
                judge(name, from, to, found);
            }
        }

        /** Whether nothing but an indent, a dash or the like stands before the name. */
        private boolean ownLine() {
            int at = start - 1;
            while (at >= 0 && at > start - 60 && text.at(at) != '\n') {
                char c = text.at(at);
                boolean export = text.lower().startsWith("export", at - 5);
                if (!export && c != ' ' && c != '\t' && c != '-' && QUOTES.indexOf(c) < 0 && c != '<') {
                    return false;
                }
                at -= export ? 6 : 1;
            }
            return true;
        }

        private void judge(String name, int from, int to, Consumer<SecretSpan> found) {
            AssignedValues.judge(name, text.text().substring(from, to))
                    .ifPresent(kind -> found.accept(new SecretSpan(kind, from, to)));
        }
    }
}
