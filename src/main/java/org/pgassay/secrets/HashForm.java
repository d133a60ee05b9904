package org.pgassay.secrets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which passwords are kept so that they cannot be had back. */
public enum HashForm {
    /** {@code $2b$12$…}: Provos and Mazières, USENIX 1999. */
    BCRYPT("bcrypt", "\\$2[abxy]?\\$(?<cost>[0-9]{2})\\$[./A-Za-z0-9]{53}"),
    /** The PHC string of RFC 9106. */
    ARGON2(
            "argon2",
            "\\$argon2(?:id|i|d)\\$(?:v=[0-9]{1,3}\\$)?m=(?<memory>[0-9]{1,9}),t=(?<cost>[0-9]{1,5}),p=[0-9]{1,3}(?:,[a-z]+=[A-Za-z0-9+/]+)*\\$[A-Za-z0-9+/]{11,}\\$[A-Za-z0-9+/]{22,}"),
    /** RFC 7914, as passlib, libxcrypt and Werkzeug write it. */
    SCRYPT(
            "scrypt",
            "\\$scrypt\\$ln=(?<cost>[0-9]{1,2}),r=[0-9]{1,3},p=[0-9]{1,3}\\$[A-Za-z0-9+/.]{11,}\\$[A-Za-z0-9+/.]{22,}={0,2}"
                    + "|\\$7\\$[./A-Za-z0-9]{11,}\\$[./A-Za-z0-9]{43}|scrypt:[0-9]{4,9}:[0-9]{1,3}:[0-9]{1,3}\\$[A-Za-z0-9]{8,}\\$[0-9a-f]{128}"),
    /** RFC 8018, as Django, passlib and Werkzeug write it. */
    PBKDF2(
            "pbkdf2",
            "(?:pbkdf2_sha(?:1|256|512)|\\$pbkdf2(?:-sha(?:1|256|512))?)\\$(?<cost>[0-9]{1,9})\\$[A-Za-z0-9+/.]{8,}\\$[A-Za-z0-9+/.]{22,}={0,2}"
                    + "|pbkdf2:sha(?:1|256|512):(?<rounds>[0-9]{1,9})\\$[A-Za-z0-9]{8,}\\$(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})"),
    /** crypt(3) with SHA-512. */
    SHA512_CRYPT("sha512-crypt", "\\$6\\$(?:rounds=[0-9]{4,9}\\$)?[./A-Za-z0-9]{8,16}\\$[./A-Za-z0-9]{86}"),
    /** crypt(3) with SHA-256. */
    SHA256_CRYPT("sha256-crypt", "\\$5\\$(?:rounds=[0-9]{4,9}\\$)?[./A-Za-z0-9]{8,16}\\$[./A-Za-z0-9]{43}"),
    /** crypt(3) with yescrypt. */
    YESCRYPT("yescrypt", "\\$y\\$[./A-Za-z0-9]{1,20}\\$[./A-Za-z0-9]{8,86}\\$[./A-Za-z0-9]{43}"),
    /** RFC 5803, as PostgreSQL keeps the passwords of roles. */
    SCRAM(
            "scram",
            "SCRAM-SHA-256\\$(?<cost>[0-9]{1,9}):[A-Za-z0-9+/]{20,}={0,2}\\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}="),
    /** Any other PHC string: {@code $id$parameters$salt$hash}. */
    PHC(
            "phc",
            "\\$[a-z][a-z0-9-]{1,31}(?:\\$v=[0-9]+)?(?:\\$[a-z]+=[A-Za-z0-9/+.-]+(?:,[a-z]+=[A-Za-z0-9/+.-]+)*)?\\$[A-Za-z0-9/+.-]{11,}\\$[A-Za-z0-9/+]{22,}");

    /** What a bcrypt hash costs at least: OWASP's floor. */
    public static final int BCRYPT_COST = 10;

    private static final int PBKDF2_ROUNDS = 10_000;
    private static final int SCRAM_ROUNDS = 4096;
    private static final int ARGON2_MEMORY = 4096;
    private static final int SCRYPT_LOG = 14;

    /** PHC strings of these are no hashes that hold. */
    private static final Pattern WEAK =
            Pattern.compile("\\$(?:plain|plaintext|text|md5|sha1|sha256|sha512|hex|ldap-md5)\\$.*");

    /** Fewer different characters than chance gives: made by hand. */
    private static final int FEWEST_CHARACTERS = 12;

    private final String word;
    private final Pattern pattern;

    HashForm(String word, String pattern) {
        this.word = word;
        this.pattern = Pattern.compile(pattern);
    }

    /** As a spec writes it. */
    public String word() {
        return word;
    }

    /** All words that a spec may write. */
    public static List<String> words() {
        return Arrays.stream(values()).map(HashForm::word).toList();
    }

    /** The form of that name. */
    public static HashForm of(String word) {
        return Arrays.stream(values())
                .filter(form -> form.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the schema lets '" + word + "' pass as a form of hash"));
    }

    /**
     * What is wrong with a value that should be a hash, in words that say nothing of the value; nothing where all is well.
     *
     * @param allowed the forms that it may have
     * @param bcryptCost what a bcrypt hash costs at least
     */
    public static Optional<String> fault(String value, List<HashForm> allowed, int bcryptCost) {
        for (HashForm form : values()) {
            Matcher matcher = form.pattern.matcher(value);
            if (matcher.matches() && !(form == PHC && WEAK.matcher(value).matches())) {
                return allowed.contains(form)
                        ? form.weakness(matcher, value, bcryptCost)
                        : Optional.of(form.word + ", which is not among the forms that the spec names");
            }
        }
        return Optional.of(unhashed(value));
    }

    private Optional<String> weakness(Matcher matcher, String value, int bcryptCost) {
        String hash = value.substring(Math.max(value.lastIndexOf('$'), 0));
        if (hash.chars().distinct().count() < FEWEST_CHARACTERS) {
            return Optional.of(word + " in form only: its characters repeat as no hash's do");
        }
        return switch (this) {
            case BCRYPT -> below(number(matcher, "cost"), bcryptCost, "a cost");
            case ARGON2 -> below(number(matcher, "memory"), ARGON2_MEMORY, "a memory (m, in KiB)");
            case SCRYPT ->
                matcher.group("cost") == null
                        ? Optional.empty()
                        : below(number(matcher, "cost"), SCRYPT_LOG, "a cost (ln)");
            case PBKDF2 ->
                below(
                        number(matcher, matcher.group("cost") == null ? "rounds" : "cost"),
                        PBKDF2_ROUNDS,
                        "a number of rounds");
            case SCRAM -> below(number(matcher, "cost"), SCRAM_ROUNDS, "a number of rounds");
            case SHA512_CRYPT, SHA256_CRYPT, YESCRYPT, PHC -> Optional.empty();
        };
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }

    private Optional<String> below(int number, int least, String what) {
        return number >= least ? Optional.empty() : Optional.of(word + " with " + what + " below " + least);
    }

    /** What a value is that is no hash of a known form, as far as can be told. */
    private static String unhashed(String value) {
        if (value.isEmpty()) {
            return "empty";
        } else if (value.matches("(?:md5)?[0-9a-fA-F]{32}")) {
            return "an MD5 digest, without salt and quick to guess";
        } else if (value.matches("[0-9a-fA-F]{40}|[0-9a-fA-F]{56}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128}")) {
            return "a plain SHA digest, without salt and quick to guess";
        } else if (value.matches("\\$(?:1|apr1)\\$.*|[./A-Za-z0-9]{13}") && value.indexOf('$') == 0) {
            return "MD5-crypt, which is broken";
        } else if (Bytes.base64(value).filter(Bytes::readable).isPresent()
                && value.length() >= 8
                && value.length() % 4 == 0) {
            return "plain text, or base64 of it";
        } else if (value.startsWith("$2")) {
            return "bcrypt that was cut or damaged";
        } else if (value.startsWith("$argon2")) {
            return "argon2 that was cut or damaged";
        }
        return "plain text, or no form of hash that is known";
    }
}
