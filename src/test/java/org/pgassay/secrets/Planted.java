package org.pgassay.secrets;

import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes tokens as the rules' examples say. None stands in a source file, where those who host sources would take it for a
 * real one.
 */
public final class Planted {

    private static final Pattern PART = Pattern.compile("\\{(\\d+):(\\w+)}");

    private static final String DIGITS = "0123456789";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final Map<String, String> ALPHABETS = Map.of(
            "digits", DIGITS,
            "letters", LOWER + UPPER,
            "alnum", LOWER + UPPER + DIGITS,
            "base64", LOWER + UPPER + DIGITS + "+/",
            "base64url", LOWER + UPPER + DIGITS + "_-",
            "base32", UPPER + "234567",
            "hex", DIGITS + "abcdef");

    private final Random random;

    /** Makes tokens that depend on a seed alone. */
    public Planted(long seed) {
        this.random = new Random(seed);
    }

    /** A token of that kind. */
    public String of(String kind) {
        return SecretScanner.standard().tokenRules().stream()
                .filter(rule -> rule.id().equals(kind))
                .findFirst()
                .map(rule -> like(rule.example()))
                .orElseThrow();
    }

    /** A text made like an example. */
    public String like(String example) {
        Matcher part = PART.matcher(example);
        StringBuilder made = new StringBuilder();
        while (part.find()) {
            part.appendReplacement(
                    made, Matcher.quoteReplacement(text(Integer.parseInt(part.group(1)), part.group(2))));
        }
        return part.appendTail(made).toString();
    }

    private String text(int length, String alphabet) {
        String characters = ALPHABETS.get(alphabet);
        String text;
        do {
            text = random.ints(length, 0, characters.length())
                    .collect(
                            StringBuilder::new, (made, at) -> made.append(characters.charAt(at)), StringBuilder::append)
                    .toString();
        } while (!Character.isLetterOrDigit(text.charAt(length - 1)));
        return text;
    }
}
