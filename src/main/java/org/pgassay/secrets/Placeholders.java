package org.pgassay.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what only stands in a secret's place: placeholders, variables, hashes, identifiers. */
final class Placeholders {

    private static final List<String> WORDS = List.of(
            "example",
            "placeholder",
            "redacted",
            "dummy",
            "lorem",
            "your_",
            "your-",
            "yourkey",
            "yoursecret",
            "yourpass",
            "yourtoken",
            "insert_",
            "replace_",
            "replace-",
            "replaceme",
            "change_this",
            "todo",
            "fixme",
            "not-a-secret",
            "notasecret",
            "sflkxwrjsmekkf2qt4fwpmejf36pok6yjv_adqssw5c");

    private static final Pattern REPEATED = Pattern.compile("([xX*.#?0-])\\1{4,}");

    private static final Pattern VARIABLE = Pattern.compile(
            "\\$\\{.*|.*\\$\\{.*|\\{\\{.*|\\{[A-Za-z0-9_.]*\\}|<.*>|\\[.*\\]|%\\(?[A-Za-z_]*\\)?[sd]?%?|\\$\\(.*|\\$[A-Za-z_][A-Za-z0-9_]*"
                    + "|:[\"']?[A-Za-z_]+[\"']?|@[A-Za-z_.]+@?|env[.:(].*|process\\.env.*|os\\.environ.*|#\\{.*|&[a-z]+;.*|!.*\\s.*|[\"'].*\\+.*");

    private static final Pattern HASH = Pattern.compile(
            "\\$(?:2[abxy]?|argon2[a-z]*|[156y]|7|scrypt|pbkdf2[a-z0-9-]*|bcrypt[a-z0-9-]*|s0)\\$.*"
                    + "|(?:pbkdf2|scrypt|argon2|bcrypt)[a-z0-9_]*[:$].*|SCRAM-SHA-256\\$.*|md5[0-9a-f]{32}|\\{(?:bcrypt|SSHA|SHA|argon2|pbkdf2|scrypt|noop)[A-Za-z0-9@]*\\}.+",
            Pattern.DOTALL);

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Words with separators, each of letters or of a few digits: the name of something. */
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z]{1,20}[0-9]{0,4}(?:[_./: -]{1,2}(?:[A-Za-z]{1,20}[0-9]{0,4}|[0-9]{1,4}))*");

    private static final Set<String> MASKS =
            Set.of("", "***", "xxx", "...", "…", "---", "???", "null", "none", "nil", "undefined");

    private Placeholders() {}

    /** Whether a value says where a secret goes, or where it comes from. */
    static boolean is(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return MASKS.contains(lower)
                || inToken(value)
                || VARIABLE.matcher(value).matches()
                || lower.startsWith("your")
                || lower.startsWith("~/")
                || (lower.startsWith("my_") && lower.endsWith("_here"))
                || (value.chars().distinct().count() <= 2 && value.length() >= 3);
    }

    /** Whether a token of a known form has no secret in it. */
    static boolean inToken(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains)
                || REPEATED.matcher(token).find()
                || counted(token);
    }

    /** Whether most of it counts upwards, as 123456789 and abcdefgh do. */
    private static boolean counted(String token) {
        int steps = 0;
        for (int i = 1; i < token.length(); i++) {
            int step = token.charAt(i) - token.charAt(i - 1);
            if (step == 1 || (token.charAt(i) == '0' && token.charAt(i - 1) == '9')) {
                steps++;
            }
        }
        return token.length() >= 8 && steps * 10 >= token.length() * 5;
    }

    /** Whether a value is a hash that passwords are kept as. */
    static boolean isHash(String value) {
        return HASH.matcher(value).matches();
    }

    /** Whether a value is a UUID. */
    static boolean isUuid(String value) {
        return UUID.matcher(value).matches();
    }

    /** Whether a value is made of words: a name, a path, a sentence. */
    static boolean isName(String value) {
        return NAME.matcher(value).matches();
    }
}
