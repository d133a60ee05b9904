package org.pgassay.postgres.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.DefaultPrivileges;
import org.pgassay.catalog.Grant;

/** Gathers privileges, one row each, and puts ALL in the place of those that are complete. */
final class GrantRows {

    /** What has privileges; kind as in grants.sql. */
    private record Holder(
            String kind,
            String schema,
            String name,
            @Nullable String column) {}

    /** An entry of ALTER DEFAULT PRIVILEGES. */
    private record Entry(String maker, @Nullable String schema, String objects) {}

    private final Map<Holder, Held> byHolder = new HashMap<>();
    private final Map<Entry, Held> byEntry = new LinkedHashMap<>();

    void addGrant(ResultSet row) throws SQLException {
        Holder holder = new Holder(
                row.getString("kind"),
                row.getString("schema"),
                row.getString("name"),
                Rows.optional(row, "column_name"));
        // A column has no privileges of its owner's; neither has a role in a single schema by default.
        String owner = holder.column() == null ? row.getString("owner") : null;
        add(byHolder.computeIfAbsent(holder, key -> new Held(owner)), row);
    }

    void addDefault(ResultSet row) throws SQLException {
        Entry entry = new Entry(row.getString("maker"), Rows.optional(row, "schema"), row.getString("objects"));
        String owner = entry.schema() == null ? entry.maker() : null;
        add(byEntry.computeIfAbsent(entry, key -> new Held(owner)), row);
    }

    private static void add(Held held, ResultSet row) throws SQLException {
        String role = Rows.optional(row, "role");
        if (role != null) {
            held.complete = row.getInt("complete");
            held.byRole
                    .computeIfAbsent(role, key -> new TreeMap<>())
                    .merge(row.getString("privilege"), row.getBoolean("grantable"), Boolean::logicalOr);
        }
    }

    /** The privileges on a relation. */
    List<Grant> relation(String schema, String name) {
        return of(new Holder("r", schema, name, null));
    }

    /** The privileges on a column alone. */
    List<Grant> column(String schema, String relation, String column) {
        return of(new Holder("c", schema, relation, column));
    }

    /**
     * The privileges on a routine.
     *
     * @param arguments the identity arguments
     */
    List<Grant> routine(String schema, String name, String arguments) {
        return of(new Holder("f", schema, name + "(" + arguments + ")", null));
    }

    /** The privileges on a type. */
    List<Grant> type(String schema, String name) {
        return of(new Holder("T", schema, name, null));
    }

    /** The privileges on a schema. */
    List<Grant> schema(String name) {
        return of(new Holder("n", name, name, null));
    }

    private List<Grant> of(Holder holder) {
        Held held = byHolder.get(holder);
        return held == null ? List.of() : held.grants();
    }

    /** All default privileges. */
    List<DefaultPrivileges> defaults() {
        return byEntry.entrySet().stream()
                .map(each -> new DefaultPrivileges(
                        each.getKey().maker(),
                        each.getKey().schema(),
                        each.getKey().objects(),
                        each.getValue().grants()))
                .toList();
    }

    /** The privileges on one object. */
    private static final class Held {

        private final @Nullable String owner;
        private final Map<String, TreeMap<String, Boolean>> byRole = new HashMap<>();
        private int complete;

        Held(@Nullable String owner) {
            this.owner = owner;
        }

        List<Grant> grants() {
            List<Grant> grants = new ArrayList<>();
            byRole.forEach((role, privileges) -> {
                Set<Boolean> grantable = new HashSet<>(privileges.values());
                boolean all = privileges.size() == complete && grantable.size() == 1;
                if (all && !role.equals(owner)) {
                    grants.add(new Grant(role, "ALL", grantable.contains(true)));
                } else if (!all) {
                    privileges.forEach((name, passes) -> grants.add(new Grant(role, name, passes)));
                }
            });
            if (owner != null && !byRole.containsKey(owner)) {
                grants.add(new Grant(owner, Grant.NONE, false));
            }
            return grants.stream().sorted().toList();
        }
    }
}
