package org.pgassay.ddl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;

/** Indexes of tables and materialized views, and what is set of those behind constraints. */
final class IndexPieces {

    private IndexPieces() {}

    /** The index itself, or the constraint that it stands behind. */
    static Key key(Table table, Index index) {
        String constraint = index.constraint();
        return constraint == null
                ? new Key(Sort.INDEX, name(table.name(), index))
                : new Key(Sort.KEY, Sql.part(table.name(), constraint));
    }

    private static String name(QualifiedName table, Index index) {
        return new QualifiedName(table.schema(), index.name()).sql();
    }

    static void add(Table table, Index index, Pieces pieces) {
        Key key = key(table, index);
        if (index.secondary()) {
            Piece.Builder piece = piece(
                    TablePieces.key(table.name()),
                    table.name(),
                    index,
                    pieces.source().isParent(table) && table.kind() == Table.Kind.PARTITIONED);
            pieces.source()
                    .partitions(table)
                    .forEach(each ->
                            piece.after(new Key(Sort.PARTITION, each.name().sql())));
            wholeOf(table, index.name(), pieces.source()).ifPresent(piece::with);
            TablePieces.ownColumns(table, index.definition()).forEach(piece::with);
            index.keys().forEach(each -> column(table.name(), each.column(), piece));
            index.included().forEach(each -> column(table.name(), each, piece));
            if (!index.valid() && table.kind() != Table.Kind.PARTITIONED) {
                piece.note("It was not valid, as CREATE INDEX CONCURRENTLY leaves one that failed: it is made whole.");
            }
            pieces.add(piece);
        }
        attachments(key, table.name(), index, pieces);
    }

    private static void column(QualifiedName table, @Nullable String column, Piece.Builder piece) {
        if (column != null) {
            piece.with(new Key(Sort.COLUMN, Sql.part(table, column)));
        }
    }

    static void add(View view, Key host, Index index, Pieces pieces) {
        pieces.add(piece(host, view.name(), index, false));
        attachments(new Key(Sort.INDEX, name(view.name(), index)), view.name(), index, pieces);
    }

    private static Piece.Builder piece(Key host, QualifiedName table, Index index, boolean only) {
        String name = name(table, index);
        return Piece.of(Sort.INDEX, name, ObjectKind.INDEX, name)
                .host(host)
                .provides(new QualifiedName(table.schema(), index.name()))
                .reads(index.definition())
                .form(List.of(table, index.unique(), index.definition(), index.valid()))
                .make(
                        "create " + (index.unique() ? "unique " : "") + "index " + Sql.quote(index.name()) + " on "
                                + (only ? "only " : "") + table.sql() + " using " + index.definition(),
                        Danger.LOCK_RISKY)
                .unmake("drop index " + name, Danger.DESTRUCTIVE);
    }

    private static void attachments(Key host, QualifiedName table, Index index, Pieces pieces) {
        String name = name(table, index);
        int options = Sql.keyword(index.definition(), "with");
        if (!index.secondary() && options >= 0) {
            // pg_get_constraintdef leaves them out.
            String with = index.definition().substring(options + "with".length());
            int end = Sql.keyword(with, "where");
            String set = (end < 0 ? with : with.substring(0, end)).strip();
            pieces.add(setting(host, name, "options")
                    .form(set)
                    .make("alter index " + name + " set " + set)
                    .unmake(
                            "alter index " + name + " reset " + set.replaceAll("=('[^']*'|[^,)]*)", ""),
                            Danger.ADDITIVE));
        }
        for (String target : index.statistics()) {
            String[] parts = target.split("=", 2);
            String alter = "alter index " + name + " alter column " + parts[0] + " set statistics ";
            pieces.add(setting(host, name, "statistics " + parts[0])
                    .form(target)
                    .make(alter + parts[1])
                    .unmake(alter + "-1", Danger.ADDITIVE));
        }
        pieces.comment(host, ObjectKind.INDEX, name, "index " + name, index.comment());
    }

    private static Piece.Builder setting(Key host, String name, String what) {
        return Piece.of(Sort.SETTING, "index " + name + " " + what, ObjectKind.INDEX, name)
                .host(host);
    }

    /** Which indexes of a partition are parts of indexes of its parent. */
    static void addPartitions(Table table, Pieces pieces) {
        Table parent = parent(table, pieces.source());
        if (parent != null) {
            parts(parent, table).forEach((part, whole) -> attach(parent, whole, table, part, pieces));
        }
    }

    private static @Nullable Table parent(Table table, Source source) {
        return Optional.ofNullable(table.partitionOf()).flatMap(source::table).orElse(null);
    }

    /** The index or constraint of the parent that one of a partition is a part of. */
    static Optional<Key> wholeOf(Table table, String index, Source source) {
        Table parent = parent(table, source);
        if (parent == null) {
            return Optional.empty();
        }
        return parts(parent, table).entrySet().stream()
                .filter(each -> each.getKey().name().equals(index))
                .map(each -> key(parent, each.getValue()))
                .findFirst();
    }

    private static Map<Index, Index> parts(Table parent, Table table) {
        Map<Index, Index> parts = new LinkedHashMap<>();
        for (Index whole : parent.indexes()) {
            table.indexes().stream()
                    .filter(part -> whole.valid() && isPart(part, whole) && !parts.containsKey(part))
                    .findFirst()
                    .ifPresent(part -> parts.put(part, whole));
        }
        return parts;
    }

    private static boolean isPart(Index part, Index whole) {
        return (part.constraint() == null) == (whole.constraint() == null)
                && part.unique() == whole.unique()
                && part.nullsNotDistinct() == whole.nullsNotDistinct()
                && part.method().equals(whole.method())
                && part.keys().equals(whole.keys())
                && part.included().equals(whole.included())
                && String.valueOf(part.predicate()).equals(String.valueOf(whole.predicate()))
                && withoutOptions(part).equals(withoutOptions(whole));
    }

    /** Operator classes and collations stand in the definition alone. */
    private static String withoutOptions(Index index) {
        int options = Sql.keyword(index.definition(), "with");
        return options < 0
                ? index.definition()
                : index.definition().substring(0, options).strip();
    }

    private static void attach(Table parent, Index whole, Table table, Index part, Pieces pieces) {
        String name = name(table.name(), part);
        Key key = key(table, part);
        Piece.Builder piece = Piece.of(Sort.INDEX_PARTITION, name, ObjectKind.INDEX, name)
                .host(key)
                .needs(key(parent, whole))
                .needs(new Key(Sort.PARTITION, table.name().sql()))
                .form(name(parent.name(), whole))
                .make("alter index " + name(parent.name(), whole) + " attach partition " + name);
        pieces.add(piece);
    }
}
