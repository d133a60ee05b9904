package org.pgassay.spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One spec, read and bound: the intent, written independently of the migrations.
 *
 * @param id kebab-case
 * @param title what it is about
 * @param file the spec's own file
 * @param location the place of the spec's id
 * @param schemas the schemas that it speaks of, the first being where unqualified names are looked up
 * @param unread the top-level keys that are part of the language but that no family of checks reads yet
 * @param document the whole of it, for what is stated alike under many keys: owners, privileges, comments
 * @param sources the files' texts, for excerpts
 */
public record Spec(
        String id,
        String title,
        Path file,
        Location location,
        Postgres postgres,
        List<String> schemas,
        Migrations migrations,
        Roles roles,
        Map<Class<? extends Record>, Record> sections,
        Map<String, Location> unread,
        Node.Mapping document,
        Sources sources) {

    /** What the spec needs of the server; version and image are null where it does not say. */
    public record Postgres(
            Location location,
            @Nullable SourceText version,
            List<SourceText> extensions,
            @Nullable String image) {}

    /** How the schema comes about; the path is relative to the spec's folder. */
    public record Migrations(
            Location location, Runner runner, @Nullable SourceText path) {

        /** The tools that apply migrations. */
        public enum Runner {
            SQL,
            FLYWAY,
            LIQUIBASE,
            ALEMBIC,
            COMMAND,
            NONE
        }
    }

    /** The roles that take part; null where the spec does not say. */
    public record Roles(
            Location location,
            @Nullable String owner,
            @Nullable String application,
            @Nullable SourceText setup) {}

    /** Copies the collections. */
    public Spec {
        schemas = List.copyOf(schemas);
        sections = Map.copyOf(sections);
        unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
    }

    /** The part of the spec that is bound to a family's record. */
    public <T extends Record> T section(Class<T> type) {
        Record section = sections.get(type);
        if (section == null) {
            throw new IllegalArgumentException(type.getName() + " is no section that this spec was read with");
        }
        return type.cast(section);
    }

    /** The folder that relative paths in the spec start from. */
    public Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
