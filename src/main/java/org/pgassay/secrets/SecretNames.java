package org.pgassay.secrets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of a variable, key or column says of its value. */
enum SecretNames {
    /** A password in plain text. */
    PASSWORD,
    /** A key or token. */
    TOKEN,
    /** A hash, or something encrypted: only a plain default password would be a secret. */
    PROTECTED,
    /** Anything else. */
    OTHER;

    /** What a text must have in it to be looked at for such names; in lower case. */
    static final List<String> KEYWORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "pwd",
            "_pass",
            "secret",
            "token",
            "apikey",
            "api_key",
            "api-key",
            "access_key",
            "access-key",
            "accesskey",
            "private_key",
            "encryption_key",
            "encryption-key",
            "encryptionkey",
            "signing_key",
            "auth_key",
            "master_key",
            "fernet",
            "account_key",
            "accountkey",
            "service_key",
            "webhook_key",
            "credential");

    private static final Set<String> ADDED = Set.of(
            "value",
            "prod",
            "production",
            "dev",
            "development",
            "staging",
            "live",
            "test",
            "base",
            "digits",
            "plain",
            "plaintext",
            "raw",
            "default",
            "initial",
            "1",
            "2",
            "3");

    private static final Set<String> KEPT = Set.of(
            "hash",
            "hashed",
            "hashes",
            "digest",
            "encrypted",
            "enc",
            "salt",
            "crypted",
            "verifier",
            "fingerprint",
            "ciphertext",
            "cipher");

    private static final Set<String> PASSWORDS = Set.of("password", "passwd", "passphrase", "passcode", "pwd");

    private static final Set<String> TOKENS = Set.of(
            "token",
            "secret",
            "apikey",
            "credential",
            "credentials",
            "fernet",
            "accesskey",
            "encryptionkey",
            "accountkey",
            "secretkey");

    private static final Set<String> KEYS = Set.of(
            "api",
            "access",
            "secret",
            "private",
            "encryption",
            "signing",
            "auth",
            "master",
            "fernet",
            "account",
            "service",
            "webhook",
            "jwt",
            "token");

    static SecretNames of(String name) {
        List<String> words = words(name);
        if (words.stream().anyMatch(KEPT::contains)) {
            boolean secret = words.stream().anyMatch(word -> PASSWORDS.contains(word) || TOKENS.contains(word));
            return secret ? PROTECTED : OTHER;
        }
        int last = words.size() - 1;
        while (last > 0 && ADDED.contains(words.get(last))) {
            last--;
        }
        if (last < 0) {
            return OTHER;
        }
        String word = words.get(last);
        String before = last == 0 ? "" : words.get(last - 1);
        if (PASSWORDS.contains(word) || (word.equals("pass") && last > 0) || fused(word)) {
            return PASSWORD;
        }
        return TOKENS.contains(word) || (word.equals("key") && KEYS.contains(before)) ? TOKEN : OTHER;
    }

    /** Such as PGPASSWORD and dbpassword. */
    private static boolean fused(String word) {
        return word.endsWith("password") && word.length() <= 16;
    }

    private static List<String> words(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(last.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
