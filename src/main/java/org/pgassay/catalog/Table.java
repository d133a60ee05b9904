package org.pgassay.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table, a partitioned table or a foreign table, with all that belongs to it.
 *
 * @param owner the role that owns it
 * @param partitionOf the parent, for a partition
 * @param partitionBound the bound as PostgreSQL prints it, for a partition
 * @param partitionKey strategy and key as PostgreSQL prints them, for a partitioned table
 * @param inheritsFrom the parents by plain inheritance, in their order
 * @param columns in the table's order, dropped ones left out
 * @param constraints sorted by name; NOT NULL is a property of the column, on every version
 * @param indexes sorted by name, those behind constraints among them
 * @param rules sorted by name
 * @param settings how it is kept
 * @param grants all privileges but the owner's own, where these are complete; sorted
 */
public record Table(
        QualifiedName name,
        Kind kind,
        String owner,
        boolean unlogged,
        boolean rowSecurity,
        boolean rowSecurityForced,
        @Nullable QualifiedName partitionOf,
        @Nullable String partitionBound,
        @Nullable String partitionKey,
        List<QualifiedName> inheritsFrom,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Trigger> triggers,
        List<Policy> policies,
        List<Rule> rules,
        TableSettings settings,
        List<Grant> grants,
        @Nullable String comment) {

    /** What sort of table it is. */
    public enum Kind {
        TABLE,
        PARTITIONED,
        FOREIGN
    }

    /** Copies the lists. */
    public Table {
        inheritsFrom = List.copyOf(inheritsFrom);
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        policies = List.copyOf(policies);
        rules = List.copyOf(rules);
        grants = List.copyOf(grants);
    }

    /** The column of that name, if there is one. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /** The constraint of that name, if there is one. */
    public Optional<Constraint> constraint(String constraint) {
        return constraints.stream()
                .filter(each -> each.name().equals(constraint))
                .findFirst();
    }

    /** The index of that name, if there is one. */
    public Optional<Index> index(String index) {
        return indexes.stream().filter(each -> each.name().equals(index)).findFirst();
    }

    /** The same table with other columns, constraints and indexes. */
    public Table with(List<Column> otherColumns, List<Constraint> otherConstraints, List<Index> otherIndexes) {
        return new Table(
                name,
                kind,
                owner,
                unlogged,
                rowSecurity,
                rowSecurityForced,
                partitionOf,
                partitionBound,
                partitionKey,
                inheritsFrom,
                otherColumns,
                otherConstraints,
                otherIndexes,
                triggers,
                policies,
                rules,
                settings,
                grants,
                comment);
    }
}
