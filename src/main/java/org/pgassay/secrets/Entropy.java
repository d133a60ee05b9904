package org.pgassay.secrets;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How evenly the characters of a text are spread. */
public final class Entropy {

    private Entropy() {}

    /** Shannon's entropy in bits a character: 0 for a text of one character, 4 at most for hexadecimal digits. */
    public static double of(String text) {
        Map<Integer, Long> counts =
                text.chars().boxed().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        double length = text.length();
        return counts.values().stream()
                .mapToDouble(count -> count / length)
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
