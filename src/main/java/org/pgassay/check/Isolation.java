package org.pgassay.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/** Attempts to get at another tenant's rows, each with a positive control within the own tenant. */
public interface Isolation {

    /**
     * All attempts that a plan leads to, in the plan's order. They are made when they are first asked for.
     *
     * @throws UntriedException if none can be made
     */
    List<Attempt> attempts(Plan plan);

    /**
     * A column that says which tenant a row belongs to.
     *
     * @param name as tables have it
     * @param root the table of the tenants that it refers to
     * @param key the column of that table
     */
    record TenantColumn(String name, QualifiedName root, String key) {}

    /**
     * What is tried.
     *
     * @param columns the one that isolation goes by first
     * @param tables those whose rows belong to tenants, each after the parents that its membership comes from
     * @param views that read them
     * @param rowSecurity whether the database keeps the tenants apart; otherwise only references are tried
     */
    record Plan(List<TenantColumn> columns, List<Belonging> tables, List<QualifiedName> views, boolean rowSecurity) {

        /** Copies the lists. */
        public Plan {
            columns = List.copyOf(columns);
            tables = List.copyOf(tables);
            views = List.copyOf(views);
        }
    }

    /**
     * How the rows of a table belong to tenants.
     *
     * @param ties by the table's column the tenant column that it is, the leading one first; empty where a parent has it
     * @param root whether it is the table of the tenants
     * @param via the foreign key to that parent; null where the table has a tenant column
     * @param references the foreign keys to other tables of tenants that could point to another tenant's rows
     */
    record Belonging(
            QualifiedName table,
            Map<String, TenantColumn> ties,
            boolean root,
            @Nullable String via,
            List<String> references) {

        /** Copies the collections, keeping their order. */
        public Belonging {
            ties = Collections.unmodifiableMap(new LinkedHashMap<>(ties));
            references = List.copyOf(references);
        }
    }

    /** What is tried with the rows of another tenant. */
    enum Operation {
        READ,
        INSERT,
        UPDATE,
        DELETE,
        UPSERT,
        MOVE,
        REFERENCE,
        NO_CONTEXT,
        VIEW
    }

    /** What came of it. */
    enum Result {
        /** The other tenant's rows stayed out of reach, and the own rows did not. */
        DENIED,
        /** They did not. */
        REACHED,
        /** The role has no such privilege on the table, not for its own rows either. */
        NO_ACCESS,
        /** The own rows are out of reach as well, for which no missing privilege is to blame. */
        SHUT,
        /** It cannot be told. */
        UNTRIED
    }

    /**
     * An attempt and what came of it.
     *
     * @param table the table or view
     * @param constraint the foreign key, for a reference
     * @param role as which it was tried
     * @param attack what became of the other tenant's rows, as the end of a sentence
     * @param control what became of the own ones, as the end of a sentence
     * @param help what to do; empty where nothing is to be done
     * @param examined how many rows were looked at
     */
    record Attempt(
            Operation operation,
            QualifiedName table,
            @Nullable String constraint,
            Result result,
            String role,
            String attack,
            String control,
            String help,
            int examined) {}
}
