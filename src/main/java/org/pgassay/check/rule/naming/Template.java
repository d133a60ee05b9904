package org.pgassay.check.rule.naming;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgassay.check.Glob;

/** A name with places for other names in it, such as {@code ix_{table}_{columns}}; {@code *} stands for any text. */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]*)}");

    private static final int LIMIT = 63;

    /** The places that are none of those. */
    List<String> unknown(List<String> places) {
        return PLACE.matcher(text)
                .results()
                .map(result -> result.group(1))
                .filter(place -> !places.contains(place))
                .toList();
    }

    /** The template with its places filled in. */
    String filled(Map<String, String> values) {
        Matcher matcher = PLACE.matcher(text);
        return matcher.replaceAll(
                place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    /** Whether a name is one of the template; PostgreSQL cuts a name off that is too long, and what is lost is not asked for. */
    boolean matches(String name, Map<String, String> values) {
        String filled = filled(values);
        byte[] bytes = filled.getBytes(StandardCharsets.UTF_8);
        boolean whole = bytes.length <= LIMIT || filled.contains("*");
        return Glob.of(whole ? filled : new String(bytes, 0, LIMIT, StandardCharsets.UTF_8))
                .matches(name);
    }
}
