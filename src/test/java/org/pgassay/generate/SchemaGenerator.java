package org.pgassay.generate;

import java.util.List;

/** Generates schemas of all kinds of objects that PostgreSQL knows: the same from the same seed, on every machine. */
public final class SchemaGenerator {

    private SchemaGenerator() {}

    /**
     * A schema that a superuser can create on a version and the later ones.
     *
     * @param major the oldest version that must take it, from 14
     */
    public static GeneratedSchema generate(long seed, int major) {
        Draft draft = new Draft(seed, major);
        draft.file("roles_and_schemas");
        roles(seed, draft);
        schemas(draft);
        draft.file("types");
        TypeWriter.write(draft);
        draft.file("tables");
        TableWriter.write(draft);
        draft.file("constraints");
        ConstraintWriter.write(draft);
        draft.file("indexes");
        IndexWriter.write(draft);
        draft.file("partitions");
        PartitionWriter.write(draft);
        draft.file("views");
        ViewWriter.write(draft);
        draft.file("routines");
        RoutineWriter.write(draft);
        draft.file("triggers");
        TriggerWriter.write(draft);
        draft.file("others");
        OtherWriter.write(draft);
        draft.file("access");
        AccessWriter.write(draft);
        return new GeneratedSchema("seed " + seed + " for " + major, draft.files(), draft.features());
    }

    /** Roles belong to the cluster: their names hold the seed, and they are made only where they are not there yet. */
    private static void roles(long seed, Draft draft) {
        for (String word : List.of("reader", "Writer of", "admin.")) {
            String role = word + "_" + seed;
            draft.roles.add(role);
            draft.add(Feature.ROLE, """
                    do $$ begin
                      if not exists (select from pg_catalog.pg_roles where rolname = %s) then
                        create role %s nologin;
                      end if;
                    end $$""".formatted(Draft.literal(role), Draft.quote(role)));
        }
    }

    private static void schemas(Draft draft) {
        draft.schemas.add("public");
        for (int i = draft.upTo(3); i >= 0; i--) {
            String name = draft.names.next("app");
            draft.schemas.add(name);
            draft.add(Feature.SCHEMA, "create schema " + Draft.quote(name));
            draft.comment("schema " + Draft.quote(name));
        }
    }
}
