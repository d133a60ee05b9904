package org.pgassay.postgres.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Trigger;

/** Makes objects without a record of their own of the rows of objects.sql. */
final class ObjectRows {

    private ObjectRows() {}

    static DatabaseObject object(ResultSet row, List<Grant> grants) throws SQLException {
        String code = Rows.optional(row, "enabled");
        Trigger.@Nullable Enabled enabled = code == null ? null : TableParts.enabled(code);
        return new DatabaseObject(
                ObjectKind.valueOf(row.getString("kind")),
                Rows.optional(row, "schema"),
                row.getString("name"),
                Rows.printed(row, "definition"),
                enabled,
                Rows.optional(row, "owner"),
                grants,
                Rows.optional(row, "comment"));
    }
}
