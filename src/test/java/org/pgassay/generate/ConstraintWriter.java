package org.pgassay.generate;

import java.util.ArrayList;
import java.util.List;

/** Constraints of plain tables. */
final class ConstraintWriter {

    private ConstraintWriter() {}

    static void write(Draft draft) {
        for (TableDraft table : draft.tables) {
            checks(draft, table);
            uniques(draft, table);
            exclusions(draft, table);
        }
        for (TableDraft table : draft.tables) {
            for (int i = draft.upTo(3); i > 0; i--) {
                foreignKey(draft, table, draft.pick(draft.tables));
            }
        }
        TableDraft self = draft.tables.get(0);
        foreignKey(draft, self, self);
        draft.mark(Feature.FOREIGN_KEY_SELF);
        cycle(draft);
    }

    private static String add(Draft draft, TableDraft table, String definition) {
        String name = draft.newPart("con");
        draft.sql("alter table " + table.sql() + " add constraint " + name + " " + definition);
        draft.comment("constraint " + name + " on " + table.sql());
        return name;
    }

    private static void checks(Draft draft, TableDraft t) {
        List<String> forms = List.of(
                t.txt() + " in ('a', 'b', 'it''s')",
                t.num() + " between 0 and 100",
                t.code() + " ~ '^[A-Z]{2,3}\\d+$'",
                "case when " + t.flag() + " then " + t.num() + " > 0 else " + t.txt() + " is not null end",
                t.num() + "::text <> '13' and " + t.code() + "::char(5) <> 'x'",
                t.ts() + " > '2000-01-01' or " + t.num() + " is null",
                "coalesce(" + t.num() + ", 0) % 2 = 0",
                t.code() + " = any (array['x', 'y']::text[])",
                t.num() + " is distinct from 5 and not (" + t.flag() + " is unknown)",
                "(" + t.num() + ", " + t.txt() + ") is not null",
                t.code() + " not like 'a%' and " + t.txt() + " not in ('p', 'q')",
                "length(trim(both from " + t.txt() + ")) > 0",
                "num_nonnulls(" + t.num() + ", " + t.txt() + ") >= 1",
                "extract(year from " + t.ts() + " at time zone 'UTC') > 1999",
                "substring(" + t.txt() + " from 1 for 2) <> 'zz'",
                t.txt() + " collate \"C\" > 'a'");
        for (int i = draft.upTo(4); i > 0; i--) {
            String suffix = draft.chance(0.15) ? " no inherit" : "";
            if (draft.chance(0.2)) {
                suffix += " not valid";
                draft.mark(Feature.CHECK_NOT_VALID);
            } else if (draft.chance(Feature.CHECK_NOT_ENFORCED, 0.15)) {
                suffix += " not enforced";
            }
            draft.mark(suffix.contains("no inherit") ? Feature.CHECK_NO_INHERIT : Feature.CHECK);
            add(draft, t, "check (" + draft.pick(forms) + ")" + suffix);
        }
        if (draft.chance(Feature.NOT_NULL_NOT_VALID, 0.2)) {
            add(draft, t, "not null " + t.code() + " not valid");
        }
    }

    private static void uniques(Draft draft, TableDraft t) {
        if (draft.chance(0.4)) {
            draft.mark(Feature.UNIQUE);
            add(draft, t, "unique (" + t.num() + ", " + t.code() + ")");
        }
        if (draft.chance(0.25)) {
            draft.mark(Feature.UNIQUE_DEFERRABLE);
            add(draft, t, "unique (" + t.txt() + ") deferrable" + draft.pick("", " initially deferred"));
        }
        if (draft.chance(0.25)) {
            draft.mark(Feature.UNIQUE_INCLUDE);
            add(
                    draft,
                    t,
                    "unique (" + t.code() + ") include (" + t.num() + ", " + t.flag() + ") with (fillfactor = 70)");
        }
        if (draft.chance(Feature.UNIQUE_NULLS_NOT_DISTINCT, 0.3)) {
            add(draft, t, "unique nulls not distinct (" + t.num() + ")");
        }
        if (draft.chance(0.15)) {
            String index = draft.newPart("ux");
            draft.sql("create unique index " + index + " on " + t.sql() + " (" + t.ts() + ", " + t.num() + ")");
            draft.add(
                    Feature.UNIQUE_USING_INDEX,
                    "alter table " + t.sql() + " add constraint " + draft.newPart("con") + " unique using index "
                            + index);
        }
    }

    private static void exclusions(Draft draft, TableDraft t) {
        if (draft.chance(0.3)) {
            draft.mark(Feature.EXCLUDE_GIST);
            String range = TableDraft.column(draft, "during");
            draft.sql("alter table " + t.sql() + " add column " + range + " tstzrange");
            t.others().add(range);
            t.otherTypes().add("tstzrange");
            add(
                    draft,
                    t,
                    "exclude using gist (" + range + " with &&) where (" + t.flag() + ")"
                            + draft.pick("", " deferrable initially deferred"));
        }
        if (draft.chance(0.2)) {
            draft.mark(Feature.EXCLUDE_HASH);
            add(draft, t, "exclude using hash (" + t.txt() + " with =)");
        }
        if (draft.chance(0.15)) {
            draft.mark(Feature.EXCLUDE_BTREE);
            add(
                    draft,
                    t,
                    "exclude using btree ((lower(" + t.txt() + ")) with =, " + t.num() + " desc nulls last with =)");
        }
    }

    private static void foreignKey(Draft draft, TableDraft from, TableDraft to) {
        if (from.kind() != to.kind() && from.kind() == TableDraft.Kind.PLAIN) {
            // What is logged may not point at what is not.
            return;
        }
        List<String> columns = new ArrayList<>();
        for (String type : to.keyTypes()) {
            String column = TableDraft.column(draft, "ref");
            columns.add(column);
            from.others().add(column);
            from.otherTypes().add(type);
            draft.sql("alter table " + from.sql() + " add column " + column + " " + type);
        }
        String list = String.join(", ", columns);
        StringBuilder sql = new StringBuilder("foreign key (" + list + ") references " + to.sql());
        if (draft.chance(0.5)) {
            sql.append(" (").append(String.join(", ", to.key())).append(")");
        }
        draft.mark(columns.size() > 1 ? Feature.FOREIGN_KEY_COMPOSITE : Feature.FOREIGN_KEY);
        if (draft.chance(0.3)) {
            draft.mark(Feature.FOREIGN_KEY_MATCH_FULL);
            sql.append(" match full");
        }
        sql.append(" on delete ").append(draft.pick("no action", "restrict", "cascade", "set null", "set default"));
        if (draft.chance(Feature.FOREIGN_KEY_SET_NULL_COLUMNS, 0.3)) {
            sql.setLength(sql.indexOf(" on delete "));
            sql.append(" on delete set null (").append(columns.get(0)).append(")");
        }
        sql.append(" on update ").append(draft.pick("no action", "restrict", "cascade", "set null", "set default"));
        if (draft.chance(0.3)) {
            draft.mark(Feature.FOREIGN_KEY_DEFERRABLE);
            sql.append(" deferrable initially ").append(draft.pick("deferred", "immediate"));
        }
        if (draft.chance(0.2)) {
            draft.mark(Feature.FOREIGN_KEY_NOT_VALID);
            sql.append(" not valid");
        } else if (draft.chance(Feature.FOREIGN_KEY_NOT_ENFORCED, 0.15)) {
            sql.append(" not enforced");
        }
        add(draft, from, sql.toString());
    }

    private static void cycle(Draft draft) {
        List<TableDraft> logged = draft.tables.stream()
                .filter(table -> table.kind() == TableDraft.Kind.PLAIN)
                .toList();
        if (logged.size() > 1) {
            draft.mark(Feature.FOREIGN_KEY_CYCLE);
            foreignKey(draft, logged.get(0), logged.get(1));
            foreignKey(draft, logged.get(1), logged.get(0));
        }
    }
}
