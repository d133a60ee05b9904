package org.pgassay.seeding;

import java.util.regex.Pattern;

/**
 * Keeps the values of rows out of messages: seeds hold secrets and names of people.
 *
 * <p>What a server says of its own accord has values in known places. What someone else writes, a trigger or a program, is
 * searched for what looks like a secret or an address.
 */
public final class Discretion {

    private static final String HIDDEN = "***";

    /** The detail quotes whole rows and keys; of these only the names of the key's columns are kept. */
    private static final Pattern KEY = Pattern.compile("(?s) Detail: Key \\(([^)]*)\\)=.*?(?= Hint: | Context: |$)");

    private static final Pattern DETAIL = Pattern.compile("(?s) Detail: .*?(?= Hint: | Context: |$)");

    private static final Pattern COPIED = Pattern.compile("(?s)( Context: COPY [^,]*, line [0-9]+(, column [^:]*)?).*");

    /** Errors of class 22 quote the value that is at fault; what quotes of other classes hold are names. */
    private static final Pattern OF_DATA = Pattern.compile(
            "(?s)^([A-Z]+ 22(?!P04)[0-9A-Z]{3}: |[A-Z]+: .*(invalid input|out of range|malformed|invalid byte)).*");

    private static final Pattern QUOTED = Pattern.compile("(?s)\"[^\"]*\"");

    private static final Pattern NEAR_LITERAL = Pattern.compile("(?s)(at or near )\"['$][^\"]*\"");

    private static final Pattern PASSWORD = Pattern.compile(
            "(?i)((?:password|passwd|pwd|secret|token|api[_-]?key)[\\w-]*[\"']?\\s*[=:]\\s*)[\"']?[^\\s&'\",;]+[\"']?");

    private static final Pattern OF_URL = Pattern.compile("(://[^:/@\\s]*:)[^@\\s]+@");

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    private static final Pattern HASH = Pattern.compile("\\$[0-9a-z-]{1,12}\\$[^\\s'\",)]{16,}");

    /** Letters of both cases and digits, as keys and tokens have them and names do not. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<![\\w+/=-])(?=[\\w+/=-]*[0-9])(?=[\\w+/=-]*[a-z])(?=[\\w+/=-]*[A-Z])[\\w+=-][\\w+/=-]{19,}");

    private static final Pattern PREFIXED = Pattern.compile("\\b(sk|pk|rk|ghp|gho|xox[abp]|glpat)[_-][\\w-]{8,}");

    private Discretion() {}

    /** PostgreSQL's words, such as {@code ERROR 23505: … Detail: … Hint: …}, without the values that they quote. */
    public static String server(String message) {
        String clean = KEY.matcher(message).replaceAll(" (columns: $1)");
        clean = DETAIL.matcher(clean).replaceAll("");
        clean = COPIED.matcher(clean).replaceAll("$1");
        if (OF_DATA.matcher(clean).matches()) {
            clean = QUOTED.matcher(clean).replaceAll(HIDDEN);
        }
        return text(NEAR_LITERAL.matcher(clean).replaceAll("$1" + HIDDEN));
    }

    /** Any text without what looks like a password, a key, a token or the address of a person. */
    public static String text(String text) {
        String clean = OF_URL.matcher(text).replaceAll("$1" + HIDDEN + "@");
        clean = PASSWORD.matcher(clean).replaceAll("$1" + HIDDEN);
        clean = HASH.matcher(clean).replaceAll(HIDDEN);
        clean = PREFIXED.matcher(clean).replaceAll(HIDDEN);
        clean = TOKEN.matcher(clean).replaceAll(HIDDEN);
        return ADDRESS.matcher(clean).replaceAll(HIDDEN);
    }
}
