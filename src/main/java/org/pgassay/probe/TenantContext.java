package org.pgassay.probe;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Node;
import org.pgassay.spec.Spec;
import org.pgassay.sql.NamedParameters;

/**
 * How the application tells the database for which tenant it works.
 *
 * @param query the statement, whose parameters have names: {@code :tenant} is the value of the first tenant column, and
 *     the name of a tenant column is that column's
 * @param columns the tenant columns, in the spec's order, each with the column that it refers to, {@code table.column}
 */
public record TenantContext(NamedParameters query, Map<String, String> columns) {

    private static final String TENANT = "tenant";

    /** Copies the map, keeping its order. */
    public TenantContext {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** What a spec states; nothing where it states no context. */
    public static Optional<TenantContext> of(Spec spec) {
        Node context = spec.document().descend(List.of("tenancy", "context"));
        Node columns = spec.document().descend(List.of("tenancy", "columns"));
        if (!(context instanceof Node.Scalar sql) || !(columns instanceof Node.Mapping mapping)) {
            return Optional.empty();
        }
        Map<String, String> named = new LinkedHashMap<>();
        mapping.entries().forEach((column, entry) -> {
            if (entry.value() instanceof Node.Scalar root) {
                named.put(column, root.value());
            }
        });
        return Optional.of(new TenantContext(NamedParameters.of(sql.value()), named));
    }

    /**
     * Takes the context of a tenant on; within a transaction if the statement does so locally.
     *
     * @param tenant the values of the tenant columns as text; what is missing is passed as null
     */
    public void enter(Connection connection, Map<String, @Nullable String> tenant) throws SQLException {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        query.names().forEach(name -> values.put(name, value(name, tenant)));
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(query.with(values));
        }
    }

    private @Nullable String value(String name, Map<String, @Nullable String> tenant) {
        String column = name.equals(TENANT) ? columns.keySet().iterator().next() : name;
        return tenant.get(column);
    }
}
