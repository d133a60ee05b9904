package org.pgassay.probe.immutability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.UserType;

/** Other values for a column of a row: what other rows hold is most likely taken. */
final class Values {

    /** More are not tried. */
    private static final int MOST = 5;

    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("date", "2001-02-03"),
            Map.entry("timestamp", "2001-02-03 04:05:06"),
            Map.entry("time", "04:05:06"),
            Map.entry("uuid", "00000000-0000-4000-8000-000000000001"),
            Map.entry("json", "{\"pgassay\": 1}"),
            Map.entry("jsonb", "{\"pgassay\": 1}"),
            Map.entry("bytea", "\\x00"),
            Map.entry("interval", "00:00:01"),
            Map.entry("inet", "192.0.2.1"),
            Map.entry("cidr", "192.0.2.0/24"));

    private final Catalog catalog;
    private final List<LedgerRow> rows;

    Values(Catalog catalog, List<LedgerRow> rows) {
        this.catalog = catalog;
        this.rows = List.copyOf(rows);
    }

    /** What stands right of SET, for values that differ from the row's own. */
    List<String> other(Column column, LedgerRow row) {
        @Nullable String now = row.values().get(column.name());
        Set<@Nullable String> values = new LinkedHashSet<>();
        rows.stream().map(each -> each.values().get(column.name())).limit(MOST).forEach(values::add);
        values.addAll(byType(column.type(), now));
        values.add(null);
        List<String> sql = new ArrayList<>();
        values.stream()
                .filter(value -> !Objects.equals(value, now))
                .limit(MOST)
                .map(Values::constant)
                .forEach(sql::add);
        if (column.defaultExpression() != null || column.identity() != Column.Identity.NONE) {
            sql.add("default");
        }
        return sql;
    }

    /** A value as SQL, whose type PostgreSQL takes from where it stands. */
    static String constant(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        // With E'…' a backslash means the same under every setting.
        return value.indexOf('\\') >= 0
                ? " E'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
                : "'" + value.replace("'", "''") + "'";
    }

    private List<String> byType(String type, @Nullable String now) {
        String base = type.replaceFirst("^(pg_catalog|\"pg_catalog\")\\.", "");
        if (base.endsWith("[]")) {
            return List.of("{}");
        }
        String word = base.replaceAll("[ (].*", "");
        return switch (word) {
            case "smallint", "integer", "bigint", "numeric", "real", "double" -> numbers(now);
            case "boolean" -> List.of("t".equals(now) || "true".equals(now) ? "false" : "true");
            case "character", "text", "varchar", "citext", "name" -> texts(base, now);
            default -> FIXED.containsKey(word) ? List.of(FIXED.getOrDefault(word, "")) : labels(base);
        };
    }

    private static List<String> numbers(@Nullable String now) {
        try {
            return now == null
                    ? List.of("1")
                    : List.of(new BigDecimal(now).add(BigDecimal.ONE).toPlainString(), "1", "0");
        } catch (NumberFormatException e) {
            // NaN and Infinity are numbers to PostgreSQL.
            return List.of("1");
        }
    }

    private static List<String> texts(String type, @Nullable String now) {
        Matcher matcher = LENGTH.matcher(type);
        int length = matcher.find() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
        String longer = (now == null ? "" : now) + "~";
        return longer.codePointCount(0, longer.length()) <= length
                ? List.of(longer)
                : List.of("~" + longer.substring(longer.offsetByCodePoints(0, 1), longer.length() - 1));
    }

    private List<String> labels(String type) {
        return catalog.types().stream()
                .filter(each ->
                        each.kind() == UserType.Kind.ENUM && each.name().sql().equals(type))
                .flatMap(each -> each.labels().stream())
                .toList();
    }
}
