package org.pgassay.generate;

/** Partitioned tables, inheritance and foreign tables. */
final class PartitionWriter {

    private PartitionWriter() {}

    static void write(Draft draft) {
        if (draft.chance(0.6)) {
            range(draft);
        }
        if (draft.chance(0.5)) {
            list(draft);
        }
        if (draft.chance(0.4)) {
            hash(draft);
        }
        if (draft.chance(0.5)) {
            inheritance(draft);
        }
        if (draft.chance(0.5)) {
            foreign(draft);
        }
    }

    private static TableDraft parent(Draft draft, String by) {
        TableDraft t = TableDraft.of(TableDraft.Kind.PARTITIONED, draft.schema(), draft.names.next("part"), draft);
        draft.sql("create table " + t.sql() + " (" + t.num() + " integer not null, " + t.txt()
                + " text not null default 'x', "
                + t.code() + " varchar(20), " + t.ts() + " timestamptz not null default now(), " + t.flag()
                + " boolean, check (" + t.num() + " > 0)) partition by " + by.formatted(t.num(), t.txt(), t.ts()));
        draft.comment("table " + t.sql());
        return t;
    }

    private static String partition(Draft draft, TableDraft parent, String bound) {
        String name = draft.newName("p");
        draft.sql("create table " + name + " partition of " + parent.sql() + " " + bound);
        draft.comment("table " + name);
        return name;
    }

    private static void range(Draft draft) {
        draft.mark(Feature.PARTITION_RANGE);
        TableDraft t = parent(draft, "range (%3$s)");
        String first = partition(draft, t, "for values from ('2026-01-01') to ('2027-01-01')");
        partition(draft, t, "for values from (minvalue) to ('2026-01-01')");
        if (draft.chance(0.5)) {
            draft.mark(Feature.PARTITION_DEFAULT);
            partition(draft, t, "default");
        }
        if (draft.chance(0.5)) {
            draft.mark(Feature.PARTITION_SUB);
            String sub = partition(
                    draft, t, "for values from ('2027-01-01') to ('2028-01-01') partition by list (" + t.num() + ")");
            draft.sql("create table " + draft.newName("p") + " partition of " + sub + " for values in (1, 2)");
            draft.sql("create table " + draft.newName("p") + " partition of " + sub + " default");
        }
        draft.add(
                Feature.PARTITION_INDEX,
                "create index " + draft.newPart("ix") + " on " + t.sql() + " (" + t.num() + " desc)");
        draft.add(
                Feature.PARTITION_KEY,
                "alter table " + t.sql() + " add constraint " + draft.newPart("pk") + " primary key (" + t.ts() + ", "
                        + t.num() + ")");
        if (draft.chance(0.4)) {
            draft.add(
                    Feature.PARTITION_OWN_PARTS,
                    "create index " + draft.newPart("ix") + " on " + first + " (" + t.txt() + ")");
            draft.sql("alter table " + first + " add constraint " + draft.newPart("own") + " check (" + t.num()
                    + " < 100)");
            draft.sql("alter table " + first + " alter column " + t.txt() + " set default 'own'");
        }
        if (draft.chance(0.4)) {
            String attached = draft.newName("att");
            draft.sql("create table " + attached + " (like " + t.sql() + " including all)");
            draft.add(
                    Feature.PARTITION_ATTACHED,
                    "alter table " + t.sql() + " attach partition " + attached
                            + " for values from ('2030-01-01') to (maxvalue)");
        }
    }

    private static void list(Draft draft) {
        draft.mark(Feature.PARTITION_LIST);
        TableDraft t = parent(draft, "list (%2$s)");
        partition(draft, t, "for values in ('a', 'it''s')");
        partition(draft, t, "for values in ('b')");
        if (draft.chance(0.4)) {
            partition(draft, t, "(" + t.txt() + " default 'z') for values in ('z')");
        }
        if (draft.chance(0.5)) {
            // An index that waits for its partitions.
            draft.add(
                    Feature.PARTITION_INDEX_ONLY,
                    "create index " + draft.newPart("ix") + " on only " + t.sql() + " (" + t.code() + ")");
        }
    }

    private static void hash(Draft draft) {
        draft.mark(Feature.PARTITION_HASH);
        TableDraft t =
                parent(draft, draft.pick("hash (%1$s, lower(%2$s))", "hash (%2$s collate \"C\", %1$s int4_ops)"));
        partition(draft, t, "for values with (modulus 2, remainder 0)");
        partition(draft, t, "for values with (modulus 2, remainder 1) with (fillfactor = 70)");
    }

    private static void inheritance(Draft draft) {
        String first = draft.newName("parent");
        String second = draft.newName("parent");
        String child = draft.newName("child");
        draft.sql("create table " + first + " (a integer not null, b text default 'x', check (a > 0))");
        draft.sql("create table " + second + " (b text default 'x', c date)");
        draft.add(
                Feature.INHERITANCE,
                "create table " + child + " (own jsonb, b text default 'mine') inherits (" + first + ")");
        draft.comment("table " + child);
        if (draft.chance(0.5)) {
            draft.add(
                    Feature.INHERITANCE_MULTIPLE,
                    "create table " + draft.newName("child") + " (b text default 'z') inherits (" + first + ", "
                            + second + ")");
        }
    }

    private static void foreign(Draft draft) {
        String wrapper = draft.newPart("fdw");
        String server = draft.newPart("server");
        draft.add(Feature.FOREIGN_DATA_WRAPPER, "create foreign data wrapper " + wrapper + " options (debug 'true')");
        draft.comment("foreign data wrapper " + wrapper);
        draft.add(
                Feature.FOREIGN_SERVER,
                "create server " + server + " type 'oracle' version '12' foreign data wrapper " + wrapper
                        + " options (host 'h''x', \"Port no\" '1')");
        draft.comment("server " + server);
        if (draft.chance(0.6)) {
            draft.add(
                    Feature.USER_MAPPING,
                    "create user mapping for " + draft.pick("public", draft.role()) + " server " + server
                            + " options (\"user\" 'bob')");
        }
        String table = draft.newName("remote");
        draft.add(
                Feature.FOREIGN_TABLE,
                "create foreign table " + table
                        + " (a integer options (column_name 'A') not null, b text collate \"C\" default 'x',"
                        + " check (a > 0)) server " + server + " options (table_name 'T', \"x y\" '1')");
        draft.comment("foreign table " + table);
    }
}
