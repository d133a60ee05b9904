package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;

/**
 * What can be made and dropped by itself: an object, a part of one, or something that is set of it.
 *
 * @param host what it is a part of, and is dropped with
 * @param within whether making the host makes it too
 * @param needs what must be there first
 * @param names what must be there first, if the catalog has it: the names in its definition
 * @param provides the names under which others can refer to it
 * @param with what it is dropped with, its host among them
 * @param after what is made before it where both are made, and which it does not need
 * @param afterNames the same, by name
 * @param form what it is: equal for equal ones
 * @param make as if its host stood already, with rows
 * @param unmake as if its host were to stay
 */
record Piece(
        Key key,
        ObjectKind kind,
        String object,
        @Nullable Key host,
        boolean within,
        Set<Key> needs,
        Set<QualifiedName> names,
        Set<QualifiedName> provides,
        Set<Key> with,
        Set<Key> after,
        Set<QualifiedName> afterNames,
        Object form,
        List<DdlStatement> make,
        List<DdlStatement> unmake) {

    static Builder of(Sort sort, String name, ObjectKind kind, String object) {
        return new Builder(new Key(sort, name), kind, object);
    }

    /** Puts a piece together. */
    static final class Builder {

        private final Key key;
        private final ObjectKind kind;
        private final String object;
        private @Nullable Key host;
        private boolean within;
        private final Set<Key> needs = new LinkedHashSet<>();
        private final Set<QualifiedName> names = new LinkedHashSet<>();
        private final Set<QualifiedName> provides = new LinkedHashSet<>();
        private final Set<Key> with = new LinkedHashSet<>();
        private final Set<QualifiedName> afterNames = new LinkedHashSet<>();
        private final Set<Key> after = new LinkedHashSet<>();
        private @Nullable Object form;
        private final List<DdlStatement> make = new ArrayList<>();
        private final List<DdlStatement> unmake = new ArrayList<>();

        Builder(Key key, ObjectKind kind, String object) {
            this.key = key;
            this.kind = kind;
            this.object = object;
        }

        Builder host(Key of) {
            host = of;
            return with(of);
        }

        /** Needs something, and is dropped with it. */
        Builder with(Key other) {
            with.add(other);
            needs.add(other);
            return this;
        }

        /** Has a host, and stays when that is dropped until it is dropped itself. */
        Builder ownDrop() {
            with.clear();
            return this;
        }

        Builder within(boolean is) {
            within = is;
            return this;
        }

        Builder needs(Key other) {
            needs.add(other);
            return this;
        }

        /** Needs what a piece of SQL names. */
        Builder reads(@Nullable String sql) {
            names.addAll(Names.in(sql));
            return this;
        }

        Builder needs(QualifiedName name) {
            names.add(name);
            return this;
        }

        Builder provides(QualifiedName name) {
            provides.add(name);
            return this;
        }

        Builder after(Key other) {
            after.add(other);
            return this;
        }

        /** Comes after what a piece of SQL names. */
        Builder afterAll(@Nullable String sql) {
            afterNames.addAll(Names.in(sql));
            return this;
        }

        Builder form(Object what) {
            form = what;
            return this;
        }

        Builder make(String sql) {
            return make(sql, Danger.ADDITIVE);
        }

        Builder make(String sql, Danger danger) {
            return make(DdlStatement.of(sql, kind, object, danger));
        }

        Builder make(DdlStatement statement) {
            make.add(statement);
            return this;
        }

        Builder makeAll(List<DdlStatement> statements) {
            make.addAll(statements);
            return this;
        }

        Builder note(String note) {
            return make(DdlStatement.note(kind, object, note));
        }

        Builder unmake(String sql, Danger danger) {
            return unmake(DdlStatement.of(sql, kind, object, danger));
        }

        Builder unmake(DdlStatement statement) {
            unmake.add(statement);
            return this;
        }

        Piece build() {
            return new Piece(
                    key,
                    kind,
                    object,
                    host,
                    within,
                    Set.copyOf(needs),
                    Set.copyOf(names),
                    Set.copyOf(provides),
                    Set.copyOf(with),
                    Set.copyOf(after),
                    Set.copyOf(afterNames),
                    Objects.requireNonNullElse(form, make),
                    List.copyOf(make),
                    List.copyOf(unmake));
        }
    }
}
