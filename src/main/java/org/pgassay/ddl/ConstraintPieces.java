package org.pgassay.ddl;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;

/** Constraints of tables. */
final class ConstraintPieces {

    private ConstraintPieces() {}

    static Key key(Table table, Constraint constraint) {
        Sort sort = switch (constraint.type()) {
            case PRIMARY_KEY, UNIQUE, EXCLUSION -> Sort.KEY;
            case CHECK, TRIGGER -> Sort.CHECK;
            case FOREIGN_KEY -> Sort.FOREIGN_KEY;
        };
        return new Key(sort, Sql.part(table.name(), constraint.name()));
    }

    static void add(Table table, Constraint constraint, Pieces pieces) {
        Source source = pieces.source();
        Key key = key(table, constraint);
        String object = Sql.part(table.name(), constraint.name());
        Optional<Key> parent = inheritedFrom(table, constraint, source);
        Piece.Builder piece = Piece.of(key.sort(), key.name(), ObjectKind.CONSTRAINT, object)
                .host(TablePieces.key(table.name()))
                .form(form(table, constraint));
        if (parent.isPresent()) {
            piece.with(parent.get()).within(true);
        } else {
            make(table, constraint, source, piece);
        }
        constraint.columns().forEach(column -> piece.with(new Key(Sort.COLUMN, Sql.part(table.name(), column))));
        if (key.sort() == Sort.KEY) {
            piece.provides(new QualifiedName(table.name().schema(), constraint.name()));
            IndexPieces.wholeOf(table, constraint.name(), source).ifPresent(piece::with);
        }
        if (constraint.type() == Constraint.Type.EXCLUSION) {
            condition(table, constraint, piece);
        }
        ForeignKey far = constraint.foreignKey();
        if (far != null && parent.isEmpty()) {
            // Two tables, or two columns, that refer to each other can only be dropped without their keys.
            piece.ownDrop();
            if (far.table().equals(table.name())) {
                piece.with(TablePieces.key(table.name()));
            }
        }
        pieces.add(piece);
        pieces.comment(
                key,
                ObjectKind.CONSTRAINT,
                object,
                "constraint " + Sql.quote(constraint.name()) + " on "
                        + table.name().sql(),
                constraint.comment());
    }

    /** PostgreSQL refuses to drop a column along with which the condition of an exclusion goes: the constraint goes before. */
    private static void condition(Table table, Constraint constraint, Piece.Builder piece) {
        List<Key> read = TablePieces.ownColumns(table, constraint.definition()).stream()
                .filter(column -> constraint.columns().stream()
                        .noneMatch(each -> column.name().equals(Sql.part(table.name(), each))))
                .toList();
        if (!read.isEmpty()) {
            piece.ownDrop().with(TablePieces.key(table.name()));
            read.forEach(piece::needs);
        }
    }

    private static List<Object> form(Table table, Constraint constraint) {
        boolean key = key(table, constraint).sort() == Sort.KEY;
        return List.of(constraint.definition(), constraint.enforced(), !key && constraint.inherited());
    }

    private static void make(Table table, Constraint constraint, Source source, Piece.Builder piece) {
        boolean only = key(table, constraint).sort() == Sort.KEY && table.kind() == Table.Kind.PARTITIONED;
        String name = table.name().sql();
        piece.reads(constraint.definition())
                .make(
                        (only ? source.alterOnly(table) : "alter table " + name + " ") + "add constraint "
                                + Sql.quote(constraint.name()) + " " + constraint.definition(),
                        constraint.validated() ? Danger.LOCK_RISKY : Danger.ADDITIVE)
                .unmake("alter table " + name + " drop constraint " + Sql.quote(constraint.name()), Danger.DESTRUCTIVE);
        if (!constraint.enforced() && !constraint.definition().contains(" NOT ENFORCED")) {
            piece.note("The triggers that enforce it were disabled. No statement can name them alone: it is enforced.");
        }
        source.partitions(table)
                .forEach(each -> piece.after(new Key(Sort.PARTITION, each.name().sql())));
        ForeignKey far = constraint.foreignKey();
        if (far != null) {
            source.table(far.table()).ifPresent(other -> unique(other, far, piece));
        }
    }

    /** What makes the referenced columns unique. */
    private static void unique(Table other, ForeignKey far, Piece.Builder piece) {
        HashSet<String> columns = new HashSet<>(far.columns());
        for (Index index : other.indexes()) {
            if (index.unique()
                    && index.keys().stream().map(Index.Key::column).allMatch(columns::contains)
                    && index.keys().size() == columns.size()) {
                piece.needs(IndexPieces.key(other, index));
                piece.after(new Key(Sort.INDEX_PARTITION, Sql.part(other.name(), index.name())));
            }
        }
        far.columns().forEach(column -> piece.needs(new Key(Sort.COLUMN, Sql.part(other.name(), column))));
    }

    /** The constraint of a parent that makes this one; partitions' keys are made with their own names and attached. */
    private static Optional<Key> inheritedFrom(Table table, Constraint constraint, Source source) {
        if (!constraint.inherited() || key(table, constraint).sort() == Sort.KEY) {
            return Optional.empty();
        }
        return Source.parentsOf(table).stream()
                .flatMap(parent -> source.table(parent).stream())
                .filter(parent -> parent.constraint(constraint.name()).isPresent())
                .map(parent -> key(parent, parent.constraint(constraint.name()).orElseThrow()))
                .findFirst();
    }
}
