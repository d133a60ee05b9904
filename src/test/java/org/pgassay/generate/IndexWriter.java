package org.pgassay.generate;

import java.util.List;

/** Indexes of plain tables and extended statistics. */
final class IndexWriter {

    private IndexWriter() {}

    static void write(Draft draft) {
        for (TableDraft table : draft.tables) {
            for (int i = 1 + draft.upTo(4); i > 0; i--) {
                index(draft, table);
            }
            special(draft, table);
            clustered(draft, table);
            if (draft.chance(0.4)) {
                statistics(draft, table);
            }
        }
    }

    private static void index(Draft draft, TableDraft t) {
        List<String> plain = List.of(t.num(), t.txt(), t.code(), t.ts(), t.flag());
        switch (draft.upTo(12)) {
            case 0 -> create(draft, t, Feature.INDEX, "", "(" + draft.pick(plain) + ")");
            case 1 ->
                create(draft, t, Feature.INDEX_ORDER, "", "(" + t.num() + " desc, " + t.ts() + " asc nulls first)");
            case 2 -> create(draft, t, Feature.INDEX_ORDER, "", "(" + t.ts() + " desc nulls last, " + t.flag() + ")");
            case 3 -> create(draft, t, Feature.INDEX_EXPRESSION, "", "(lower(" + t.txt() + "), (" + t.num() + " + 1))");
            case 4 ->
                create(
                        draft,
                        t,
                        Feature.INDEX_PARTIAL,
                        "",
                        "(" + t.num() + ") where " + t.code() + " = 'pending' and " + t.flag());
            case 5 -> create(draft, t, Feature.INDEX_OPCLASS, "", "(" + t.txt() + " text_pattern_ops)");
            case 6 ->
                create(draft, t, Feature.INDEX_COLLATION, "", "(" + t.txt() + " collate \"C\", " + t.code() + ")");
            case 7 ->
                create(
                        draft,
                        t,
                        Feature.INDEX_INCLUDE,
                        "unique ",
                        "(" + t.ts() + ", " + t.num() + ") include (" + t.txt()
                                + ") with (fillfactor = 60, deduplicate_items = off)");
            case 8 -> create(draft, t, Feature.INDEX_HASH, "", "using hash (" + t.txt() + ")");
            case 9 ->
                create(
                        draft,
                        t,
                        Feature.INDEX_BRIN,
                        "",
                        "using brin (" + t.num() + ", " + t.ts()
                                + " timestamptz_minmax_multi_ops (values_per_range = 16)) with (pages_per_range = 32, autosummarize = on)");
            case 10 ->
                create(
                        draft,
                        t,
                        Feature.INDEX_GIN,
                        "",
                        "using gin (to_tsvector('simple', " + t.txt() + ")) with (fastupdate = off)");
            default -> create(draft, t, Feature.INDEX_SPGIST, "", "using spgist (" + t.txt() + ")");
        }
        if (draft.chance(Feature.INDEX_NULLS_NOT_DISTINCT, 0.2)) {
            create(
                    draft,
                    t,
                    Feature.INDEX_NULLS_NOT_DISTINCT,
                    "unique ",
                    "(" + t.num() + ", " + t.txt() + ") nulls not distinct");
        }
    }

    private static void special(Draft draft, TableDraft t) {
        for (int i = 0; i < t.others().size(); i++) {
            String type = t.otherTypes().get(i);
            String column = t.others().get(i);
            if (type.startsWith("jsonb") && !type.startsWith("jsonb[]")) {
                create(draft, t, Feature.INDEX_GIN, "", "using gin (" + column + " jsonb_path_ops)");
            } else if (type.startsWith("point") || type.startsWith("box")) {
                create(draft, t, Feature.INDEX_GIST, "", "using gist (" + column + ") with (buffering = off)");
            } else if (type.startsWith("tsvector")) {
                create(draft, t, Feature.INDEX_GIST, "", "using gist (" + column + " tsvector_ops (siglen = 100))");
            } else if (type.startsWith("text[]") || type.startsWith("integer[]")) {
                create(draft, t, Feature.INDEX_GIN, "", "using gin (" + column + ")");
            }
        }
    }

    private static void create(Draft draft, TableDraft table, Feature feature, String unique, String definition) {
        String name = draft.newPart("ix");
        draft.add(feature, "create " + unique + "index " + name + " on " + table.sql() + " " + definition);
        draft.comment("index " + Draft.quote(table.schema()) + "." + name);
        if (feature == Feature.INDEX_EXPRESSION && draft.chance(0.4)) {
            draft.add(
                    Feature.INDEX_STATISTICS,
                    "alter index " + Draft.quote(table.schema()) + "." + name + " alter column 2 set statistics 300");
        }
    }

    private static void clustered(Draft draft, TableDraft t) {
        if (draft.chance(0.2)) {
            String name = draft.newPart("ix");
            draft.sql("create index " + name + " on " + t.sql() + " (" + t.ts() + ")");
            draft.add(Feature.CLUSTER, "alter table " + t.sql() + " cluster on " + name);
        }
        switch (draft.upTo(8)) {
            case 0 -> draft.add(Feature.REPLICA_IDENTITY_FULL, "alter table " + t.sql() + " replica identity full");
            case 1 ->
                draft.add(Feature.REPLICA_IDENTITY_NOTHING, "alter table " + t.sql() + " replica identity nothing");
            case 2 -> {
                String name = draft.newPart("ri");
                draft.sql("create unique index " + name + " on " + t.sql() + " (" + t.ts() + ")");
                draft.add(
                        Feature.REPLICA_IDENTITY_INDEX,
                        "alter table " + t.sql() + " replica identity using index " + name);
            }
            default -> draft.mark(Feature.TABLE);
        }
    }

    private static void statistics(Draft draft, TableDraft t) {
        String name = draft.newName("stat");
        String kinds = draft.pick("", "(ndistinct)", "(dependencies, mcv)", "(ndistinct, dependencies)", "(mcv)");
        draft.add(
                Feature.STATISTICS,
                "create statistics " + name + " " + kinds + " on " + t.num() + ", " + t.code() + " from " + t.sql());
        draft.comment("statistics " + name);
        if (draft.chance(0.4)) {
            draft.add(Feature.STATISTICS_TARGET, "alter statistics " + name + " set statistics 500");
        }
        if (draft.chance(0.4)) {
            draft.add(
                    Feature.STATISTICS_EXPRESSION,
                    "create statistics " + draft.newName("stat") + " on lower(" + t.txt() + "), (" + t.num()
                            + " % 10), " + t.flag() + " from " + t.sql());
        }
    }
}
