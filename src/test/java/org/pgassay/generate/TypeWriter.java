package org.pgassay.generate;

import static org.pgassay.generate.Draft.literal;
import static org.pgassay.generate.Draft.quote;

/** Collations and types. */
final class TypeWriter {

    private TypeWriter() {}

    static void write(Draft draft) {
        collations(draft);
        enums(draft);
        domains(draft);
        composites(draft);
        ranges(draft);
        if (draft.chance(0.3)) {
            base(draft);
        }
        if (draft.chance(0.2)) {
            draft.add(Feature.SHELL_TYPE, "create type " + draft.newName("shell"));
        }
    }

    private static void collations(Draft draft) {
        if (draft.chance(0.6)) {
            collation(draft, Feature.COLLATION_LIBC, "(provider = libc, locale = 'C')");
        }
        if (draft.chance(0.4)) {
            collation(draft, Feature.COLLATION_ICU, "(provider = icu, locale = 'de-DE', deterministic = false)");
        }
        if (draft.chance(Feature.COLLATION_BUILTIN, 0.4)) {
            collation(draft, Feature.COLLATION_BUILTIN, "(provider = builtin, locale = 'C.UTF-8')");
        }
    }

    private static void collation(Draft draft, Feature feature, String definition) {
        String name = draft.newName("coll");
        draft.add(feature, "create collation " + name + " " + definition);
        draft.comment("collation " + name);
        if (feature != Feature.COLLATION_ICU) {
            draft.collations.add(name);
        }
    }

    private static void enums(Draft draft) {
        for (int i = draft.upTo(2); i >= 0; i--) {
            String name = draft.newName("mood");
            draft.add(
                    Feature.ENUM,
                    "create type " + name + " as enum ('sad', 'ok', " + literal(draft.columnNames.next("label")) + ")");
            if (draft.chance(0.3)) {
                draft.add(Feature.ENUM_ADDED, "alter type " + name + " add value 'it''s' before 'ok'");
            }
            draft.comment("type " + name);
            draft.enums.add(name);
        }
        if (draft.chance(0.2)) {
            draft.add(Feature.ENUM_EMPTY, "create type " + draft.newName("void") + " as enum ()");
        }
    }

    private static void domains(Draft draft) {
        String amount = draft.newName("amount");
        draft.add(
                Feature.DOMAIN,
                "create domain " + amount + " as numeric(12,2) default 0 constraint " + draft.newPart("positive")
                        + " check (value >= 0 and value < 1000000)");
        draft.domains.add(amount);
        if (draft.chance(0.5)) {
            String over = draft.newName("price");
            draft.add(
                    Feature.DOMAIN_OVER_DOMAIN,
                    "create domain " + over + " as " + amount + " not null check (value <> 13)");
            draft.domains.add(over);
        }
        if (draft.chance(0.5)) {
            String email = draft.newName("email");
            String collate = draft.collations.isEmpty() ? "\"C\"" : draft.pick(draft.collations);
            draft.add(
                    Feature.DOMAIN_COLLATED,
                    "create domain " + email + " as text collate " + collate + " check (value ~ '^[^@]+@[^@]+$')");
            draft.add(
                    Feature.DOMAIN_CHECK_NOT_VALID,
                    "alter domain " + email + " add constraint " + draft.newPart("short")
                            + " check (length(value) < 100) not valid");
            draft.domains.add(email);
        }
        if (draft.chance(0.3)) {
            String list = draft.newName("list");
            draft.add(
                    Feature.DOMAIN_OVER_ARRAY,
                    "create domain " + list + " as integer[] check (cardinality(value) < 9)");
            draft.domains.add(list);
        }
        draft.domains.forEach(domain -> draft.comment("domain " + domain));
    }

    private static void composites(Draft draft) {
        if (draft.chance(0.7)) {
            String name = draft.newName("address");
            String street = quote(draft.columnNames.next("street"));
            draft.add(
                    Feature.COMPOSITE,
                    "create type " + name + " as (" + street + " text collate \"C\", zip varchar(10), mood "
                            + draft.pick(draft.enums) + ", amounts " + draft.domains.get(0) + "[])");
            draft.comment("type " + name);
            draft.comment("column " + name + "." + street);
            draft.composites.add(name);
        }
        if (!draft.composites.isEmpty() && draft.chance(0.4)) {
            String name = draft.newName("nested");
            draft.add(
                    Feature.COMPOSITE_OF_COMPOSITE,
                    "create type " + name + " as (home " + draft.composites.get(0) + ", since date)");
            draft.composites.add(name);
        }
    }

    private static void ranges(Draft draft) {
        if (draft.chance(0.5)) {
            String name = draft.newName("span");
            String multirange = draft.chance(0.5) ? ", multirange_type_name = " + draft.newName("spans") : "";
            draft.add(
                    Feature.RANGE,
                    "create type " + name + " as range (subtype = float8, subtype_diff = float8mi" + multirange + ")");
            draft.comment("type " + name);
            draft.ranges.add(name);
        }
        if (draft.chance(0.3)) {
            String name = draft.newName("words");
            draft.add(Feature.RANGE_COLLATED, "create type " + name + " as range (subtype = text, collation = \"C\")");
            draft.ranges.add(name);
        }
    }

    /** A type of its own with the functions of integer. */
    private static void base(Draft draft) {
        String name = draft.newName("base");
        String in = draft.newName("basein");
        String out = draft.newName("baseout");
        draft.add(Feature.BASE_TYPE, "create type " + name);
        draft.sql("create function " + in + "(cstring) returns " + name
                + " language internal immutable strict as 'int4in'");
        draft.sql("create function " + out + "(" + name
                + ") returns cstring language internal immutable strict as 'int4out'");
        draft.sql("create type " + name + " (input = " + in + ", output = " + out
                + ", internallength = 4, passedbyvalue, alignment = int4, default = '7')");
        draft.comment("type " + name);
    }
}
