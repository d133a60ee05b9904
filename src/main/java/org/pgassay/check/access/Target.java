package org.pgassay.check.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Evidence;
import org.pgassay.check.Names;
import org.pgassay.check.Need;

/** What an owner, a grant or a comment is stated of, before it is known whether it exists. */
sealed interface Target {

    ObjectKind kind();

    /** As reports name it. */
    String subject();

    /** What it takes to find it. */
    default Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    /** Its comment, empty if it has none; nothing if it does not exist. */
    Optional<String> comment(Evidence evidence);

    /** The object in plain words, such as {@code the table orders}. */
    default String phrase() {
        return kind() == ObjectKind.OTHER ? "the " + subject() : "the " + kind().word() + " " + subject();
    }

    /**
     * An object of its own.
     *
     * @param arguments for a function, as the spec writes them; otherwise empty
     */
    record Whole(Names names, ObjectKind kind, QualifiedName name, String arguments, String subject) implements Target {

        /** The arguments' types are spelt in many ways: PostgreSQL must read them. */
        @Override
        public Set<Need> needs() {
            return kind == ObjectKind.FUNCTION ? Set.of(Need.CATALOG, Need.BLUEPRINT) : Set.of(Need.CATALOG);
        }

        @Override
        public Optional<String> comment(Evidence evidence) {
            return asset(evidence).map(asset -> text(asset.comment()));
        }

        /** The object in the migrated database, if it exists. */
        Optional<Asset> asset(Evidence evidence) {
            if (kind != ObjectKind.FUNCTION) {
                return Asset.find(evidence.catalog(), names, kind, name);
            }
            Blueprint.Part part = new Blueprint.Part(name, ObjectKind.FUNCTION, arguments);
            Described made = evidence.blueprint().objects().get(part);
            if (!(made instanceof Routine routine)) {
                // Why it could not be made is for the check of its definition to say, unless nothing can be said.
                evidence.blueprint().fault(part);
                return Optional.empty();
            }
            return Asset.all(evidence.catalog(), names).stream()
                    .filter(each -> each.kind() == kind && each.name().equals(name))
                    .filter(each -> each.signature().equals(routine.argumentTypes()))
                    .findFirst();
        }
    }

    /**
     * A part of a table, view or type.
     *
     * @param name the part's
     */
    record Part(Names names, ObjectKind kind, QualifiedName table, String name) implements Target {

        @Override
        public String subject() {
            return kind == ObjectKind.INDEX ? names.index(table, name) : names.subject(table, name);
        }

        @Override
        public Optional<String> comment(Evidence evidence) {
            return comments(evidence.catalog())
                    .filter(each -> each.name().equals(name))
                    .map(Commented::text)
                    .findFirst();
        }

        /** All parts of the table, view or type of that name which may have a comment. */
        static Stream<Part> all(Names names, QualifiedName table, Catalog catalog) {
            return Stream.of(
                            ObjectKind.COLUMN,
                            ObjectKind.INDEX,
                            ObjectKind.CONSTRAINT,
                            ObjectKind.TRIGGER,
                            ObjectKind.POLICY,
                            ObjectKind.RULE)
                    .map(kind -> new Part(names, kind, table, ""))
                    .flatMap(any -> any.comments(catalog).map(each -> new Part(names, any.kind(), table, each.name())));
        }

        private Stream<Commented> comments(Catalog catalog) {
            return Stream.of(
                            catalog.tables().stream()
                                    .filter(each -> each.name().equals(table))
                                    .flatMap(this::of),
                            catalog.views().stream()
                                    .filter(each -> each.name().equals(table))
                                    .flatMap(this::of),
                            catalog.types().stream()
                                    .filter(each -> each.name().equals(table))
                                    .flatMap(this::of))
                    .flatMap(all -> all);
        }

        private Stream<Commented> of(Table found) {
            return kind == ObjectKind.CONSTRAINT
                    ? found.constraints().stream().map(each -> Commented.of(each.name(), each.comment()))
                    : kind == ObjectKind.POLICY
                            ? found.policies().stream().map(each -> Commented.of(each.name(), each.comment()))
                            : of(found.columns(), found.indexes(), found.triggers(), found.rules());
        }

        /** A composite type has attributes, which PostgreSQL calls columns in COMMENT ON; a domain has constraints. */
        private Stream<Commented> of(UserType found) {
            ObjectKind parts = found.kind() == UserType.Kind.COMPOSITE ? ObjectKind.COLUMN : ObjectKind.CONSTRAINT;
            return kind == parts
                    ? found.parts().stream().map(each -> Commented.of(each.name(), each.comment()))
                    : Stream.empty();
        }

        private Stream<Commented> of(View found) {
            return of(found.columns(), found.indexes(), found.triggers(), found.rules());
        }

        /** The parts that tables and views both have. */
        private Stream<Commented> of(
                List<Column> columns, List<Index> indexes, List<Trigger> triggers, List<Rule> rules) {
            if (kind == ObjectKind.COLUMN) {
                return columns.stream().map(each -> Commented.of(each.name(), each.comment()));
            } else if (kind == ObjectKind.INDEX) {
                return indexes.stream().map(each -> Commented.of(each.name(), each.comment()));
            } else if (kind == ObjectKind.TRIGGER) {
                return triggers.stream().map(each -> Commented.of(each.name(), each.comment()));
            } else if (kind == ObjectKind.RULE) {
                return rules.stream().map(each -> Commented.of(each.name(), each.comment()));
            }
            // A view has neither constraints nor policies.
            return Stream.empty();
        }
    }

    /** A name and its comment, empty for none. */
    record Commented(String name, String text) {

        static Commented of(String name, @Nullable String comment) {
            return new Commented(name, Target.text(comment));
        }
    }

    /** A comment as text; empty for none. */
    static String text(@Nullable String comment) {
        return comment == null ? "" : comment;
    }
}
