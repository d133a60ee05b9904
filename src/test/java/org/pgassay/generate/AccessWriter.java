package org.pgassay.generate;

import java.util.List;

/** Owners, grants and default privileges. */
final class AccessWriter {

    private AccessWriter() {}

    static void write(Draft draft) {
        draft.tables.forEach(table -> table(draft, table));
        for (String view : draft.views) {
            if (draft.chance(0.3)) {
                draft.add(Feature.GRANT_VIEW, "grant select on " + view + " to " + draft.role());
            }
            if (draft.chance(0.1)) {
                draft.add(Feature.OWNER_VIEW, "alter view " + view + " owner to " + draft.role());
            }
        }
        draft.materializedViews.forEach(
                view -> maybe(draft, Feature.GRANT_VIEW, "grant select on " + view + " to " + draft.role()));
        for (String routine : draft.routines) {
            routine(draft, routine);
        }
        draft.sequences.forEach(sequence -> {
            maybe(draft, Feature.GRANT_SEQUENCE, "grant usage, select on sequence " + sequence + " to " + draft.role());
            maybe(draft, Feature.OWNER_SEQUENCE, "alter sequence " + sequence + " owner to " + draft.role());
        });
        types(draft);
        schemas(draft);
        defaults(draft);
    }

    private static void maybe(Draft draft, Feature feature, String sql) {
        if (draft.chance(0.25)) {
            draft.add(feature, sql);
        }
    }

    private static void table(Draft draft, TableDraft t) {
        String role = draft.role();
        if (draft.chance(0.4)) {
            draft.add(Feature.GRANT_TABLE, "grant select, insert, update on " + t.sql() + " to " + role);
        }
        if (draft.chance(0.2)) {
            draft.add(Feature.GRANT_ALL, "grant all on " + t.sql() + " to " + draft.role());
        }
        if (draft.chance(0.2)) {
            draft.add(Feature.GRANT_PUBLIC, "grant select on " + t.sql() + " to public");
        }
        if (draft.chance(0.3)) {
            draft.add(
                    Feature.GRANT_COLUMN,
                    "grant select (" + t.num() + ", " + t.txt() + "), update (" + t.code() + ") on " + t.sql() + " to "
                            + draft.role());
        }
        if (draft.chance(0.2)) {
            draft.add(
                    Feature.GRANT_OPTION, "grant delete on " + t.sql() + " to " + draft.role() + " with grant option");
        }
        if (draft.chance(Feature.GRANT_MAINTAIN, 0.2)) {
            draft.add(
                    Feature.GRANT_MAINTAIN,
                    "grant maintain, references, trigger on " + t.sql() + " to " + draft.role());
        }
        if (draft.chance(0.1)) {
            draft.add(Feature.REVOKE_OWNER, "revoke truncate on " + t.sql() + " from current_user");
        }
        if (draft.chance(0.15)) {
            draft.add(Feature.OWNER_TABLE, "alter table " + t.sql() + " owner to " + draft.role());
        }
    }

    private static void routine(Draft draft, String routine) {
        String object = routine.startsWith("aggregate ") ? "function " + routine.substring(10) : routine;
        if (draft.chance(0.25)) {
            draft.add(Feature.REVOKE_PUBLIC, "revoke execute on " + object + " from public");
        }
        if (draft.chance(0.25)) {
            draft.add(Feature.GRANT_FUNCTION, "grant execute on " + object + " to " + draft.role());
        }
        if (draft.chance(0.1)) {
            draft.add(Feature.OWNER_FUNCTION, "alter " + routine + " owner to " + draft.role());
        }
    }

    private static void types(Draft draft) {
        for (String type : draft.enums) {
            maybe(draft, Feature.GRANT_TYPE, "grant usage on type " + type + " to " + draft.role());
            maybe(draft, Feature.OWNER_TYPE, "alter type " + type + " owner to " + draft.role());
        }
        for (String domain : draft.domains) {
            maybe(draft, Feature.REVOKE_PUBLIC, "revoke usage on domain " + domain + " from public");
        }
    }

    private static void schemas(Draft draft) {
        for (String schema : draft.schemas) {
            String name = Draft.quote(schema);
            maybe(draft, Feature.GRANT_SCHEMA, "grant usage on schema " + name + " to " + draft.role());
            maybe(
                    draft,
                    Feature.GRANT_SCHEMA,
                    "grant create on schema " + name + " to " + draft.role() + " with grant option");
            if (!schema.equals("public")) {
                maybe(draft, Feature.OWNER_SCHEMA, "alter schema " + name + " owner to " + draft.role());
            }
        }
    }

    private static void defaults(Draft draft) {
        List<String> kinds = List.of(
                "grant select on tables to %s",
                "grant usage on sequences to %s with grant option",
                "revoke execute on functions from public",
                "grant execute on functions to %s",
                "revoke usage on types from public");
        for (int i = draft.upTo(4); i > 0; i--) {
            String kind = draft.pick(kinds).formatted(draft.role());
            // Only a role's defaults for all schemas can take away.
            boolean within = kind.startsWith("grant") && draft.chance(0.5);
            draft.add(
                    within ? Feature.DEFAULT_PRIVILEGES_IN_SCHEMA : Feature.DEFAULT_PRIVILEGES,
                    "alter default privileges for role " + draft.pick("current_user", draft.role())
                            + (within ? " in schema " + Draft.quote(draft.schema()) : "") + " " + kind);
        }
        if (draft.chance(0.3)) {
            draft.add(
                    Feature.DEFAULT_PRIVILEGES_SCHEMAS,
                    "alter default privileges grant usage on schemas to " + draft.role());
        }
    }
}
