package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.plan.ColumnShape;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.plan.TableSize;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/** Finds what a plan depends on and that nothing is known of. */
final class Gaps {

    static final List<String> CONDITIONS = List.of(
            "Index Cond", "Recheck Cond", "Filter", "Join Filter", "Hash Cond", "Merge Cond", "One-Time Filter");

    private final StatedQuery query;
    private final Catalog catalog;
    private final Map<String, Table> tables = new HashMap<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();

    private Gaps(StatedQuery query, Catalog catalog) {
        this.query = query;
        this.catalog = catalog;
    }

    /** What is not known, in the plan's order. */
    static List<Gap> of(PlanNode root, StatedQuery query, Catalog catalog) {
        Gaps gaps = new Gaps(query, catalog);
        List<PlanNode> nodes = PlanWords.nodes(root);
        nodes.forEach(gaps::note);
        nodes.forEach(gaps::look);
        return List.copyOf(gaps.gaps);
    }

    private void note(PlanNode node) {
        if (node.relation() == null) {
            return;
        }
        String schema =
                node.details().getOrDefault("Schema", query.names().schemas().get(0));
        Optional<Table> table = catalog.table(new QualifiedName(schema, node.relation()));
        if (table.isEmpty()) {
            return;
        }
        tables.put(node.alias() == null ? node.relation() : node.alias(), table.get());
        if (ancestry(table.get()).stream().noneMatch(this::isSized)) {
            List<Table> whole = ancestry(table.get());
            gaps.add(new Gap(query.names().subject(whole.get(whole.size() - 1).name()), null, false));
        }
    }

    private boolean isSized(Table table) {
        return query.size(table.name()).isPresent() || inFile(table.name());
    }

    private boolean inFile(QualifiedName table) {
        return query.scale()
                .statistics()
                .filter(file -> file.relations().stream()
                        .anyMatch(each -> each.relation().equals(table)))
                .isPresent();
    }

    /** The table, and those that it is a partition of. */
    private List<Table> ancestry(Table table) {
        List<Table> ancestry = new ArrayList<>();
        @Nullable Table each = table;
        while (each != null) {
            ancestry.add(each);
            QualifiedName whole = each.partitionOf();
            each = whole == null ? null : catalog.table(whole).orElse(null);
        }
        return ancestry;
    }

    private void look(PlanNode node) {
        for (String key : CONDITIONS) {
            String condition = node.details().get(key);
            if (condition != null) {
                columns(condition);
            }
        }
    }

    /** Columns are printed with the name that the query calls their table. */
    private void columns(String condition) {
        List<Token> tokens = SqlLexer.tokens(condition);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Table table = tokens.get(i).isName() ? tables.get(tokens.get(i).name()) : null;
            if (table != null
                    && tokens.get(i + 1).isSymbol('.')
                    && tokens.get(i + 2).isName()) {
                String column = tokens.get(i + 2).name();
                boolean tested = isNullTest(tokens, i + 3);
                boolean ordered = !tested && isOrdered(tokens, i + 3);
                table.column(column).ifPresent(each -> column(table, each, ordered, tested));
            }
        }
    }

    private static boolean isNullTest(List<Token> tokens, int next) {
        int at = afterCast(tokens, next);
        return at < tokens.size() && tokens.get(at).is("is");
    }

    /** Whether a comparison by order follows: its selectivity needs the range of the values. */
    private static boolean isOrdered(List<Token> tokens, int next) {
        int at = afterCast(tokens, next);
        if (at >= tokens.size()) {
            return false;
        }
        if (tokens.get(at).isSymbol('~')) {
            // How often a pattern matches is found by the values that it begins with.
            return true;
        }
        boolean less = tokens.get(at).isSymbol('<') || tokens.get(at).isSymbol('>');
        boolean unequal = less
                && tokens.get(at).isSymbol('<')
                && at + 1 < tokens.size()
                && tokens.get(at + 1).isSymbol('>');
        boolean other = less && at + 1 < tokens.size() && tokens.get(at + 1).isSymbol('@');
        return less && !unequal && !other;
    }

    static int afterCast(List<Token> tokens, int next) {
        int at = next;
        while (at < tokens.size() && tokens.get(at).isSymbol(')')) {
            at++;
        }
        if (at + 1 < tokens.size() && tokens.get(at).isSymbol(':')) {
            at += 2;
            while (at < tokens.size()
                    && (tokens.get(at).isName() || tokens.get(at).isSymbol('.'))) {
                at++;
            }
        }
        return at;
    }

    private void column(Table table, Column column, boolean ordered, boolean tested) {
        boolean known = ancestry(table).stream().anyMatch(each -> isKnown(each, column, ordered, tested));
        if (!known) {
            List<Table> ancestry = ancestry(table);
            Table stated =
                    ancestry.stream().filter(this::isSized).findFirst().orElse(ancestry.get(ancestry.size() - 1));
            gaps.add(new Gap(query.names().subject(stated.name()), column.name(), ordered));
        }
    }

    private boolean isKnown(Table table, Column column, boolean ordered, boolean tested) {
        if (isMeasured(table, column)) {
            return true;
        }
        Map<String, ColumnShape> shapes =
                query.size(table.name()).map(TableSize::columns).orElse(Map.of());
        ColumnShape shape = shapes.get(column.name());
        if (tested) {
            return column.notNull() || shape != null;
        } else if (shape != null && says(shape, ordered)) {
            return true;
        }
        return isExpressed(shapes, column) || (!ordered && isImplied(table, column));
    }

    /** What is stated of a table goes before what a file has of it. */
    private boolean isMeasured(Table table, Column column) {
        return query.size(table.name()).isEmpty()
                && query.scale()
                        .statistics()
                        .filter(file -> file.attributes().stream()
                                .filter(each -> each.relation().equals(table.name()))
                                .anyMatch(each -> each.statistics().column().equals(column.name())))
                        .isPresent();
    }

    private static boolean says(ColumnShape shape, boolean ordered) {
        boolean values = !shape.bounds().isEmpty() || !shape.common().isEmpty();
        return values || (!ordered && shape.distinct() != null);
    }

    /** Whether something is said of an expression that the column is part of. */
    private static boolean isExpressed(Map<String, ColumnShape> shapes, Column column) {
        return shapes.keySet().stream()
                .filter(written -> written.indexOf('(') >= 0)
                .anyMatch(written -> SqlLexer.tokens(written).stream()
                        .anyMatch(token -> token.isName() && token.name().equals(column.name())));
    }

    /** What the schema itself says of how many values there are. */
    private boolean isImplied(Table table, Column column) {
        boolean unique = table.indexes().stream()
                .filter(Index::unique)
                .anyMatch(index -> index.keys().size() == 1
                        && index.predicate() == null
                        && column.name().equals(index.keys().get(0).column()));
        boolean few = column.type().equals("boolean")
                || catalog.types().stream()
                        .anyMatch(type -> !type.labels().isEmpty()
                                && (type.name().sql().equals(column.type())
                                        || type.name().name().equals(column.type())));
        return unique || few || isReference(table, column);
    }

    private boolean isReference(Table table, Column column) {
        return table.constraints().stream()
                .filter(constraint -> constraint.columns().equals(List.of(column.name())))
                .map(Constraint::foreignKey)
                .anyMatch(key -> key != null
                        && catalog.table(key.table()).filter(this::isSized).isPresent());
    }
}
