package org.pgassay.postgres.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pgassay.catalog.UserType;
import org.pgassay.plan.ColumnShape;
import org.pgassay.rows.Literals;
import org.pgassay.rows.SqlType;

/**
 * Expressions for the values of a column in row {@code b.i} of a given number of rows. What looks drawn by lot is a hash of
 * the row's number, so that every run makes the same rows.
 */
final class BulkValues {

    /** So many ways there are to give each row a text of its own. */
    static final int STYLES = 4;

    private static final String MASK = "9007199254740991";

    private final SqlType type;
    private final Optional<UserType> own;
    private final long rows;
    private final long seed;
    private final List<String> wanted;

    /**
     * Values of a column.
     *
     * @param type of the column; of a domain its base type
     * @param own the type where it is none of PostgreSQL's
     * @param rows of the table
     * @param seed of the column
     * @param wanted values that must be met
     */
    BulkValues(SqlType type, Optional<UserType> own, long rows, long seed, List<String> wanted) {
        this.type = type;
        this.own = own;
        this.rows = rows;
        this.seed = seed;
        this.wanted = wanted;
    }

    /** A number from 0 up to, and without, 1. */
    private String lot(int purpose) {
        return "((pg_catalog.hashint8extended(b.i, " + (seed * 31 + purpose) + ") & " + MASK + ")::float8 / 9007199254740992)";
    }

    private String position(ColumnShape shape) {
        Double correlation = shape.correlation();
        if (correlation == null || correlation == 0) {
            return lot(1);
        }
        String place = "((b.i - 0.5)::float8 / " + rows + ")";
        return "(case when " + lot(2) + " < " + number(Math.abs(correlation)) + " then "
                + (correlation > 0 ? place : "(1 - " + place + ")") + " else " + lot(1) + " end)";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.12f", value);
    }

    /** How many values there are, of what is stated and the rows; 0 where as many as there may be. */
    long distinct(ColumnShape shape) {
        Double distinct = shape.distinct();
        if (distinct == null) {
            return 0;
        }
        double values = distinct < 0 ? -distinct * rows : distinct;
        return Math.max(1, Math.min(rows, Math.round(values)));
    }

    /**
     * The number, from 0, of one of so many things of which the first are those that are wanted.
     *
     * @param count how many things there are
     * @param first their values, as far as they are known: those that are wanted
     * @param before how many rows there are already, after which the wanted ones come
     */
    String choice(ColumnShape shape, long count, List<String> first, long before) {
        long distinct = distinct(shape) == 0 ? count : Math.min(distinct(shape), count);
        StringBuilder sql = new StringBuilder("case");
        for (int i = 0; i < wanted.size(); i++) {
            sql.append(" when b.i = ").append(before + 1 + i).append(" then ");
            sql.append(Math.max(0, first.indexOf(wanted.get(i))));
        }
        sql.append(nulls(shape).map(when -> " when " + when + " then null").orElse(""));
        double share = 0;
        for (Map.Entry<String, Double> entry : shape.common().entrySet()) {
            share += entry.getValue() / present(shape);
            int at = Math.max(0, first.indexOf(entry.getKey()));
            sql.append(" when ").append(lot(3)).append(" < ").append(number(share)).append(" then ").append(at);
        }
        String rest = "pg_catalog.floor(" + position(shape) + " * " + distinct + ")::bigint";
        return sql.indexOf(" when ") < 0 ? rest : sql + " else " + rest + " end";
    }

    private Optional<String> nulls(ColumnShape shape) {
        Double nulls = shape.nulls();
        return nulls == null || nulls <= 0 ? Optional.empty() : Optional.of(lot(4) + " < " + number(nulls));
    }

    /** A value as stated; nothing where no value of the type is known. */
    Optional<String> shaped(ColumnShape shape) {
        StringBuilder sql = new StringBuilder("case");
        nulls(shape).ifPresent(when -> sql.append(" when ").append(when).append(" then null"));
        double share = 0;
        for (Map.Entry<String, Double> entry : shape.common().entrySet()) {
            share += entry.getValue() / present(shape);
            sql.append(" when ")
                    .append(lot(3))
                    .append(" < ")
                    .append(number(share))
                    .append(" then ")
                    .append(Literals.typed(entry.getKey(), type.text()));
        }
        Optional<String> rest = share > 1 - 1e-9
                ? shape.common().keySet().stream().findFirst().map(value -> Literals.typed(value, type.text()))
                : others(shape);
        return rest.map(other -> sql.indexOf(" when ") < 0 ? other : sql + " else " + other + " end");
    }

    /** Shares are stated of all rows, and drawn among those that have a value. */
    private static double present(ColumnShape shape) {
        Double nulls = shape.nulls();
        return Math.max(1e-12, 1 - (nulls == null ? 0 : nulls));
    }

    private Optional<String> others(ColumnShape shape) {
        List<String> first = wanted.stream()
                .filter(value -> !shape.common().containsKey(value))
                .toList();
        long distinct = Math.max(0, distinct(shape) - shape.common().size());
        if (distinct == 0 && shape.bounds().isEmpty()) {
            // Nothing is known of the rest but that it is there: each row has one of its own.
            distinct = shape.common().isEmpty() ? Math.max(1, labels()) : rows;
        }
        if (distinct == 0) {
            return between(shape.bounds(), position(shape));
        }
        String n = "pg_catalog.floor(" + position(shape) + " * " + distinct + ")::bigint";
        String place = "((" + n + " + 0.5)::float8 / " + distinct + ")";
        Optional<String> value = shape.bounds().isEmpty() ? numbered(n) : between(shape.bounds(), place);
        return value.map(each -> {
            StringBuilder sql = new StringBuilder();
            for (int i = 0; i < first.size() && i < Math.max(1, distinct(shape)); i++) {
                sql.append(" when ").append(i).append(" then ").append(Literals.typed(first.get(i), type.text()));
            }
            return sql.isEmpty() ? each : "case " + n + sql + " else " + each + " end";
        });
    }

    private int labels() {
        return type.family() == SqlType.Family.BOOLEAN ? 2 : own.map(each -> each.labels().size()).orElse(0);
    }

    /** Whether each of its values is as likely as the other where nothing is stated. */
    boolean few() {
        return labels() > 0;
    }

    /** The value of a number, from 0. */
    private Optional<String> numbered(String n) {
        if (labels() > 0 && own.isPresent()) {
            List<String> labels = new ArrayList<>();
            own.get().labels().forEach(label -> labels.add(Literals.quote(label)));
            return Optional.of("(array[" + String.join(", ", labels) + "])[1 + (" + n + ") % " + labels.size() + "]::"
                    + type.text());
        }
        return switch (type.family()) {
            case INTEGER, NUMBER -> Optional.of("(" + n + " + 1)::" + type.text());
            case BOOLEAN -> Optional.of("((" + n + ") % 2 = 0)");
            case TEXT -> Optional.of("('v' || " + n + ")::" + type.text());
            case TIME -> Optional.of(time(n));
            case JSON, BYTES, ARRAY, OTHER -> type.name().equals("uuid") ? Optional.of(uuid(n)) : Optional.empty();
        };
    }

    private String time(String n) {
        return type.name().equals("date")
                ? "(date '2000-01-01' + (" + n + ")::integer)"
                : "(timestamp '2000-01-01' + (" + n + ") * interval '1 minute')::" + type.text();
    }

    private String uuid(String n) {
        return "pg_catalog.md5('" + seed + "/' || " + n + ")::uuid";
    }

    /** The value at a position, 0 to 1, between bounds that part the rows into groups of equal size. */
    private Optional<String> between(List<String> bounds, String position) {
        int groups = bounds.size() - 1;
        if (groups < 1) {
            return Optional.of(Literals.typed(bounds.get(0), type.text()));
        }
        String array = "array[" + String.join(", ", bounds.stream().map(Literals::quote).toList()) + "]::" + type.text() + "[]";
        String group = "least(pg_catalog.floor(" + position + " * " + groups + ")::integer, " + (groups - 1) + ")";
        String low = "(" + array + ")[1 + " + group + "]";
        String high = "(" + array + ")[2 + " + group + "]";
        String part = "(" + position + " * " + groups + " - " + group + ")";
        return switch (type.family()) {
            case INTEGER ->
                Optional.of("(" + low + " + pg_catalog.round(((" + high + ")::numeric - " + low + ") * " + part
                        + "::numeric))::" + type.text());
            case NUMBER ->
                Optional.of("((" + low + ")::numeric + ((" + high + ")::numeric - (" + low + ")::numeric) * " + part
                        + "::numeric)::" + type.text());
            case TIME ->
                Optional.of(
                        type.name().equals("date")
                                ? "(" + low + " + pg_catalog.round((" + high + " - " + low + ") * " + part + ")::integer)"
                                : "(" + low + " + (" + high + " - " + low + ") * " + part + ")");
            case TEXT -> Optional.of("(" + low + " || pg_catalog.left(pg_catalog.md5((" + position + ")::text), 4))::" + type.text());
            case BOOLEAN, JSON, BYTES, ARRAY, OTHER -> Optional.of(low);
        };
    }

    /**
     * A value that no other row has; nothing where none of the type is known.
     *
     * @param name of the column, quoted
     * @param style how texts are made
     */
    Optional<String> unique(ColumnShape shape, String name, int style) {
        List<String> bounds = shape.bounds();
        return switch (type.family()) {
            case INTEGER, NUMBER ->
                Optional.of(
                        bounds.size() > 1
                                ? "(" + Literals.typed(bounds.get(0), "numeric") + " + pg_catalog.floor((("
                                        + Literals.typed(bounds.get(bounds.size() - 1), "numeric") + " - "
                                        + Literals.typed(bounds.get(0), "numeric") + ") * (b.i - 0.5)) / " + rows + "))::"
                                        + type.text()
                                : "(" + greatest(name) + " + b.i)::" + type.text());
            case TEXT -> Optional.of("(" + text("t." + name, style) + ")::" + type.text());
            case TIME -> bounds.size() > 1 ? between(bounds, "((b.i - 0.5)::float8 / " + rows + ")") : Optional.of(time("b.i"));
            case BOOLEAN -> Optional.empty();
            case JSON, BYTES, ARRAY, OTHER -> type.name().equals("uuid") ? Optional.of(uuid("b.i")) : Optional.empty();
        };
    }

    /** A number that no template's is above, nor one that must be met. */
    private String greatest(String name) {
        String others = wanted.stream()
                .map(value -> ", " + Literals.typed(value, "numeric"))
                .collect(Collectors.joining());
        return "greatest((select coalesce(max(" + name + "), 0)::numeric from pgassay_template)" + others + ")";
    }

    /** The row that has a wanted value where each has its own: the first ones, or that in whose place it is by its order. */
    String rowOf(int number, ColumnShape shape, long before) {
        List<String> bounds = shape.bounds();
        SqlType.Family family = type.family();
        if (bounds.size() < 2 || (family != SqlType.Family.INTEGER && family != SqlType.Family.NUMBER)) {
            return String.valueOf(before + 1 + number);
        }
        String low = Literals.typed(bounds.get(0), "numeric");
        return "least(%s, greatest(%s, pg_catalog.ceil((%s - %s) * %s / (%s - %s))))"
                .formatted(
                        rows,
                        before + 1,
                        Literals.typed(wanted.get(number), "numeric"),
                        low,
                        rows,
                        Literals.typed(bounds.get(bounds.size() - 1), "numeric"),
                        low);
    }

    private String text(String column, int style) {
        return switch (style) {
            case 0 -> "b.i || coalesce(" + column + ", '')";
            case 1 -> "coalesce(" + column + ", '') || b.i";
            case 2 -> "pg_catalog.lpad(b.i::text, " + Math.min(type.maxLength(), 12) + ", '0')";
            default -> "pg_catalog.left(pg_catalog.md5(b.i::text), " + Math.min(type.maxLength(), 32) + ")";
        };
    }
}
