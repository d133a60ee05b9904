package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;
import org.pgassay.check.structure.StructurePlanner.InlineConstraint;
import org.pgassay.check.structure.StructureSection.TableSpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.Spec;
import org.pgassay.sql.SqlLexer;

/** The columns, constraints and unique indexes that a spec states, for those who try them. */
public final class StatedParts {

    private StatedParts() {}

    /**
     * A column.
     *
     * @param words what it is made of, in lower case
     */
    public record StatedColumn(QualifiedName table, String name, List<String> words, Location location) {

        /** Copies the list. */
        public StatedColumn {
            words = List.copyOf(words);
        }
    }

    /**
     * A constraint or a unique index.
     *
     * @param name its name in the structure
     * @param part its name, or that of the column that a nameless one stands with, as subjects have it
     * @param named whether the spec gives it a name
     * @param keyword its first word, in lower case; {@code index} for an index
     * @param words the names in a definition of its own, in lower case where they are not quoted; none if it stands with
     *     a column
     */
    public record StatedConstraint(
            QualifiedName table,
            String name,
            String part,
            boolean named,
            String keyword,
            List<String> words,
            Location location) {

        /** Copies the list. */
        public StatedConstraint {
            words = List.copyOf(words);
        }
    }

    /** The columns of all tables. */
    public static List<StatedColumn> columns(Spec spec) {
        Names names = new Names(spec.schemas());
        List<StatedColumn> columns = new ArrayList<>();
        spec.section(StructureSection.class)
                .tables()
                .forEach((written, table) -> table.columns().forEach((name, column) -> {
                    if (!table.absent() && !column.absent()) {
                        columns.add(new StatedColumn(
                                names.resolve(written), name, words(column.is().text()), column.location()));
                    }
                }));
        return columns;
    }

    private static List<String> words(String definition) {
        return SqlLexer.tokens(definition).stream()
                .filter(token -> token.isName())
                .map(token -> token.name())
                .toList();
    }

    /** The constraints and unique indexes of all tables. */
    public static List<StatedConstraint> constraints(Spec spec) {
        Names names = new Names(spec.schemas());
        List<StatedConstraint> constraints = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (InlineConstraint each : StructurePlanner.of(spec).inline()) {
            String part = Identifiers.quote(each.named() ? each.name() : each.column());
            int count = seen.merge(each.table() + " " + each.keyword() + " " + part, 1, Integer::sum);
            constraints.add(new StatedConstraint(
                    each.table(),
                    each.name(),
                    count == 1 ? part : part + "#" + count,
                    each.named(),
                    each.keyword(),
                    List.of(),
                    each.location()));
        }
        spec.section(StructureSection.class)
                .tables()
                .forEach((written, table) -> ofTable(names.resolve(written), table, constraints));
        return constraints;
    }

    private static void ofTable(QualifiedName name, TableSpec table, List<StatedConstraint> into) {
        table.constraints().forEach((constraint, part) -> {
            List<String> words = words(part.is().text());
            if (!part.absent() && !words.isEmpty()) {
                into.add(new StatedConstraint(
                        name, constraint, Identifiers.quote(constraint), true, words.get(0), words, part.location()));
            }
        });
        table.indexes().forEach((index, part) -> {
            List<String> words = words(part.is().text());
            if (!part.absent() && !words.isEmpty() && words.get(0).equals("unique")) {
                into.add(new StatedConstraint(
                        name, index, Identifiers.quote(index), true, "index", words, part.location()));
            }
        });
    }

    /**
     * The constraint of the database that a stated one stands for.
     *
     * @param expected as the blueprint has it
     */
    public static Optional<Constraint> counterpart(Table found, Constraint expected, boolean named) {
        if (named) {
            return found.constraint(expected.name());
        }
        List<Constraint> kin = found.constraints().stream()
                .filter(each -> each.type() == expected.type())
                .toList();
        return kin.stream()
                .filter(each -> each.definition().equals(expected.definition()))
                .findFirst()
                .or(() -> kin.stream()
                        .filter(each -> Set.copyOf(each.columns()).equals(Set.copyOf(expected.columns())))
                        .findFirst());
    }
}
