package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table constraint; NOT NULL is not among them, it is a property of {@link Column}, unless it is NOT VALID: then it is
 * here as a CHECK that is not validated. Constraint triggers are {@link Trigger}s only.
 *
 * @param columns the constrained columns in the key's order; for CHECK those it mentions, in the table's order
 * @param definition as {@code pg_get_constraintdef} prints it, qualified
 * @param validated false for NOT VALID
 * @param enforced false for NOT ENFORCED (PostgreSQL 18 and later), and where the triggers that enforce it are disabled
 * @param foreignKey what a foreign key points to; null for the other kinds
 * @param inherited whether it comes from a parent only (a partition's copy)
 */
public record Constraint(
        String name,
        Type type,
        List<String> columns,
        String definition,
        boolean validated,
        boolean enforced,
        boolean deferrable,
        boolean initiallyDeferred,
        @Nullable ForeignKey foreignKey,
        boolean inherited,
        @Nullable String comment) {

    /** The kinds of table constraint. */
    public enum Type {
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        FOREIGN_KEY,
        EXCLUSION,
        TRIGGER
    }

    /** Copies the list. */
    public Constraint {
        columns = List.copyOf(columns);
    }

    /** Its definition, and whether the triggers that should enforce it do not. */
    public String text() {
        boolean disabled = !enforced && !definition.contains(" NOT ENFORCED");
        return definition + (disabled ? " (not enforced: its triggers are disabled)" : "");
    }

    /** The same constraint with its definition in another spelling. */
    public Constraint withDefinition(String other) {
        return new Constraint(
                name,
                type,
                columns,
                other,
                validated,
                enforced,
                deferrable,
                initiallyDeferred,
                foreignKey,
                inherited,
                comment);
    }
}
