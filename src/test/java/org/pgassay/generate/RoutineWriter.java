package org.pgassay.generate;

import java.util.List;

/** Functions, procedures and aggregates. */
final class RoutineWriter {

    private RoutineWriter() {}

    static void write(Draft draft) {
        for (int i = 5 + draft.upTo(6); i > 0; i--) {
            function(draft, draft.upTo(12));
        }
        if (draft.chance(0.6)) {
            procedure(draft);
        }
        if (draft.chance(0.6)) {
            aggregates(draft);
        }
        draft.routines.forEach(draft::comment);
    }

    private static void function(Draft draft, int which) {
        TableDraft t = draft.pick(draft.tables);
        String name = draft.newName("fn");
        String arg = Draft.quote(draft.columnNames.next("arg"));
        switch (which) {
            case 0 ->
                create(
                        draft,
                        Feature.FUNCTION_SQL,
                        name,
                        "(integer, b integer default 2 + 3)",
                        "(integer, integer)",
                        "integer language sql" + attributes(draft) + " as $body$ select $1 + b $body$");
            case 1 ->
                create(
                        draft,
                        Feature.FUNCTION_PLPGSQL,
                        name,
                        "(" + arg + " text default 'it''s')",
                        "(text)",
                        "text language plpgsql" + attributes(draft)
                                + " as $body$\nbegin\n  -- ünïcode 😀\n  return 'x' || $1;  \n\nend\n$body$");
            case 2 ->
                create(
                        draft,
                        Feature.FUNCTION_SQL_BODY,
                        name,
                        "(a integer)",
                        "(integer)",
                        "bigint language sql"
                                + attributes(draft) + " begin atomic select count(*) from " + t.sql() + " x where x."
                                + t.num()
                                + " > a; end");
            case 3 ->
                create(
                        draft,
                        Feature.FUNCTION_SQL_BODY,
                        name,
                        "(a integer, b integer)",
                        "(integer, integer)",
                        "integer language sql immutable return a * b + 1");
            case 4 ->
                create(
                        draft,
                        Feature.FUNCTION_OUT,
                        name,
                        "(in a integer, out b integer, inout c text, out \"d e\" date)",
                        "(integer, text)",
                        "record language plpgsql" + attributes(draft) + " as $body$begin b := a; end$body$");
            case 5 ->
                create(
                        draft,
                        Feature.FUNCTION_VARIADIC,
                        name,
                        "(sep text, variadic vals text[])",
                        "(text, text[])",
                        "text language sql" + attributes(draft)
                                + " as $body$ select array_to_string(vals, sep) $body$");
            case 6 ->
                create(
                        draft,
                        Feature.FUNCTION_TABLE,
                        name,
                        "(n integer default null)",
                        "(integer)",
                        "table(id integer, \"Label\" text) language sql rows 50"
                                + " stable as $body$ select 1, 'x' $body$");
            case 7 ->
                create(
                        draft,
                        Feature.FUNCTION_SETOF,
                        name,
                        "()",
                        "()",
                        "setof " + t.sql() + " language sql stable rows 7 cost 50 as $body$ select * from " + t.sql()
                                + " $body$");
            case 8 ->
                create(
                        draft,
                        Feature.FUNCTION_POLYMORPHIC,
                        name,
                        "(a anyelement, b anyarray)",
                        "(anyelement, anyarray)",
                        "anyelement language sql immutable as $body$ select a $body$");
            case 9 ->
                create(
                        draft,
                        Feature.FUNCTION_USER_TYPE,
                        name,
                        "(m " + draft.enums.get(0) + ", d " + draft.domains.get(0) + "[])",
                        "(" + draft.enums.get(0) + ", " + draft.domains.get(0) + "[])",
                        draft.enums.get(0) + " language sql as $body$ select m $body$");
            case 10 -> {
                draft.mark(Feature.FUNCTION_OVERLOAD);
                for (String type : List.of("integer", "text", "timestamp with time zone")) {
                    create(
                            draft,
                            Feature.FUNCTION_SQL,
                            name,
                            "(a " + type + ")",
                            "(" + type + ")",
                            "text language sql" + attributes(draft) + " as $body$ select a::text $body$");
                }
            }
            default ->
                create(
                        draft,
                        Feature.FUNCTION_INTERNAL,
                        name,
                        "(double precision)",
                        "(double precision)",
                        "double precision language internal immutable strict parallel safe leakproof as 'dsin'");
        }
    }

    private static void create(Draft draft, Feature feature, String name, String arguments, String types, String rest) {
        draft.add(feature, "create function " + name + arguments + " returns " + rest);
        draft.routines.add("function " + name + types);
    }

    private static String attributes(Draft draft) {
        StringBuilder sql = new StringBuilder(draft.pick("", " volatile", " stable", " immutable"));
        if (draft.chance(0.25)) {
            sql.append(" strict");
        }
        if (draft.chance(0.25)) {
            draft.mark(Feature.FUNCTION_SECURITY_DEFINER);
            sql.append(" security definer");
        }
        sql.append(draft.pick("", "", " parallel safe", " parallel restricted"));
        if (draft.chance(0.2)) {
            sql.append(" leakproof");
        }
        if (draft.chance(0.3)) {
            sql.append(" cost ").append(1 + draft.upTo(500));
        }
        if (draft.chance(0.3)) {
            draft.mark(Feature.FUNCTION_SET);
            sql.append(draft.pick(
                    " set search_path = ''",
                    " set search_path to pg_catalog, pg_temp",
                    " set work_mem = '8MB' set statement_timeout = '5s'",
                    " set timezone to 'Europe/Vienna'",
                    " set search_path = \"$user\", public",
                    " set \"app.x\" = 'it''s'"));
        }
        return sql.toString();
    }

    private static void procedure(Draft draft) {
        String name = draft.newName("proc");
        draft.add(
                Feature.PROCEDURE,
                "create procedure " + name + "(in a integer, inout b text default 'x') language plpgsql"
                        + draft.pick("", " security definer set search_path = ''")
                        + " as $body$begin b := a::text; end$body$");
        draft.routines.add("procedure " + name + "(integer, text)");
    }

    private static void aggregates(Draft draft) {
        String name = draft.newName("agg");
        draft.add(
                Feature.AGGREGATE,
                "create aggregate " + name
                        + "(integer) (sfunc = int4pl, stype = integer, initcond = '0', combinefunc = int4pl,"
                        + " parallel = safe)");
        draft.routines.add("aggregate " + name + "(integer)");
        if (draft.chance(0.5)) {
            String least = draft.newName("agg");
            draft.add(
                    Feature.AGGREGATE_SORTED,
                    "create aggregate " + least
                            + "(integer) (sfunc = int4smaller, stype = integer, sortop = operator(pg_catalog.<))");
            draft.routines.add("aggregate " + least + "(integer)");
        }
        if (draft.chance(0.5)) {
            String collect = draft.newName("agg");
            draft.add(
                    Feature.AGGREGATE_MOVING,
                    "create aggregate " + collect
                            + "(a integer) (sfunc = int4pl, stype = integer, msfunc = int4pl, minvfunc = int4mi,"
                            + " mstype = integer, initcond = '5', minitcond = '5', sspace = 100)");
        }
    }
}
