package org.pgassay.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.UserType;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/** Values of any type: built-in, enum, composite, range, array, domain, and by trial of types that nobody described. */
public final class TypeValues {

    /** What is tried as the input of a type about which nothing is known. */
    private static final List<String> GUESSES = List.of(
            "1",
            "a",
            "",
            "0",
            "{}",
            "()",
            "[]",
            "1,2",
            "(1,2)",
            "(1)",
            "[1,2]",
            "[1,2)",
            "{1}",
            "{[1,2)}",
            "a=>1",
            "true",
            "2024-01-01",
            "08:00:00",
            "{\"a\": 1}",
            "<a/>",
            "10.0.0.1",
            "9780000000002",
            "\\x01",
            "POINT(1 1)");

    private static final int DEEPEST = 8;

    private final Map<QualifiedName, UserType> types = new HashMap<>();
    private final Map<QualifiedName, SqlType> multiranges = new HashMap<>();
    private final Map<String, List<String>> tried = new HashMap<>();
    private final TypeProbe probe;

    /** Knows the types of a catalog; of all others it asks the probe. */
    public TypeValues(Catalog catalog, TypeProbe probe) {
        this.probe = probe;
        for (UserType type : catalog.types()) {
            types.put(type.name(), type);
            if (type.kind() == UserType.Kind.RANGE) {
                rangePart(type, "multirange_type_name")
                        .map(SqlType::of)
                        .map(SqlType::qualifiedName)
                        .ifPresent(name ->
                                multiranges.put(name, SqlType.of(type.name().sql())));
            }
        }
    }

    /**
     * Up to so many different values, from that of a number on; fewer where the type has no more, none where no value is
     * found.
     *
     * @param hint what texts begin with, so that people see where they belong
     */
    public List<String> values(SqlType type, String hint, int n, int count) {
        return values(type, hint, n, count, 0);
    }

    private List<String> values(SqlType type, String hint, int n, int count, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        } else if (type.array()) {
            return arrays(values(type.element(), hint, n, count, depth + 1));
        }
        UserType user = userType(type).orElse(null);
        QualifiedName name = type.qualifiedName();
        SqlType range = name == null ? null : multiranges.get(name);
        if (range != null) {
            return values(range, hint, n, count, depth + 1).stream()
                    .map(each -> "{" + each + "}")
                    .toList();
        } else if (user == null) {
            List<String> known = numbered(count, i -> BuiltInValues.of(type, hint, n + i));
            return known.isEmpty() ? rotated(guessed(type), n, count) : known;
        }
        return switch (user.kind()) {
            case ENUM -> rotated(user.labels(), n, count);
            case DOMAIN -> rotated(domain(user, hint, n, depth), 0, count);
            case COMPOSITE -> composites(user, hint, n, count, depth);
            case RANGE -> ranges(user, n, count, depth);
        };
    }

    /** The user-defined type behind a column's type, if a catalog lists it. */
    public Optional<UserType> userType(SqlType type) {
        return type.array() || type.qualifiedName() == null
                ? Optional.empty()
                : Optional.ofNullable(types.get(type.qualifiedName()));
    }

    /** The elements of a list from a position on, and around its end again. */
    public static <T> List<T> rotated(List<T> list, int n, int count) {
        return IntStream.range(0, Math.min(count, list.size()))
                .mapToObj(i -> list.get((i + n) % list.size()))
                .toList();
    }

    private interface Numbered {
        Optional<String> value(int i);
    }

    private static List<String> numbered(int count, Numbered values) {
        return IntStream.range(0, count)
                .mapToObj(values::value)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static List<String> arrays(List<String> elements) {
        List<String> arrays = new ArrayList<>();
        elements.forEach(element -> arrays.add(Literals.array(List.of(element))));
        arrays.add("{}");
        return arrays;
    }

    private List<String> guessed(SqlType type) {
        return tried.computeIfAbsent(type.text(), text -> {
            List<String> labels = probe.labels(text);
            return labels.isEmpty() ? probe.valid(text, GUESSES) : labels;
        });
    }

    /** Values that pass a domain's checks, for where no table's conditions can be asked: within arrays and composites. */
    private List<String> domain(UserType domain, String hint, int n, int depth) {
        Domain parts = Domain.of(domain);
        SqlType base = SqlType.of(parts.base());
        Stream<String> own = values(base, hint, n, 8, depth + 1).stream();
        Stream<String> literal = parts.checks().stream().flatMap(check -> Pool.of(check.sql()).values(base).stream());
        return probe.valid(
                domain.name().sql(), Stream.concat(own, literal).distinct().toList());
    }

    private List<String> composites(UserType type, String hint, int n, int count, int depth) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<@Nullable String> fields = new ArrayList<>();
            for (String field : type.fields()) {
                List<String> found = values(fieldType(field), hint, n + i, 1, depth + 1);
                fields.add(found.isEmpty() ? null : found.get(0));
            }
            values.add(Literals.row(fields));
        }
        return values.stream().distinct().toList();
    }

    /** The type in a field's {@code name type COLLATE collation}. */
    private static SqlType fieldType(String field) {
        List<Token> tokens = SqlLexer.tokens(field);
        int end = tokens.stream()
                .skip(1)
                .filter(token -> token.is("collate"))
                .findFirst()
                .map(Token::offset)
                .orElse(field.length());
        return SqlType.of(field.substring(tokens.get(0).end(), end).strip());
    }

    /** Ranges that do not overlap where their bounds come in the order of their numbers. */
    private List<String> ranges(UserType type, int n, int count, int depth) {
        Optional<SqlType> subtype = rangePart(type, "subtype").map(SqlType::of);
        if (subtype.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> low = values(subtype.get(), "r", (n + i) * 2, 1, depth + 1);
            List<String> high = values(subtype.get(), "r", (n + i) * 2 + 1, 1, depth + 1);
            if (!low.isEmpty() && !high.isEmpty()) {
                texts.add("[\"" + low.get(0) + "\",\"" + high.get(0) + "\")");
            }
        }
        texts.add("(,)");
        texts.add("empty");
        return probe.valid(type.name().sql(), texts);
    }

    private static Optional<String> rangePart(UserType type, String part) {
        String definition = type.definition() == null ? "" : type.definition();
        List<Token> tokens = SqlLexer.tokens(definition);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(part) && tokens.get(i + 1).isSymbol('=')) {
                int from = tokens.get(i + 1).end();
                int end = tokens.stream()
                        .filter(token -> token.offset() > from && token.isSymbol(',') && token.depth() == 0)
                        .findFirst()
                        .map(Token::offset)
                        .orElse(definition.length());
                return Optional.of(definition.substring(from, end).strip());
            }
        }
        return Optional.empty();
    }
}
