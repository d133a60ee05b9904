package org.pgassay.check.tenancy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Isolation.TenantColumn;

/**
 * A table whose rows belong to tenants.
 *
 * @param ties its tenant columns, the one that isolation goes by first; empty where only a parent has one
 * @param via the foreign key to the parent whose tenant its rows belong to; null where it has a tenant column
 */
record Member(Table table, List<Tie> ties, @Nullable Constraint via) {

    /**
     * A column that says which tenant a row belongs to.
     *
     * @param column the table's own
     * @param root whether it is the key of the very rows that the tenant column refers to
     */
    record Tie(String column, TenantColumn of, boolean root) {}

    /** Copies the list. */
    Member {
        ties = List.copyOf(ties);
    }

    QualifiedName name() {
        return table.name();
    }

    /** The column that says which tenant a row belongs to; nothing where only a parent has one. */
    Optional<Tie> leading() {
        return ties.stream().findFirst();
    }

    /** The column for one of the spec's tenant columns. */
    Optional<Tie> tie(TenantColumn column) {
        return ties.stream().filter(tie -> tie.of().equals(column)).findFirst();
    }

    /** The tenant column that a column of the table is. */
    Optional<Tie> tie(String column) {
        return ties.stream().filter(tie -> tie.column().equals(column)).findFirst();
    }

    /** Whether it is the table of the tenants themselves. */
    boolean isRoot() {
        return leading().map(Tie::root).orElse(false);
    }

    /** The table that a foreign key of it points to. */
    static QualifiedName target(Constraint key) {
        return Objects.requireNonNull(key.foreignKey()).table();
    }

    /** The columns that a foreign key of it points to. */
    static List<String> far(Constraint key) {
        return Objects.requireNonNull(key.foreignKey()).columns();
    }
}
