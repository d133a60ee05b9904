package org.pgassay.generate;

import java.util.ArrayList;
import java.util.List;

/** Views and materialized views. */
final class ViewWriter {

    private ViewWriter() {}

    static void write(Draft draft) {
        for (int i = 2 + draft.upTo(4); i > 0; i--) {
            view(draft, draft.pick(draft.tables), draft.pick(draft.tables));
        }
        simple(draft);
        overViews(draft);
        materialized(draft);
        draft.views.forEach(view -> draft.comment("view " + view));
    }

    private static void view(Draft draft, TableDraft t, TableDraft u) {
        switch (draft.upTo(8)) {
            case 0 ->
                create(
                        draft,
                        Feature.VIEW_JOIN,
                        "",
                        "select a." + t.num() + " as n, b." + u.txt() + " as x, a."
                                + t.num() + " + 1 as \"next one\" from " + t.sql() + " a left join " + u.sql()
                                + " b on b." + u.num()
                                + " = a." + t.num() + " where a." + t.flag() + " and b." + u.code() + " in ('p', 'q')");
            case 1 ->
                create(
                        draft,
                        Feature.VIEW_AGGREGATE,
                        "",
                        "select " + t.code() + " as x, count(*) as n, sum(" + t.num()
                                + ") filter (where " + t.flag() + ") as total, string_agg(distinct " + t.txt()
                                + ", ',' order by " + t.txt() + ") as all_of from " + t.sql() + " group by " + t.code()
                                + " having count(*) > 1 order by 2 desc limit 10");
            case 2 ->
                create(
                        draft,
                        Feature.VIEW_CTE,
                        "",
                        "with x as (select " + t.num() + " as n from " + t.sql()
                                + "), y as materialized (select n from x where n > 1) select x.n, y.n as m from x join y using (n)");
            case 3 ->
                create(
                        draft,
                        Feature.VIEW_RECURSIVE,
                        "",
                        "with recursive x(n, depth) as (select " + t.num()
                                + ", 1 from " + t.sql() + " union all select n + 1, depth + 1 from x where depth < 5)"
                                + " select n, depth from x");
            case 4 ->
                create(
                        draft,
                        Feature.VIEW_WINDOW,
                        "",
                        "select " + t.num() + " as n, rank() over w as r, lag(" + t.txt()
                                + ", 1, 'none') over (partition by " + t.flag() + " order by " + t.ts()
                                + " rows between 1 preceding and current row) as x from " + t.sql()
                                + " window w as (order by "
                                + t.num() + " desc)");
            case 5 ->
                create(
                        draft,
                        Feature.VIEW_UNION,
                        " (n, x)",
                        "select " + t.num() + ", " + t.txt() + " from " + t.sql()
                                + " union all (select 1, 'it''s' except select 2, 'x'::text)");
            case 6 ->
                create(
                        draft,
                        Feature.VIEW_SUBQUERY,
                        "",
                        "select " + t.num() + " as n, exists (select from " + u.sql()
                                + " b where b." + u.num() + " = a." + t.num() + ") as x, (select max(" + u.ts()
                                + ") from "
                                + u.sql() + ") as newest, array(select 1) as ones from " + t.sql()
                                + " a, lateral generate_series(1, a."
                                + t.num() + ") g(i) where a." + t.txt() + " ~ '^a' or a." + t.num()
                                + " between 1 and 9");
            default -> create(draft, Feature.VIEW_STAR, "", "select a.* from " + t.sql() + " as a");
        }
    }

    private static void create(Draft draft, Feature feature, String columns, String query) {
        String name = draft.newName("view");
        String options = "";
        if (draft.chance(Feature.VIEW_SECURITY_INVOKER, 0.25)) {
            options = " with (security_invoker = true)";
        } else if (draft.chance(0.15)) {
            draft.mark(Feature.VIEW_SECURITY_BARRIER);
            options = " with (security_barrier)";
        }
        draft.add(feature, "create view " + name + columns + options + " as " + query);
        if (feature != Feature.VIEW_STAR && feature != Feature.VIEW_AGGREGATE) {
            draft.views.add(name);
        } else {
            draft.comment("view " + name);
        }
    }

    /** One that takes rows, with what only such a one may have. */
    private static void simple(Draft draft) {
        TableDraft t = draft.tables.get(0);
        String name = draft.newName("view");
        draft.views.add(name);
        draft.add(
                Feature.VIEW_CHECK_OPTION,
                "create view " + name + " as select " + t.num() + " as n, " + t.txt() + " as x, " + t.flag()
                        + " as f from " + t.sql() + " where " + t.num() + " > 0 with " + draft.pick("cascaded", "local")
                        + " check option");
        if (draft.chance(0.5)) {
            draft.add(Feature.VIEW_DEFAULT, "alter view " + name + " alter column n set default 5");
        }
        draft.comment("column " + name + ".n");
    }

    private static void overViews(Draft draft) {
        List<String> below = new ArrayList<>(draft.views);
        for (int i = draft.upTo(3); i > 0; i--) {
            String name = draft.newName("over");
            String view = draft.pick(below);
            draft.add(
                    Feature.VIEW_ON_VIEW,
                    "create view " + name + " as select n, count(*) as how_many from " + view + " group by n");
            draft.views.add(name);
        }
    }

    private static void materialized(Draft draft) {
        for (int i = draft.upTo(3); i > 0; i--) {
            String name = draft.newName("mat");
            TableDraft t = draft.pick(draft.tables);
            boolean empty = draft.chance(0.4);
            draft.add(
                    empty ? Feature.MATERIALIZED_VIEW_NO_DATA : Feature.MATERIALIZED_VIEW,
                    "create materialized view " + name + draft.pick("", " with (fillfactor = 70)") + " as select "
                            + t.num() + " as n, max(" + t.ts() + ") as newest, " + t.txt() + " as x from " + t.sql()
                            + " group by " + t.num() + ", " + t.txt() + (empty ? " with no data" : ""));
            String index = draft.newPart("mix");
            draft.add(
                    Feature.MATERIALIZED_VIEW_INDEX,
                    "create " + draft.pick("", "unique ") + "index " + index + " on " + name + " (n desc, x)");
            draft.comment("materialized view " + name);
            draft.materializedViews.add(name);
        }
    }
}
