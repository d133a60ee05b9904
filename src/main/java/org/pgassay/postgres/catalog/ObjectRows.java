package org.pgassay.postgres.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.ObjectKind;

/** The objects of kinds without a record of their own. */
final class ObjectRows {

    // What belongs to the database comes before what lives in a schema; no schema has an empty name.
    private static final Comparator<DatabaseObject> ORDER = Comparator.comparing(DatabaseObject::kind)
            .thenComparing(object -> object.schema() == null ? "" : object.schema())
            .thenComparing(DatabaseObject::name);

    private final List<DatabaseObject> objects = new ArrayList<>();
    private final GrantRows grants;

    /** Objects whose privileges have been read already. */
    ObjectRows(GrantRows grants) {
        this.grants = grants;
    }

    void add(ObjectKind kind, ResultSet row) throws SQLException {
        String enabled = Rows.optional(row, "enabled");
        objects.add(new DatabaseObject(
                kind,
                Rows.optional(row, "schema"),
                Rows.printed(row, "name"),
                Rows.printed(row, "definition"),
                enabled == null ? null : Codes.enabled(enabled),
                Rows.optional(row, "owner"),
                grants.of(row.getLong("catalog"), row.getLong("id")),
                Rows.optional(row, "comment")));
    }

    /** All of them, sorted by kind, schema and name. */
    List<DatabaseObject> all() {
        return objects.stream().sorted(ORDER).toList();
    }
}
