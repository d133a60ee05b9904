package org.pgassay.check.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Ddl;
import org.pgassay.check.Definition;
import org.pgassay.check.Names;
import org.pgassay.check.StructurePlan.PlannedBound;
import org.pgassay.check.StructurePlan.PlannedPartitioning;
import org.pgassay.check.partition.PartitionSection.PartitioningSpec;
import org.pgassay.check.structure.Spelling;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/** Turns the partitions of a spec into DDL, purely; running it is another's affair. */
public final class PartitionPlanner {

    private static final Set<String> STRATEGIES = Set.of("range", "list", "hash");

    private final Names names;
    private final List<PlannedPartitioning> planned = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<QualifiedName> parents = new HashSet<>();
    private final Map<QualifiedName, Location> partitions = new HashMap<>();

    private PartitionPlanner(Names names) {
        this.names = names;
    }

    /** A spec's partitioned tables, in its order, and what is wrong with them. */
    record Result(List<PlannedPartitioning> planned, List<Problem> problems) {}

    /** How a spec without problems partitions tables, in its order. */
    public static List<PlannedPartitioning> plan(Spec spec) {
        return of(spec).planned();
    }

    static Result of(Spec spec) {
        PartitionPlanner planner = new PartitionPlanner(new Names(spec.schemas()));
        spec.section(PartitionSection.class).partitions().forEach(planner::table);
        return new Result(planner.planned, planner.problems);
    }

    private void table(String written, PartitioningSpec table) {
        QualifiedName name = names.resolve(written);
        named(name, table.location());
        if (!parents.add(name)) {
            problems.add(new Problem(table.location(), "'" + written + "' is a table that stands here already"));
            return;
        }
        @Nullable Ddl by = table.by() == null ? null : clause(table.by(), PartitionPlanner::checkKey);
        List<PlannedBound> bounds = new ArrayList<>();
        table.of().forEach((partition, bound) -> {
            QualifiedName child = names.resolve(partition);
            named(child, bound.location());
            @Nullable Location former = partitions.putIfAbsent(child, bound.location());
            if (former != null) {
                problems.add(new Problem(
                        bound.location(), "'" + partition + "' is a partition that stands already at " + former));
                return;
            }
            @Nullable Ddl ddl = clause(bound, PartitionPlanner::checkBound);
            if (ddl != null) {
                bounds.add(new PlannedBound(child, ddl));
            }
        });
        if (table.rest() != null && !table.withoutRest()) {
            named(names.resolve(table.rest().text()), table.rest().location());
        }
        planned.add(new PlannedPartitioning(name, by, bounds));
    }

    private void named(QualifiedName name, Location at) {
        String fault = names.schemas().contains(name.schema())
                ? Spelling.fault(name.name())
                : "the schema '" + name.schema() + "' is not among the spec's schemas; add it to 'schemas'";
        if (!fault.isEmpty()) {
            problems.add(new Problem(at, fault));
        }
    }

    /** What must hold of the words of a clause. */
    private interface Shape {
        void check(List<Token> tokens);
    }

    private @Nullable Ddl clause(SourceText source, Shape shape) {
        try {
            List<Token> tokens = Definition.PARTITION.tokens(source.text());
            shape.check(tokens);
            return Ddl.builder()
                    .add(
                            source,
                            tokens.get(0).offset(),
                            tokens.get(tokens.size() - 1).end())
                    .build();
        } catch (SqlSyntaxException e) {
            problems.add(Definition.problem(source, e));
            return null;
        }
    }

    /** A strategy and one list in parentheses: more would be other clauses of CREATE TABLE. */
    private static void checkKey(List<Token> tokens) {
        boolean strategy = !tokens.isEmpty() && STRATEGIES.stream().anyMatch(tokens.get(0)::is);
        if (!strategy || tokens.size() < 2 || !tokens.get(1).isSymbol('(')) {
            throw new SqlSyntaxException("a partition key is such as: range (created_at); or list or hash", 0);
        }
        tokens.stream()
                .skip(2)
                .filter(token -> token.depth() == 0 && !token.isSymbol(')'))
                .findFirst()
                .ifPresent(token -> {
                    throw new SqlSyntaxException(
                            "'" + token.text() + "' does not belong behind a partition key", token.offset());
                });
    }

    private static void checkBound(List<Token> tokens) {
        if (tokens.size() < 2 || !tokens.get(0).is("for") || !tokens.get(1).is("values")) {
            throw new SqlSyntaxException(
                    "a partition's bound is such as: for values from ('2026-01-01') to ('2027-01-01'); the default"
                            + " partition stands under 'default'",
                    0);
        }
        tokens.stream()
                .filter(token -> token.depth() == 0 && (token.is("partition") || token.is("tablespace")))
                .findFirst()
                .ifPresent(token -> {
                    throw new SqlSyntaxException(
                            "'" + token.text() + "' does not belong in a partition's bound", token.offset());
                });
    }
}
