package org.pgassay.check.seed;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;
import org.pgassay.check.QueryText;
import org.pgassay.check.seed.SeedSection.MatrixSpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Suggestions;

/** Where the pairs of a matrix come from. */
sealed interface Pairs {

    /** What gives them, for help. */
    String source();

    /**
     * The query for the pairs, as text.
     *
     * @throws Unknown if the catalog lacks something that it would read
     */
    String query(Catalog catalog) throws Unknown;

    /** The pairs that a spec describes. */
    static Pairs of(MatrixSpec matrix, Names names) {
        SourceText sql = matrix.sql();
        return sql != null
                ? new ByQuery(sql)
                : new OfTable(
                        names,
                        Objects.requireNonNull(matrix.table()),
                        Objects.requireNonNull(matrix.rows()),
                        Objects.requireNonNull(matrix.columns()),
                        matrix.where());
    }

    /** Thrown where the database does not have what the pairs come from. */
    final class Unknown extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Location at;
        private final String help;

        Unknown(Location at, String message, String help) {
            super(message);
            this.at = at;
            this.help = help;
        }

        Location at() {
            return at;
        }

        String help() {
            return help;
        }
    }

    /** A query that the spec writes. */
    record ByQuery(SourceText sql) implements Pairs {

        @Override
        public String source() {
            return "the query";
        }

        @Override
        public String query(Catalog catalog) {
            return QueryText.of(sql).sql();
        }
    }

    /** The rows of a table that refers to two others, or has the names itself. */
    record OfTable(
            Names names,
            SourceText table,
            SourceText rows,
            SourceText columns,
            @Nullable SourceText where) implements Pairs {

        @Override
        public String source() {
            return names.subject(names.resolve(table.text()));
        }

        @Override
        public String query(Catalog catalog) throws Unknown {
            Table pairs = known(table, table.text(), catalog);
            End first = end(rows, "r", pairs, catalog);
            End second = end(columns, "c", pairs, catalog);
            SourceText condition = where;
            return "select " + first.label() + "::pg_catalog.text, " + second.label()
                    + "::pg_catalog.text from (select * from "
                    + pairs.name().sql() + (condition == null ? "" : " where (\n" + condition.text() + "\n)") + ") m"
                    + first.join() + second.join();
        }

        /** How one of a pair is named. */
        private record End(String label, String join) {}

        private End end(SourceText written, String alias, Table pairs, Catalog catalog) throws Unknown {
            String text = written.text();
            int dot = text.lastIndexOf('.');
            if (dot < 0) {
                return new End("m." + column(written, text, pairs), "");
            }
            Table far = known(written, text.substring(0, dot), catalog);
            String label = alias + "." + column(written, text.substring(dot + 1), far);
            if (far.name().equals(pairs.name())) {
                return new End("m." + column(written, text.substring(dot + 1), far), "");
            }
            Constraint key = key(written, pairs, far);
            ForeignKey to = Objects.requireNonNull(key.foreignKey());
            String on = IntStream.range(0, key.columns().size())
                    .mapToObj(i -> alias + "." + Identifiers.quote(to.columns().get(i)) + " = m."
                            + Identifiers.quote(key.columns().get(i)))
                    .collect(Collectors.joining(" and "));
            return new End(label, " left join " + far.name().sql() + " " + alias + " on " + on);
        }

        private Constraint key(SourceText written, Table pairs, Table far) throws Unknown {
            List<Constraint> keys = pairs.constraints().stream()
                    .filter(each -> each.foreignKey() != null
                            && each.foreignKey().table().equals(far.name()))
                    .toList();
            if (keys.size() != 1) {
                throw new Unknown(
                        written.location(),
                        names.subject(pairs.name()) + " has "
                                + (keys.isEmpty() ? "no foreign key" : keys.size() + " foreign keys") + " to "
                                + names.subject(far.name()) + ", so it does not say which row is meant",
                        "Write the query under 'sql'.");
            }
            return keys.get(0);
        }

        private Table known(SourceText written, String name, Catalog catalog) throws Unknown {
            QualifiedName resolved = names.resolve(name);
            return catalog.table(resolved)
                    .orElseThrow(() -> new Unknown(
                            written.location(),
                            "there is no table " + resolved.sql()
                                    + Suggestions.didYouMean(
                                            names.subject(resolved),
                                            catalog.tables().stream()
                                                    .map(each -> names.subject(each.name()))
                                                    .toList()),
                            "Correct the name."));
        }

        private String column(SourceText written, String name, Table of) throws Unknown {
            List<String> all = of.columns().stream().map(Column::name).toList();
            if (!all.contains(name)) {
                throw new Unknown(
                        written.location(),
                        "the table " + names.subject(of.name()) + " has no column " + name
                                + Suggestions.didYouMean(name, all),
                        "Correct the name.");
            }
            return Identifiers.quote(name);
        }
    }
}
