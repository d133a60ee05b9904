package org.pgassay.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.spec.YamlText;
import org.pgassay.spec.YamlText.Fields;

/**
 * Writes roles and what they may do.
 *
 * @param owner the role that runs the migrations, which a spec calls {@code $owner}
 * @param application the role that a spec calls {@code $application}; null for none
 */
record RoleWords(String owner, @Nullable String application) {

    /** A role as a spec names it. */
    String of(String role) {
        if (role.equals(owner)) {
            return "$owner";
        } else if (role.equals(application)) {
            return "$application";
        }
        return role.equals(Grant.PUBLIC) ? "public" : role;
    }

    /** Privileges by role, those on columns among them. */
    Fields grants(List<Grant> grants, List<Column> columns) {
        Map<String, List<String>> byRole = new LinkedHashMap<>();
        for (Grant grant : grants) {
            byRole.computeIfAbsent(grant.role(), key -> new ArrayList<>()).add(privilege(grant, ""));
        }
        Map<Grant, List<String>> onColumns = new LinkedHashMap<>();
        for (Column column : columns) {
            column.grants()
                    .forEach(grant -> onColumns
                            .computeIfAbsent(grant, key -> new ArrayList<>())
                            .add(Identifiers.quote(column.name())));
        }
        onColumns.forEach((grant, names) -> byRole.computeIfAbsent(grant.role(), key -> new ArrayList<>())
                .add(privilege(grant, " (" + String.join(", ", names) + ")")));
        Fields fields = new Fields();
        byRole.forEach((role, privileges) -> fields.put(of(role), YamlText.items(privileges)));
        return fields;
    }

    private static String privilege(Grant grant, String columns) {
        return grant.privilege().toLowerCase(Locale.ROOT) + columns + (grant.grantable() ? " with grant option" : "");
    }
}
