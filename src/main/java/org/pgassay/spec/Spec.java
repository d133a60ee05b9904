package org.pgassay.spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One spec, read and bound: the intent, written independently of the migrations.
 *
 * @param id kebab-case
 * @param title what it is about
 * @param file the spec's own file
 * @param location the place of the spec's id
 * @param schemas the schemas that it speaks of, the first being where unqualified names are looked up
 * @param closed the kinds of object of which the spec names all, or {@code all}
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
        List<SourceText> closed,
        Map<Class<? extends Record>, Record> sections,
        Map<String, Location> unread,
        Node.Mapping document,
        Sources sources) {

    private static final String ALL = "all";

    /** What the spec needs of the server; version and image are null where it does not say. */
    public record Postgres(
            Location location,
            @Nullable SourceText version,
            List<SourceText> extensions,
            @Nullable String image) {}

    /**
     * How the schema comes about; paths are relative to the spec's folder, and what is null the spec does not say.
     *
     * @param path the folder of the migrations; for Alembic that of alembic.ini, for Liquibase the changelog
     * @param command the words that start the tool: one text, or a list of words
     * @param up as {@code command}: what applies the migrations of runner {@code command}
     * @param down as {@code command}: what undoes the last one
     * @param urlVariable the environment variable that hands the database's URL over
     * @param urlScheme what that URL begins with
     * @param environment further variables of the tool
     * @param timeLimit how long the tool may take, such as {@code 10min}
     * @param offline SQL that the tool printed before, for where it is not installed
     * @param versionTable where the tool writes down what it has applied
     * @param settings the tool's own, by name
     * @param libraries jars of the tool
     * @param stages the SQL files in groups that are run one after the other; none where each file is a revision
     * @param rollback that the stages can be undone one after the other: {@code each}, or down to which
     */
    public record Migrations(
            Location location,
            Runner runner,
            @Nullable SourceText path,
            @Nullable Node command,
            @Nullable Node up,
            @Nullable Node down,
            @Nullable SourceText urlVariable,
            @Nullable SourceText urlScheme,
            Map<String, String> environment,
            @Nullable SourceText timeLimit,
            @Nullable Offline offline,
            @Nullable SourceText versionTable,
            Map<String, String> settings,
            List<SourceText> libraries,
            List<Stage> stages,
            @Nullable Node rollback) {

        /**
         * SQL files that are run together; paths are relative to that of the migrations.
         *
         * @param files patterns of files, in the order of running
         * @param transaction how they are run; null for all in one transaction
         * @param errors the errors that are expected, and no others
         * @param rerun whether the stage can be run again and changes nothing then
         * @param adds how many objects there are more after it, by measure
         * @param rollback the file that undoes it
         */
        public record Stage(
                Location location,
                SourceText name,
                List<SourceText> files,
                @Nullable Transaction transaction,
                List<ExpectedError> errors,
                boolean rerun,
                Map<String, SourceText> adds,
                @Nullable SourceText rollback) {

            /** Copies the collections, keeping their order. */
            public Stage {
                files = List.copyOf(files);
                errors = List.copyOf(errors);
                adds = Collections.unmodifiableMap(new LinkedHashMap<>(adds));
            }

            /** Whether it is one transaction. */
            public boolean whole() {
                return transaction != Transaction.STATEMENT;
            }

            /** How the statements of a stage are run. */
            public enum Transaction {
                /** All in one transaction. */
                STAGE,
                /** Each in one of its own. */
                STATEMENT
            }
        }

        /**
         * An error that a stage meets, after which it goes on.
         *
         * @param code SQLSTATEs, of which it has one
         * @param object a pattern that a name in it must match; null for any
         * @param says why it is expected
         */
        public record ExpectedError(
                Location location,
                List<SourceText> code,
                @Nullable SourceText object,
                SourceText says) {

            /** Copies the list. */
            public ExpectedError {
                code = List.copyOf(code);
            }
        }

        /** SQL files that hold what the tool would do. */
        public record Offline(
                Location location,
                SourceText upgrade,
                @Nullable SourceText downgrade) {}

        /** Copies the collections. */
        public Migrations {
            environment = Map.copyOf(environment);
            settings = Map.copyOf(settings);
            libraries = List.copyOf(libraries);
            stages = List.copyOf(stages);
        }

        /** A tool and its files, with nothing else said. */
        public Migrations(Location location, Runner runner, @Nullable SourceText path) {
            this(
                    location, runner, path, null, null, null, null, null, Map.of(), null, null, null, Map.of(),
                    List.of(), List.of(), null);
        }

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
        closed = List.copyOf(closed);
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

    /**
     * Where the spec says that it names all objects of a kind, if it does.
     *
     * @param kind as {@code closed} writes it, such as {@code materializedViews}
     */
    public Optional<Location> closes(String kind) {
        return closed.stream()
                .filter(each -> each.text().equals(kind) || each.text().equals(ALL))
                .findFirst()
                .map(SourceText::location);
    }

    /** Whether the spec names all there is, and all that belongs to it. */
    public boolean closesAll() {
        return closed.stream().anyMatch(each -> each.text().equals(ALL));
    }

    /** The folder that relative paths in the spec start from. */
    public Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
