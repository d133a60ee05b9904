package org.pgassay.postgres.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.UserType;
import org.pgassay.plan.ColumnShape;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Literals;
import org.pgassay.rows.SqlType;
import org.pgassay.sql.SqlLexer;

/**
 * How the rows of one table are made: which column takes its value from where. A valid row of the table, a template, gives
 * what nothing else does.
 */
final class BulkTable {

    /** Where a foreign key's values come from. */
    record Reference(Constraint constraint, ForeignKey key, List<Integer> shared, String choice) {

        /** The position of the column that decides; the others come with it. */
        int own() {
            for (int i = constraint.columns().size() - 1; i >= 0; i--) {
                if (!shared.contains(i)) {
                    return i;
                }
            }
            throw new IllegalStateException("all columns of " + constraint.name() + " come from others");
        }
    }

    private final Table table;
    private final Catalog catalog;
    private final BulkSizes sizes;
    private final long seed;
    private final long before;
    private final Set<String> within = new LinkedHashSet<>();
    private final Map<String, Reference> referring = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final Set<String> unique = new LinkedHashSet<>();

    /**
     * The ways to make a table's rows.
     *
     * @param before how many rows there are already
     */
    BulkTable(Table table, Catalog catalog, BulkSizes sizes, long seed, long before) {
        this.before = before;
        this.table = table;
        this.catalog = catalog;
        this.sizes = sizes;
        this.seed = seed;
        refer();
        table.indexes().stream().filter(Index::unique).forEach(this::single);
    }

    Table table() {
        return table;
    }

    /** Foreign keys of several columns first: those of single columns often come with them. */
    List<Reference> references() {
        return references;
    }

    private void refer() {
        List<Constraint> keys = InsertOrder.foreignKeys(table).stream()
                .sorted(Comparator.comparing((Constraint each) -> -each.columns().size())
                        .thenComparing(Constraint::name))
                .toList();
        long stride = 1;
        for (Constraint constraint : keys) {
            ForeignKey key = constraint.foreignKey();
            if (key == null
                    || referring.keySet().containsAll(constraint.columns())) {
                continue;
            }
            if (key.table().equals(table.name())) {
                constraint.columns().stream()
                        .filter(column -> !referring.containsKey(column))
                        .filter(column -> !table.column(column).orElseThrow().notNull())
                        .forEach(within::add);
                continue;
            }
            List<Integer> shared = new ArrayList<>();
            for (int i = 0; i < constraint.columns().size(); i++) {
                if (referring.containsKey(constraint.columns().get(i))) {
                    shared.add(i);
                }
            }
            Reference bare = new Reference(constraint, key, shared, "");
            String column = constraint.columns().get(bare.own());
            long parents = sizes.rows(key.table());
            String choice;
            if (inUnique(column)) {
                // Keys of several foreign keys are met once each, like the hands of a clock.
                choice = "((b.i - 1) / " + stride + ")";
                stride = Math.min(stride * Math.max(1, parents), Long.MAX_VALUE / 1_000_000_000_000L);
            } else {
                choice = values(column)
                        .choice(
                                shape(column),
                                parents,
                                sizes.wanted(key.table(), key.columns().get(bare.own())),
                                before);
            }
            Reference reference = new Reference(constraint, key, shared, choice);
            references.add(reference);
            constraint.columns().forEach(each -> referring.putIfAbsent(each, reference));
        }
    }

    /** Whether a unique index has no column but those of foreign keys. */
    private boolean inUnique(String column) {
        return keysOnly().stream().anyMatch(columns -> columns.contains(column));
    }

    /** The columns of unique indexes that have no others than those of foreign keys. */
    List<List<String>> keysOnly() {
        List<String> keys = InsertOrder.foreignKeys(table).stream()
                .flatMap(each -> each.columns().stream())
                .toList();
        return table.indexes().stream()
                .filter(Index::unique)
                .map(index -> index.keys().stream()
                        .map(key -> key.column() == null ? "" : key.column())
                        .toList())
                .filter(keys::containsAll)
                .toList();
    }

    /** Makes one column of a unique index different in each row, if none is yet. */
    private void single(Index index) {
        Set<String> names = new LinkedHashSet<>();
        for (Index.Key key : index.keys()) {
            String column = key.column();
            if (column != null) {
                names.add(column);
            } else {
                SqlLexer.tokens(key.sql()).stream()
                        .filter(token -> token.isName() && table.column(token.name()).isPresent())
                        .forEach(token -> names.add(token.name()));
            }
        }
        List<String> free = names.stream()
                .filter(name -> !referring.containsKey(name))
                .filter(name -> shape(name).common().isEmpty())
                .filter(name -> values(name).unique(shape(name), Identifiers.quote(name), 0).isPresent())
                .toList();
        if (free.stream().noneMatch(unique::contains) && !free.isEmpty()) {
            // What is stated of a column rarely leaves room for as many values as there are rows.
            List<String> open = free.stream()
                    .filter(name -> shape(name).equals(ColumnShape.UNKNOWN))
                    .toList();
            List<String> best = open.isEmpty() ? free : open;
            unique.add(best.get(best.size() - 1));
        }
    }

    private ColumnShape shape(String column) {
        return sizes.shapes(table.name()).getOrDefault(column, ColumnShape.UNKNOWN);
    }

    private BulkValues values(String column) {
        SqlType type = SqlType.of(table.column(column).orElseThrow().type());
        Optional<UserType> own = type.array()
                ? Optional.empty()
                : catalog.types().stream()
                        .filter(each -> each.name().equals(type.qualifiedName()))
                        .findFirst();
        return new BulkValues(
                type,
                own,
                sizes.rows(table.name()),
                seed * 1_000_003 + (table.name().sql() + "." + column).hashCode(),
                sizes.wanted(table.name(), column));
    }

    /** Columns that take a value. */
    List<Column> columns() {
        return table.columns().stream()
                .filter(column -> column.generated() == Column.Generated.NONE)
                .toList();
    }

    /**
     * A column's value in row {@code b.i}, with {@code t} for the template and {@code p0}, {@code p1}, … for the rows that
     * foreign keys lead to.
     *
     * @param style how texts are made different
     * @param bare whether what may be null and is not stated is left so
     */
    String value(Column column, int style, boolean bare) {
        String name = column.name();
        if (referring.containsKey(name)) {
            return referred(name);
        }
        String template = "t." + Identifiers.quote(name);
        BulkValues values = values(name);
        if (unique.contains(name)) {
            String made = values.unique(shape(name), Identifiers.quote(name), style).orElseThrow();
            return first(column, values, made);
        }
        boolean stated = !shape(name).equals(ColumnShape.UNKNOWN);
        boolean wanted = !sizes.wanted(table.name(), name).isEmpty();
        if (within.contains(name)) {
            // Rows of the table itself are not numbered yet.
            return "null";
        }
        if (stated || (wanted && values.few())) {
            String made = values.shaped(shape(name))
                    .orElseThrow(() -> new RowsImpossibleException(
                            table.name(),
                            name,
                            "many values of the type " + column.type() + " cannot be made up for "
                                    + table.name().sql() + "." + name));
            return first(column, values, made);
        }
        return bare && !column.notNull() ? "null" : template;
    }

    /** The value of a column that comes with a foreign key. */
    String referred(String column) {
        Reference reference = Objects.requireNonNull(referring.get(column), column);
        int at = reference.constraint().columns().indexOf(column);
        return "p" + references.indexOf(reference) + "."
                + Identifiers.quote(reference.key().columns().get(at));
    }

    /** Values that must be met are the first rows': so they are met together. */
    private String first(Column column, BulkValues values, String made) {
        List<String> wanted = sizes.wanted(table.name(), column.name());
        if (wanted.isEmpty()) {
            return made;
        }
        String type = column.type();
        StringBuilder sql = new StringBuilder("case");
        for (int i = 0; i < wanted.size(); i++) {
            sql.append(" when b.i = ").append((unique.contains(column.name())
                            ? values.rowOf(i, shape(column.name()), before)
                            : String.valueOf(before + 1 + i))).append(" then ").append(literal(wanted.get(i), type));
        }
        return sql.append(" else ").append(made).append(" end").toString();
    }

    private static String literal(String value, String type) {
        return Literals.typed(value, type);
    }
}
