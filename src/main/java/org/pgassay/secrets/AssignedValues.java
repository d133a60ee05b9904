package org.pgassay.secrets;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges a value by the name that it is given to. */
final class AssignedValues {

    static final String PASSWORD = "password";
    static final String DEFAULT_PASSWORD = "default-password";
    static final String FERNET_KEY = "fernet-key";
    static final String ASSIGNED_SECRET = "assigned-secret";

    private static final int SHORTEST_PASSWORD = 6;
    private static final double PASSWORD_ENTROPY = 2.5;

    private static final int SHORTEST_TOKEN = 16;
    private static final double TOKEN_ENTROPY = 3.5;

    private static final int SHORTEST_HEX = 24;
    private static final double HEX_ENTROPY = 3.0;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_+/=.~!@#$%^&*-]+");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern FERNET = Pattern.compile("[A-Za-z0-9_+/-]{43}=");
    private static final Pattern PATH =
            Pattern.compile("(?:/|\\./|\\.\\./|[a-z][a-z0-9+.-]{1,12}://|arn:|[a-zA-Z]:\\\\).*");

    private AssignedValues() {}

    /** The kind of secret that a value is, if it is one. */
    static Optional<String> judge(String name, String value) {
        SecretNames sort = SecretNames.of(name);
        if (sort == SecretNames.OTHER || Placeholders.isHash(value)) {
            return Optional.empty();
        } else if (DefaultPasswords.has(value) && (sort != SecretNames.TOKEN || value.length() >= SHORTEST_PASSWORD)) {
            return Optional.of(DEFAULT_PASSWORD);
        } else if (Placeholders.is(value)
                || Placeholders.isUuid(value)
                || value.chars().anyMatch(Character::isWhitespace)
                || PATH.matcher(value).matches()) {
            return Optional.empty();
        }
        return switch (sort) {
            case PASSWORD -> password(value) ? Optional.of(PASSWORD) : Optional.empty();
            case TOKEN -> token(value);
            case PROTECTED, OTHER -> Optional.empty();
        };
    }

    private static boolean password(String value) {
        boolean letter = value.chars().anyMatch(Character::isLetter);
        boolean digit = value.chars().anyMatch(Character::isDigit);
        boolean sign = value.chars().anyMatch(c -> "!@#$%^&*+?~=|".indexOf(c) >= 0);
        boolean separated = value.chars().anyMatch(c -> "_./:".indexOf(c) >= 0);
        return value.length() >= SHORTEST_PASSWORD
                && (letter ? digit || sign : digit && sign)
                && !(separated && Placeholders.isName(value))
                && Entropy.of(value) >= PASSWORD_ENTROPY;
    }

    private static Optional<String> token(String value) {
        if (FERNET.matcher(value).matches() && isFernetKey(value)) {
            return Optional.of(FERNET_KEY);
        } else if (HEX.matcher(value).matches()) {
            return value.length() >= SHORTEST_HEX && Entropy.of(value) >= HEX_ENTROPY
                    ? Optional.of(ASSIGNED_SECRET)
                    : Optional.empty();
        }
        boolean mixed =
                value.chars().anyMatch(Character::isDigit) && value.chars().anyMatch(Character::isLetter);
        return value.length() >= SHORTEST_TOKEN
                        && mixed
                        && TOKEN.matcher(value).matches()
                        && !Placeholders.isName(value)
                        && Entropy.of(value) >= TOKEN_ENTROPY
                ? Optional.of(ASSIGNED_SECRET)
                : Optional.empty();
    }

    private static boolean isFernetKey(String value) {
        String url = value.replace('+', '-').replace('/', '_');
        return Entropy.of(value) >= TOKEN_ENTROPY && Base64.getUrlDecoder().decode(url).length == 32;
    }
}
