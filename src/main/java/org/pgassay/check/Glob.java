package org.pgassay.check;

import java.util.regex.Pattern;

/** A pattern in which {@code *} stands for any characters and {@code ?} for one; case counts. */
public record Glob(Pattern pattern) {

    /** The pattern that a spec writes. */
    public static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
            }
        });
        return new Glob(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** Whether the whole text is matched. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
