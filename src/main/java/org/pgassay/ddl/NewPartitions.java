package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Table;

/**
 * Partitions that come to a table that stands: PostgreSQL makes the indexes that are parts of the table's own, under names
 * of its choice.
 */
final class NewPartitions {

    private final Source target;
    private final Fates fates;

    NewPartitions(Source target, Fates fates) {
        this.target = target;
        this.fates = fates;
    }

    /** What a piece is made with. */
    List<DdlStatement> make(Piece piece) {
        if (piece.key().sort() == Sort.PARTITION && piece.host() != null && !fates.comes(piece.host())) {
            List<DdlStatement> attached = new ArrayList<>(checks(piece));
            attached.addAll(piece.make());
            return attached;
        }
        for (Table table : target.catalog().tables()) {
            Optional<Index> index = index(table, piece);
            if (index.isPresent() && !Source.isAttached(table) && comesByItself(table, index.get())) {
                return named(table, index.get(), piece);
            }
        }
        return piece.make();
    }

    /** What is made before a piece: before a table is attached, the indexes that would be made otherwise. */
    List<Key> first(Piece piece) {
        List<Key> first = new ArrayList<>();
        if (piece.key().sort() == Sort.PARTITION && !piece.within()) {
            target.catalog().tables().stream()
                    .filter(table -> table.name().sql().equals(piece.key().name()))
                    .forEach(table -> table.indexes().stream()
                            .filter(index -> comesByItself(table, index))
                            .forEach(index -> first.add(IndexPieces.key(table, index))));
        }
        return first;
    }

    /** A table that stands must have the checks of the one that it becomes a partition of. */
    private List<DdlStatement> checks(Piece piece) {
        List<DdlStatement> checks = new ArrayList<>();
        for (Table table : target.catalog().tables()) {
            Table whole = Optional.ofNullable(table.partitionOf())
                    .flatMap(target::table)
                    .orElse(null);
            if (whole != null && table.name().sql().equals(piece.key().name())) {
                table.constraints().stream()
                        .filter(each -> each.type() == Constraint.Type.CHECK
                                && fates.comes(ConstraintPieces.key(table, each))
                                && whole.constraint(each.name())
                                        .filter(of -> !fates.comes(ConstraintPieces.key(whole, of)))
                                        .isPresent())
                        .forEach(each -> checks.add(DdlStatement.of(
                                "alter table " + table.name().sql() + " add constraint " + Sql.quote(each.name()) + " "
                                        + each.definition(),
                                ObjectKind.CONSTRAINT,
                                Sql.part(table.name(), each.name()),
                                each.validated() ? Danger.LOCK_RISKY : Danger.ADDITIVE)));
            }
        }
        return checks;
    }

    private Optional<Index> index(Table table, Piece piece) {
        boolean own = (piece.key().sort() == Sort.KEY || piece.key().sort() == Sort.INDEX)
                && table.partitionOf() != null
                && fates.comes(new Key(Sort.PARTITION, table.name().sql()));
        return own
                ? table.indexes().stream()
                        .filter(index -> IndexPieces.key(table, index).equals(piece.key()))
                        .findFirst()
                : Optional.empty();
    }

    private boolean comesByItself(Table table, Index index) {
        return IndexPieces.wholeOf(table, index.name(), target)
                .filter(whole -> !fates.comes(whole))
                .isPresent();
    }

    private static List<DdlStatement> named(Table table, Index index, Piece piece) {
        String usual = IndexName.of(table, index);
        if (usual.equals(index.name())) {
            return List.of();
        }
        String sql = "alter index " + Sql.quote(table.name().schema()) + "." + Sql.quote(usual) + " rename to "
                + Sql.quote(index.name());
        return List.of(DdlStatement.of(sql, piece.kind(), piece.object(), Danger.ADDITIVE)
                .noted("PostgreSQL made it along with the partition, under the name that it gives where none"
                        + " is taken."));
    }
}
