package org.pgassay.generate;

/** Publications, operators, casts, text search objects and what else there is. */
final class OtherWriter {

    private OtherWriter() {}

    static void write(Draft draft) {
        if (draft.chance(0.5)) {
            publications(draft);
        }
        if (draft.chance(0.4)) {
            operators(draft);
        }
        if (draft.chance(0.4)) {
            casts(draft);
        }
        if (draft.chance(0.5)) {
            textSearch(draft);
        }
        if (draft.chance(0.4)) {
            operatorClass(draft);
        }
        if (draft.chance(0.2)) {
            String name = draft.newPart("am");
            draft.add(Feature.ACCESS_METHOD, "create access method " + name + " type index handler bthandler");
            draft.comment("access method " + name);
        }
        if (draft.chance(0.2)) {
            String name = draft.newName("conv");
            draft.add(
                    Feature.CONVERSION, "create conversion " + name + " for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8");
            draft.comment("conversion " + name);
        }
        if (draft.chance(0.4)) {
            draft.add(Feature.EXTENSION, "create extension " + draft.pick("pgcrypto", "citext", "pg_trgm"));
        }
        if (draft.chance(0.2)) {
            String schema = draft.newPart("ext");
            draft.sql("create schema " + schema);
            draft.add(Feature.EXTENSION_SCHEMA, "create extension hstore schema " + schema);
        }
    }

    private static void publications(Draft draft) {
        TableDraft t = draft.tables.stream()
                .filter(table -> table.kind() == TableDraft.Kind.PLAIN)
                .findFirst()
                .orElse(null);
        if (t == null) {
            return;
        }
        publication(
                draft,
                Feature.PUBLICATION,
                "for table " + t.sql() + draft.pick("", " with (publish = 'insert, delete')"));
        if (draft.chance(0.3)) {
            publication(draft, Feature.PUBLICATION_EMPTY, "");
        }
        if (draft.chance(0.3)) {
            publication(draft, Feature.PUBLICATION_ALL, "for all tables with (publish_via_partition_root = true)");
        }
        if (draft.chance(Feature.PUBLICATION_COLUMNS, 0.5)) {
            publication(
                    draft,
                    Feature.PUBLICATION_COLUMNS,
                    "for table " + t.sql() + " (" + t.num() + ", " + t.txt() + ") where (" + t.num() + " > 5 and "
                            + t.txt() + " = 'x')");
        }
        if (draft.chance(Feature.PUBLICATION_SCHEMA, 0.4)) {
            publication(draft, Feature.PUBLICATION_SCHEMA, "for tables in schema " + Draft.quote(draft.schema()));
        }
    }

    private static void publication(Draft draft, Feature feature, String definition) {
        String name = draft.newPart("pub");
        draft.add(feature, "create publication " + name + " " + definition);
        draft.comment("publication " + name);
    }

    private static void operators(Draft draft) {
        String schema = Draft.quote(draft.schema());
        String symbol = draft.pick("===", "<~>", "@#@", "|&|");
        String operator = schema + "." + symbol;
        draft.add(
                Feature.OPERATOR,
                "create operator " + operator
                        + " (function = texteq, leftarg = text, rightarg = text, commutator = operator(" + operator
                        + "), restrict = eqsel, join = eqjoinsel, hashes, merges)");
        draft.comment("operator " + operator + " (text, text)");
        if (draft.chance(0.5)) {
            draft.add(
                    Feature.OPERATOR_PREFIX,
                    "create operator " + schema + ".!@ (function = int4abs, rightarg = integer)");
        }
    }

    private static void casts(Draft draft) {
        String mood = draft.enums.get(0);
        String function = draft.newName("castfn");
        draft.sql("create function " + function + "(" + mood
                + ") returns integer language sql immutable as $body$ select 1 $body$");
        draft.add(
                Feature.CAST,
                "create cast (" + mood + " as integer) with function " + function + "(" + mood + ")"
                        + draft.pick("", " as assignment"));
        draft.comment("cast (" + mood + " as integer)");
        draft.add(Feature.CAST_INOUT, "create cast (" + mood + " as varchar) with inout as assignment");
    }

    private static void textSearch(Draft draft) {
        String dictionary = draft.newName("dict");
        String configuration = draft.newName("conf");
        draft.add(
                Feature.TEXT_SEARCH_DICTIONARY,
                "create text search dictionary " + dictionary + " (template = pg_catalog.simple, accept = false)");
        draft.comment("text search dictionary " + dictionary);
        draft.add(
                Feature.TEXT_SEARCH_CONFIGURATION,
                "create text search configuration " + configuration + " (copy = pg_catalog."
                        + draft.pick("simple", "english") + ")");
        draft.sql("alter text search configuration " + configuration + " alter mapping for asciiword, word with "
                + dictionary + ", pg_catalog.simple");
        draft.comment("text search configuration " + configuration);
        if (draft.chance(0.4)) {
            draft.add(
                    Feature.TEXT_SEARCH_PARSER,
                    "create text search parser " + draft.newName("parser")
                            + " (start = prsd_start, gettoken = prsd_nexttoken,"
                            + " end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline)");
            draft.add(
                    Feature.TEXT_SEARCH_TEMPLATE,
                    "create text search template " + draft.newName("template")
                            + " (init = dsimple_init, lexize = dsimple_lexize)");
        }
    }

    private static void operatorClass(Draft draft) {
        String family = draft.newName("family");
        draft.add(Feature.OPERATOR_FAMILY, "create operator family " + family + " using btree");
        String name = draft.newName("opclass");
        draft.add(
                Feature.OPERATOR_CLASS,
                "create operator class " + name + " for type integer using btree"
                        + (draft.chance(0.5) ? " family " + family : "")
                        + " as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >,"
                        + " function 1 btint4cmp(integer, integer)");
        draft.comment("operator class " + name + " using btree");
        if (draft.chance(0.5)) {
            TableDraft t = draft.pick(draft.tables);
            draft.add(
                    Feature.INDEX_OWN_OPCLASS,
                    "create index " + draft.newPart("ix") + " on " + t.sql() + " (" + t.num() + " " + name + ")");
        }
    }
}
