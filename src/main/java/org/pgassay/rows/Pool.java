package org.pgassay.rows;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * The constants of expressions, and the values near them that a constraint may be about: next to a bound, of a length, in
 * a pattern.
 *
 * @param strings the string constants
 * @param numbers the numbers
 * @param regexes what stands behind {@code ~}
 * @param likes what stands behind {@code ~~}, which is LIKE
 */
public record Pool(Set<String> strings, Set<String> numbers, Set<String> regexes, Set<String> likes) {

    /** More than any text that a check asks for by its length. */
    private static final int LONGEST = 5_000;

    /** The constants of some expressions, in their order. */
    public static Pool of(String... expressions) {
        Pool pool =
                new Pool(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (String expression : expressions) {
            pool.read(SqlLexer.tokens(expression));
        }
        return pool;
    }

    private void read(List<Token> tokens) {
        String operator = "";
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.NUMBER) {
                boolean negative = i > 0 && tokens.get(i - 1).isSymbol('-');
                numbers.add((negative ? "-" : "") + token.text().replace("_", ""));
            } else if (token.kind() == Token.Kind.STRING) {
                readString(text(token.text()), operator);
            }
            boolean punctuation = token.isSymbol('(') || token.isSymbol('[') || token.is("array");
            if (token.kind() == Token.Kind.SYMBOL && !punctuation) {
                boolean continues = i > 0
                        && tokens.get(i - 1).kind() == Token.Kind.SYMBOL
                        && tokens.get(i - 1).end() == token.offset();
                operator = continues ? operator + token.text() : token.text();
            } else if (token.isName() && !token.is("array") && !token.is("any")) {
                operator = token.is("similar_to_escape") ? "similar" : operator;
            }
        }
    }

    private void readString(String text, String operator) {
        if (operator.endsWith("~~") || operator.endsWith("~~*")) {
            likes.add(text);
        } else if (operator.contains("~") || operator.equals("similar")) {
            regexes.add(text);
        }
        strings.add(text);
    }

    private static String text(String constant) {
        int quote = constant.indexOf('\'');
        if (quote < 0) {
            return constant;
        }
        String inner = constant.substring(quote + 1, constant.length() - 1).replace("''", "'");
        return constant.startsWith("E") || constant.startsWith("e") ? inner.replace("\\\\", "\\") : inner;
    }

    /** Values to try for a type, the likeliest first; not all of them need be of the type. */
    public List<String> values(SqlType type) {
        Stream<String> values = switch (type.family()) {
            case INTEGER, NUMBER -> numeric(type);
            case TEXT -> texts(type.maxLength());
            case BOOLEAN -> Stream.of("true", "false");
            case TIME -> times();
            case JSON -> json();
            case BYTES -> bytes();
            case ARRAY -> arrays(type);
            case OTHER -> Stream.concat(strings.stream(), numbers.stream());
        };
        return values.distinct().limit(120).toList();
    }

    private Stream<String> numeric(SqlType type) {
        List<BigDecimal> found = new ArrayList<>();
        Stream.concat(numbers.stream(), strings.stream()).forEach(text -> {
            try {
                found.add(new BigDecimal(text.strip()));
            } catch (NumberFormatException e) {
                // A string that is no number says nothing of one.
                return;
            }
        });
        BigDecimal step = type.modifiers().size() > 1
                ? BigDecimal.valueOf(1, type.modifiers().get(1))
                : new BigDecimal("0.5");
        boolean whole = type.family() == SqlType.Family.INTEGER;
        Stream<BigDecimal> exact = found.stream();
        Stream<BigDecimal> near = found.stream()
                .flatMap(value -> Stream.of(
                        value.add(BigDecimal.ONE),
                        value.subtract(BigDecimal.ONE),
                        value.add(step),
                        value.subtract(step),
                        value.add(value),
                        value.negate()));
        Stream<BigDecimal> common =
                Stream.of("0", "1", "2", "-1", "10", "100", "12", "1000", "0.5").map(BigDecimal::new);
        return Stream.of(exact, near, common)
                .flatMap(each -> each)
                .filter(value -> !whole || value.stripTrailingZeros().scale() <= 0)
                .map(value -> whole ? value.toBigInteger().toString() : value.toPlainString());
    }

    private Stream<String> texts(int maxLength) {
        Stream<String> patterns = Stream.concat(
                regexes.stream().flatMap(regex -> RegexSamples.of(regex).stream()),
                likes.stream().map(like -> like.replace("%", "a").replace("_", "b")));
        Stream<String> plain = strings.stream().filter(text -> !regexes.contains(text) && !likes.contains(text));
        Stream<String> around = strings.stream()
                .filter(text -> !regexes.contains(text))
                .flatMap(text -> Stream.of(text + "a", "a" + text, text + "1", "a" + text + "b"));
        return Stream.of(plain, patterns, around, lengths(), COMMON.stream())
                .flatMap(each -> each)
                .filter(text -> text.codePointCount(0, text.length()) <= maxLength);
    }

    private static final List<String> COMMON = List.of(
            "a",
            "A",
            "1",
            "abc",
            "ABC",
            "Ab1",
            "123",
            "AB12",
            "ab-1",
            "name@example.org",
            "https://example.org/a",
            "+15550100",
            "2024-01-01",
            "00000000-0000-4000-8000-000000000001",
            "EUR",
            "DE",
            "en",
            "0",
            "1.0",
            "{}",
            "true",
            "zz",
            "");

    /** Texts as long as the numbers say, of letters and of digits, for checks of a length. */
    private Stream<String> lengths() {
        return counts().flatMap(length -> Stream.of("a".repeat(length), "1".repeat(length), "A".repeat(length)));
    }

    private Stream<Integer> counts() {
        return numbers.stream()
                .filter(number -> number.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .flatMap(number -> Stream.of(number, number + 1, Math.max(0, number - 1)))
                .filter(number -> number <= LONGEST)
                .distinct();
    }

    private Stream<String> times() {
        Stream<String> near = strings.stream().flatMap(Pool::daysAround);
        Stream<String> years = numbers.stream()
                .filter(number -> number.matches("\\d{4}"))
                .map(Integer::valueOf)
                .flatMap(year -> Stream.of(year + "-06-15", (year + 1) + "-06-15", (year - 1) + "-06-15"));
        Stream<String> common = Stream.of(
                "2024-01-01",
                "2024-01-02",
                "2023-12-31",
                "2000-01-01",
                "1970-01-01",
                "1990-06-15",
                "2030-01-01",
                "2099-12-31");
        return Stream.of(strings.stream(), near, years, common).flatMap(each -> each);
    }

    private static Stream<String> daysAround(String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
            return Stream.of();
        }
        String rest = text.substring(10);
        try {
            LocalDate day = LocalDate.parse(text.substring(0, 10));
            return Stream.of(text, day.plusDays(1) + rest, day.minusDays(1) + rest, day.plusYears(1) + rest);
        } catch (DateTimeException e) {
            return Stream.of(text);
        }
    }

    private Stream<String> json() {
        List<String> keys = strings.stream()
                .filter(text -> !text.isEmpty())
                .map(Pool::jsonString)
                .toList();
        Stream<String> objects = Stream.of("\"a\"", "1", "true", "[]", "{}")
                .map(value -> keys.stream().map(key -> key + ": " + value).collect(Collectors.joining(", ", "{", "}")));
        Stream<String> pairs = keys.stream()
                .limit(6)
                .flatMap(key -> keys.stream().limit(6).map(value -> "{" + key + ": " + value + "}"));
        Stream<String> plain = Stream.of("{}", "[]", "[1]", "[\"a\"]", "{\"a\": 1}", "\"a\"", "1", "true", "null");
        Stream<String> lists = keys.stream().map(key -> "[" + key + "]");
        return Stream.of(plain, objects, strings.stream(), keys.stream(), lists, pairs)
                .flatMap(each -> each);
    }

    private static String jsonString(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private Stream<String> bytes() {
        return Stream.concat(counts().map(length -> "\\x" + "61".repeat(length)), Stream.of("\\x", "\\x00", "\\x6162"));
    }

    private Stream<String> arrays(SqlType type) {
        List<String> elements = values(type.element());
        Stream<String> whole = strings.stream().filter(text -> text.startsWith("{"));
        Stream<String> single = elements.stream().limit(20).map(element -> Literals.array(List.of(element)));
        Stream<String> all = Stream.of(Literals.array(List.copyOf(strings)));
        Stream<String> sized = elements.isEmpty()
                ? Stream.of()
                : counts().filter(count -> count < 100)
                        .map(count -> Literals.array(Stream.generate(() -> elements.get(0))
                                .limit(count)
                                .toList()));
        return Stream.of(whole, single, all, sized, Stream.of("{}")).flatMap(each -> each);
    }
}
