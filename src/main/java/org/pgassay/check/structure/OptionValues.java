package org.pgassay.check.structure;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Node;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/** Storage parameters and other options, by name: PostgreSQL keeps the value as whoever set it wrote it. */
public final class OptionValues {

    /** The value that stands for none. */
    public static final String DEFAULT = "default";

    private static final Set<String> TRUE = Set.of("true", "on", "yes", "t", "y");

    private static final Set<String> FALSE = Set.of("false", "off", "no", "f", "n");

    private OptionValues() {}

    /** The options that a spec states; none if it says nothing. */
    public static Map<String, String> stated(@Nullable Node node) {
        Map<String, String> options = new LinkedHashMap<>();
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach((name, entry) -> {
                if (entry.value() instanceof Node.Scalar scalar) {
                    boolean nothing = scalar.type() == Node.Scalar.Type.NULL;
                    options.put(name, nothing ? DEFAULT : scalar.value());
                }
            });
        }
        return options;
    }

    /** The options that PostgreSQL prints as {@code name=value}. */
    public static Map<String, String> printed(List<String> options) {
        Map<String, String> printed = new TreeMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            printed.put(equals < 0 ? option : option.substring(0, equals), option.substring(equals + 1));
        }
        return printed;
    }

    /** The options of foreign objects, which PostgreSQL prints as a name and a literal. */
    public static Map<String, String> foreign(List<String> options) {
        Map<String, String> foreign = new TreeMap<>();
        for (String option : options) {
            Token name = SqlLexer.tokens(option).get(0);
            foreign.put(name.name(), unquoted(option.substring(name.end()).strip()));
        }
        return foreign;
    }

    private static String unquoted(String literal) {
        boolean escaped = literal.startsWith("E'");
        String inner = literal.substring(escaped ? 2 : 1, literal.length() - 1).replace("''", "'");
        return escaped ? inner.replace("\\\\", "\\") : inner;
    }

    /** Whether two spellings are of one value. */
    public static boolean same(String left, String right) {
        Optional<BigDecimal> number = number(left);
        if (number.isPresent()) {
            return number(right)
                    .filter(other -> other.compareTo(number.get()) == 0)
                    .isPresent();
        }
        return canonical(left).equals(canonical(right));
    }

    private static String canonical(String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        return TRUE.contains(word) ? "true" : FALSE.contains(word) ? "false" : value.strip();
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return Optional.of(new BigDecimal(value.strip().replace("_", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
