package org.pgassay.generate;

import java.util.ArrayList;
import java.util.List;

/** Plain tables with their columns, and sequences. */
final class TableWriter {

    /** Every built-in type that a column may have, with a default. */
    private static final List<String> TYPES = List.of(
            "smallint default 7",
            "integer default (1 + 2) * 3",
            "bigint default 9000000000",
            "numeric default 1.50",
            "numeric(12,2) default 10.25",
            "numeric(5) default -3",
            "real default 1.5",
            "double precision default 'NaN'",
            "money default '12.34'",
            "boolean default true",
            "text default 'a''b'",
            "varchar(20) default 'pending'",
            "varchar default upper('x')",
            "char(3) default 'ab'",
            "\"char\" default 'x'",
            "name default current_user",
            "bytea default '\\x00ff'",
            "date default current_date",
            "time default '10:00'",
            "time(3) default localtime(3)",
            "timetz default '10:00+02'",
            "timestamp default '2026-01-01'",
            "timestamp(0) default localtimestamp",
            "timestamptz default now()",
            "timestamptz(3) default clock_timestamp()",
            "interval default '1 day'",
            "interval day to second(2) default '1 02:03:04.5'",
            "interval year to month default '1-2'",
            "interval(4) default '1.5 s'",
            "interval hour default '2 h'",
            "bit(8) default B'10101010'",
            "bit varying(5) default B'101'",
            "bit varying",
            "bit",
            "uuid default gen_random_uuid()",
            "json default '{\"a\": 1}'",
            "jsonb default '{}'",
            "jsonpath default '$.a'",
            "xml",
            "inet default '10.0.0.1/8'",
            "cidr default '10.0.0.0/8'",
            "macaddr default '08:00:2b:01:02:03'",
            "macaddr8",
            "point default '(1,2)'",
            "line",
            "lseg",
            "box default '(1,2),(3,4)'",
            "path",
            "polygon",
            "circle default '<(1,2),3>'",
            "tsvector default to_tsvector('simple', 'a b')",
            "tsquery default 'a & b'",
            "pg_lsn default '16/B374D848'",
            "oid default 7",
            "regclass",
            "regtype default 'integer'",
            "regconfig default 'simple'",
            "int4range default '[1,5)'",
            "int8range",
            "numrange default numrange(1, 2, '[]')",
            "tsrange",
            "tstzrange default '[,)'",
            "daterange",
            "int4multirange default '{[1,3),[5,7)}'",
            "nummultirange",
            "datemultirange",
            "txid_snapshot",
            "pg_snapshot",
            "xid8",
            "integer[] default '{1,2}'",
            "text[] default array['a', 'b']",
            "numeric(5,2)[] default '{}'",
            "varchar(10)[][]",
            "timestamptz(2)[]",
            "interval second(3)[]",
            "bit(3)[]",
            "jsonb[] default array[]::jsonb[]",
            "text default current_setting('app.x', true)",
            "text default case when current_user = 'x' then 'a' else lower('B') || 'c' end",
            "integer default null",
            "text default ''",
            "text default E'a\\nb\\\\c'",
            "varchar(20) collate \"C\" default 'x'",
            "text collate \"POSIX\"");

    private TableWriter() {}

    /** The definitions that columns of built-in types have. */
    static List<String> types() {
        return TYPES;
    }

    static void write(Draft draft) {
        sequences(draft);
        for (int i = 3 + draft.upTo(3); i > 0; i--) {
            table(draft);
        }
        typed(draft);
        settings(draft);
    }

    private static void sequences(Draft draft) {
        String name = draft.newName("seq");
        draft.sequences.add(name);
        draft.add(Feature.SEQUENCE, "create sequence " + name);
        if (draft.chance(0.7)) {
            String other = draft.newName("seq");
            draft.sequences.add(other);
            draft.add(
                    Feature.SEQUENCE_OPTIONS,
                    "create sequence " + other + " as " + draft.pick("smallint", "integer", "bigint")
                            + " increment by -3 minvalue -1000 maxvalue 500 start with 100 cache 7 cycle");
        }
        if (draft.chance(Feature.SEQUENCE_UNLOGGED, 0.4)) {
            draft.add(Feature.SEQUENCE_UNLOGGED, "create unlogged sequence " + draft.newName("seq"));
        }
        draft.sequences.forEach(sequence -> draft.comment("sequence " + sequence));
    }

    private static void table(Draft draft) {
        boolean unlogged = draft.chance(0.15);
        TableDraft table = TableDraft.of(
                unlogged ? TableDraft.Kind.UNLOGGED : TableDraft.Kind.PLAIN,
                draft.schema(),
                draft.names.next("table"),
                draft);
        List<String> columns = new ArrayList<>();
        key(draft, table, columns);
        columns.add(table.num() + " integer" + (draft.chance(0.4) ? " not null" : ""));
        columns.add(table.txt() + " text" + (draft.chance(0.4) ? " not null default 'new'" : ""));
        columns.add(table.code() + " varchar(20)");
        columns.add(table.ts() + " timestamptz not null default now()");
        columns.add(table.flag() + " boolean default false");
        others(draft, table, columns);
        generated(draft, table, columns);
        draft.add(
                unlogged ? Feature.TABLE_UNLOGGED : Feature.TABLE,
                "create " + (unlogged ? "unlogged " : "") + "table " + table.sql() + " (\n  "
                        + String.join(",\n  ", columns) + "\n)" + options(draft));
        draft.comment("table " + table.sql());
        table.columns().forEach(column -> draft.comment("column " + table.sql() + "." + column));
        if (draft.chance(0.3)) {
            // Leaves a hole in the numbers of the columns.
            String gone = TableDraft.column(draft, "gone");
            draft.add(Feature.COLUMN_DROPPED, "alter table " + table.sql() + " add column " + gone + " integer");
            draft.sql("alter table " + table.sql() + " drop column " + gone);
            String late = TableDraft.column(draft, "late");
            draft.sql("alter table " + table.sql() + " add column " + late + " integer not null default 5");
        }
        draft.tables.add(table);
    }

    private static void key(Draft draft, TableDraft table, List<String> columns) {
        String id = TableDraft.column(draft, "id");
        table.key().add(id);
        switch (draft.upTo(5)) {
            case 0 -> {
                draft.mark(Feature.IDENTITY);
                table.keyTypes().add("bigint");
                columns.add(id + " bigint generated always as identity primary key");
            }
            case 1 -> {
                draft.mark(Feature.IDENTITY_OPTIONS);
                table.keyTypes().add("integer");
                columns.add(id + " integer generated by default as identity"
                        + " (start with 10 increment by 5 minvalue -5 maxvalue 100000 cache 3 cycle)");
                columns.add("constraint " + draft.newPart("pk") + " primary key (" + id + ") with (fillfactor = 80)");
            }
            case 2 -> {
                draft.mark(Feature.SERIAL);
                table.keyTypes().add("integer");
                columns.add(id + " serial");
                columns.add("constraint " + draft.newPart("pk") + " primary key (" + id + ") include (" + table.code()
                        + ")");
            }
            case 3 -> {
                table.keyTypes().add("uuid");
                columns.add(id + " uuid default gen_random_uuid() primary key");
            }
            default -> {
                draft.mark(Feature.PRIMARY_KEY_COMPOSITE);
                String part = TableDraft.column(draft, "part");
                table.key().add(part);
                table.keyTypes().addAll(List.of("uuid", "varchar(10)"));
                columns.add(id + " uuid");
                columns.add(part + " varchar(10)");
                columns.add("constraint " + draft.newPart("pk") + " primary key (" + part + ", " + id + ")");
                table.key().add(table.key().remove(0));
                table.keyTypes().add(table.keyTypes().remove(0));
            }
        }
    }

    private static void others(Draft draft, TableDraft table, List<String> columns) {
        List<String> types = new ArrayList<>();
        for (int i = 4 + draft.upTo(8); i > 0; i--) {
            types.add(draft.pick(TYPES));
        }
        types.add(draft.pick(draft.enums) + (draft.chance(0.4) ? " default 'sad'" : draft.pick("", "[]")));
        types.add(draft.pick(draft.domains));
        if (!draft.composites.isEmpty()) {
            types.add(draft.pick(draft.composites) + draft.pick("", "[]"));
        }
        if (!draft.ranges.isEmpty()) {
            types.add(draft.pick(draft.ranges));
        }
        if (!draft.collations.isEmpty()) {
            draft.mark(Feature.COLUMN_COLLATED);
            types.add("text collate " + draft.pick(draft.collations));
        }
        if (draft.chance(Feature.NUMERIC_NEGATIVE_SCALE, 0.3)) {
            types.add("numeric(3,-2)");
        }
        types.add("bigint default nextval('" + draft.pick(draft.sequences).replace("'", "''") + "')");
        if (draft.chance(0.3)) {
            draft.mark(Feature.SERIAL);
            types.add(draft.pick("smallserial", "bigserial"));
        }
        draft.mark(Feature.BUILT_IN_TYPES);
        for (String type : types) {
            String column = TableDraft.column(draft, "c");
            table.others().add(column);
            table.otherTypes().add(type);
            columns.add(column + " " + type + notNull(draft, type));
        }
    }

    private static String notNull(Draft draft, String type) {
        if ((!type.contains(" default ") && !type.contains("\"")) || !draft.chance(0.3)) {
            return "";
        }
        return draft.chance(Feature.NOT_NULL_NAMED, 0.5)
                ? " constraint " + draft.newPart("nn") + " not null" + (draft.chance(0.3) ? " no inherit" : "")
                : " not null";
    }

    private static void generated(Draft draft, TableDraft table, List<String> columns) {
        if (draft.chance(0.5)) {
            draft.mark(Feature.GENERATED_STORED);
            columns.add(TableDraft.column(draft, "twice") + " bigint generated always as (" + table.num()
                    + "::bigint * 2) stored");
        }
        if (draft.chance(0.3)) {
            draft.mark(Feature.GENERATED_STORED);
            columns.add(TableDraft.column(draft, "low") + " text generated always as (lower(coalesce(" + table.txt()
                    + ", '')) || 'x') stored");
        }
        if (draft.chance(Feature.GENERATED_VIRTUAL, 0.4)) {
            columns.add(TableDraft.column(draft, "half") + " integer generated always as (" + table.num() + " / 2)");
        }
    }

    private static String options(Draft draft) {
        if (!draft.chance(0.3)) {
            return "";
        }
        draft.mark(Feature.TABLE_OPTIONS);
        return " with (fillfactor = " + (50 + draft.upTo(40))
                + ", autovacuum_enabled = false, toast.autovacuum_vacuum_threshold = 77)";
    }

    private static void typed(Draft draft) {
        if (!draft.composites.isEmpty() && draft.chance(0.4)) {
            String name = draft.newName("typed");
            draft.add(
                    Feature.TABLE_OF_TYPE,
                    "create table " + name + " of " + draft.composites.get(draft.composites.size() - 1));
            draft.comment("table " + name);
        }
        if (draft.chance(0.2)) {
            draft.add(Feature.TABLE_EMPTY, "create table " + draft.newName("nothing") + " ()");
        }
    }

    private static void settings(Draft draft) {
        for (TableDraft table : draft.tables) {
            String alter = "alter table " + table.sql() + " alter column ";
            if (draft.chance(0.3)) {
                draft.add(
                        Feature.COLUMN_STORAGE,
                        alter + table.txt() + " set storage " + draft.pick("external", "main", "plain"));
            }
            if (draft.chance(0.3)) {
                draft.add(Feature.COLUMN_STATISTICS, alter + table.num() + " set statistics " + (1 + draft.upTo(999)));
            }
            if (draft.chance(0.2)) {
                draft.add(Feature.COLUMN_OPTIONS, alter + table.num() + " set (n_distinct = -0.5)");
            }
            if (draft.chance(0.2)) {
                draft.add(Feature.COLUMN_COMPRESSION, alter + table.txt() + " set compression pglz");
            }
        }
        TableDraft table = draft.pick(draft.tables);
        if (draft.chance(0.5)) {
            // A sequence must be in its table's schema.
            String owned = Draft.quote(table.schema()) + "." + draft.newPart("owned");
            draft.add(
                    Feature.SEQUENCE_OWNED,
                    "create sequence " + owned + " owned by " + table.sql() + "." + table.num());
        }
    }
}
