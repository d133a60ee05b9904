package org.pgassay.postgres.blueprint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;

/**
 * Sees two spellings of one expression as the same.
 *
 * <p>What PostgreSQL prints of an expression is not always what it prints of that print: {@code x in ('a', 'b')} over a
 * varchar comes out with its casts elsewhere the second time. A spec may hold either spelling. So where expected and real
 * expression differ, both are parsed and printed once more, and if any two of the prints agree, the real spelling takes the
 * expected one's place. Printing keeps the meaning, so nothing else can come to agree.
 */
final class Respelling {

    private static final String TWIN = "pgassay_twin";

    private final Connection connection;
    private final Scratch scratch;
    private final Catalog actual;
    private final Renaming renaming;

    Respelling(Connection connection, Scratch scratch, Catalog actual, Renaming renaming) {
        this.connection = connection;
        this.scratch = scratch;
        this.actual = actual;
        this.renaming = renaming;
    }

    /** The expected catalog, in the real one's spelling where both say the same. */
    Catalog of(Catalog expected) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (Table table : expected.tables()) {
            Optional<Table> real = actual.table(table.name());
            tables.add(real.isPresent() ? table(table, real.get()) : table);
        }
        return Catalog.ofTables(tables);
    }

    private Table table(Table expected, Table real) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (Column column : expected.columns()) {
            columns.add(column(expected, column, real));
        }
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : expected.constraints()) {
            constraints.add(constraint(expected, constraint, real));
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : expected.indexes()) {
            indexes.add(index(expected, index, real));
        }
        return expected.with(columns, constraints, indexes);
    }

    private Column column(Table table, Column expected, Table real) throws SQLException {
        Optional<Column> found = real.column(expected.name());
        @Nullable String left = expected.defaultExpression();
        @Nullable String right = found.map(Column::defaultExpression).orElse(null);
        boolean comparable = found.isPresent()
                && found.get().type().equals(expected.type())
                && found.get().generated() == expected.generated();
        if (!comparable || left == null || right == null || left.equals(right)) {
            return expected;
        }
        Reprint reprint = expression -> column(table, expected, expression);
        return same(left, right, reprint) ? expected.withDefaultExpression(right) : expected;
    }

    private @Nullable String column(Table table, Column like, String expression) throws SQLException {
        String definition = switch (like.generated()) {
            case NONE -> " default " + expression;
            case STORED -> " generated always as (" + expression + ") stored";
            case VIRTUAL -> " generated always as (" + expression + ") virtual";
        };
        String name = scratch.name(table.name());
        return printed(
                "alter table " + name + " add column " + TWIN + " " + like.type() + definition,
                "select pg_catalog.pg_get_expr(adbin, adrelid) from pg_catalog.pg_attrdef d"
                        + " join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum"
                        + " where a.attname = '" + TWIN + "'");
    }

    private Constraint constraint(Table table, Constraint expected, Table real) throws SQLException {
        boolean hasExpression =
                expected.type() == Constraint.Type.CHECK || expected.type() == Constraint.Type.EXCLUSION;
        if (!hasExpression) {
            return expected;
        }
        List<Constraint> candidates = real.constraints().stream()
                .filter(each -> each.type() == expected.type())
                .filter(each ->
                        each.name().equals(expected.name()) || each.columns().equals(expected.columns()))
                .toList();
        if (candidates.stream().anyMatch(each -> each.definition().equals(expected.definition()))) {
            return expected;
        }
        for (Constraint candidate : candidates) {
            if (same(expected.definition(), candidate.definition(), definition -> constraint(table, definition))) {
                return expected.withDefinition(candidate.definition());
            }
        }
        return expected;
    }

    private @Nullable String constraint(Table table, String definition) throws SQLException {
        return printed(
                "alter table " + scratch.name(table.name()) + " add constraint " + TWIN + " " + definition,
                "select pg_catalog.pg_get_constraintdef(oid) from pg_catalog.pg_constraint where conname = '" + TWIN
                        + "'");
    }

    private Index index(Table table, Index expected, Table real) throws SQLException {
        Optional<Index> found = real.index(expected.name());
        if (found.isEmpty() || found.get().definition().equals(expected.definition())) {
            return expected;
        }
        String theirs = found.get().definition();
        return same(expected.definition(), theirs, definition -> index(table, definition))
                ? expected.withDefinition(theirs)
                : expected;
    }

    private @Nullable String index(Table table, String definition) throws SQLException {
        // Cut where PostgreSQL's own prefix ends, which is not where that of the real schema's name would.
        return printed(
                "create index " + TWIN + " on " + scratch.name(table.name()) + " using " + definition,
                "select pg_catalog.substr(pg_catalog.pg_get_indexdef(indexrelid), pg_catalog.length('CREATE INDEX "
                        + TWIN
                        + " ON ' || indrelid::pg_catalog.regclass::pg_catalog.text || ' USING ') + 1)"
                        + " from pg_catalog.pg_index join pg_catalog.pg_class c on c.oid = indexrelid"
                        + " where c.relname = '" + TWIN + "' and c.relkind = 'i'");
    }

    /** Parses and prints an expression; null if PostgreSQL refuses it. */
    private interface Reprint {
        @Nullable
        String of(String expression) throws SQLException;
    }

    private static boolean same(String left, String right, Reprint reprint) throws SQLException {
        @Nullable String leftAgain = reprint.of(left);
        @Nullable String rightAgain = reprint.of(right);
        return Objects.equals(leftAgain, right)
                || Objects.equals(rightAgain, left)
                || (leftAgain != null && leftAgain.equals(rightAgain));
    }

    private @Nullable String printed(String ddl, String query) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            if (scratch.attempt(ddl) != null) {
                return null;
            }
            scratch.execute("set local search_path = ''");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                return rows.next() ? renaming.text(rows.getString(1)) : null;
            }
        } finally {
            connection.rollback(before);
        }
    }
}
