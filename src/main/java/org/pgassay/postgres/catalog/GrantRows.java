package org.pgassay.postgres.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.DefaultPrivileges;
import org.pgassay.catalog.Grant;

/** The privileges, by what they are on. */
final class GrantRows {

    /** The fixed object id of pg_class. */
    static final long RELATION = 1259;

    /** The fixed object id of pg_proc. */
    static final long ROUTINE = 1255;

    /** The fixed object id of pg_type. */
    static final long TYPE = 1247;

    /** The fixed object id of pg_namespace. */
    static final long NAMESPACE = 2615;

    /** What has privileges: the id of its catalog, its own, and a column's number or 0. */
    private record Holder(long catalog, long id, int part) {}

    /** An entry of ALTER DEFAULT PRIVILEGES. */
    private record Entry(String maker, @Nullable String schema, String objects) {}

    private final Map<Holder, List<Grant>> grants = new HashMap<>();
    private final Map<Entry, List<Grant>> defaults = new LinkedHashMap<>();

    void addGrant(ResultSet row) throws SQLException {
        Holder holder = new Holder(row.getLong("catalog"), row.getLong("id"), row.getInt("part"));
        grants.computeIfAbsent(holder, key -> new ArrayList<>()).add(grant(row));
    }

    void addDefault(ResultSet row) throws SQLException {
        Entry entry =
                new Entry(row.getString("maker"), Rows.optional(row, "schema"), Codes.objects(row.getString("kind")));
        List<Grant> entries = defaults.computeIfAbsent(entry, key -> new ArrayList<>());
        if (Rows.optional(row, "privilege") != null) {
            entries.add(grant(row));
        }
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getBoolean("public") ? Grant.PUBLIC : row.getString("role"),
                row.getString("privilege"),
                row.getBoolean("grantable"));
    }

    /** The privileges on an object of a catalog, sorted. */
    List<Grant> of(long catalog, long id) {
        return of(new Holder(catalog, id, 0));
    }

    /** The privileges on a column alone, sorted. */
    List<Grant> ofColumn(long relation, int number) {
        return of(new Holder(RELATION, relation, number));
    }

    private List<Grant> of(Holder holder) {
        return grants.getOrDefault(holder, List.of()).stream().sorted().toList();
    }

    /** All default privileges, sorted as they came. */
    List<DefaultPrivileges> defaults() {
        return defaults.entrySet().stream()
                .map(each -> new DefaultPrivileges(
                        each.getKey().maker(),
                        each.getKey().schema(),
                        each.getKey().objects(),
                        each.getValue().stream().sorted().toList()))
                .toList();
    }
}
