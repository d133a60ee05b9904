package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.UserType;

/** What becomes of each piece, and of what depends on it. */
final class Fates {

    private final Graph from;
    private final Graph to;
    private final Map<Key, Fate> fates = new HashMap<>();
    private final Map<Key, Change> changes = new HashMap<>();

    private Fates(Graph from, Graph to) {
        this.from = from;
        this.to = to;
    }

    static Fates of(Graph from, Graph to) {
        Fates all = new Fates(from, to);
        from.pieces().forEach(piece -> all.compare(piece));
        to.pieces().stream()
                .filter(piece -> !from.has(piece.key()))
                .forEach(piece -> all.fates.put(piece.key(), Fate.ADDED));
        all.waitingIndexes();
        while (all.spread()) {
            // Until nothing more depends on what goes.
        }
        boolean defaults = all.fates.values().stream().anyMatch(Fate::comes);
        if (defaults) {
            // What they grant to new objects must not be granted to those that are made here.
            from.pieces().stream()
                    .filter(piece -> piece.key().sort() == Sort.DEFAULT_PRIVILEGES && to.has(piece.key()))
                    .forEach(piece -> all.fates.put(piece.key(), Fate.REMADE));
        }
        return all;
    }

    Fate of(Key key) {
        return Objects.requireNonNull(fates.get(key), key::toString);
    }

    boolean goes(Key key) {
        Fate fate = fates.get(key);
        return fate != null && fate.goes();
    }

    boolean comes(Key key) {
        Fate fate = fates.get(key);
        return fate != null && fate.comes();
    }

    Optional<Change> change(Key key) {
        return of(key) == Fate.CHANGED ? Optional.ofNullable(changes.get(key)) : Optional.empty();
    }

    /** Whether something is renamed away before it is made again, so that columns can go over to it. */
    boolean isReplaced(Key key) {
        return fates.get(key) == Fate.REMADE
                && (key.sort() == Sort.COLLATION
                        || (key.sort() == Sort.TYPE
                                && ((TypePieces.Form) from.piece(key).form())
                                                .type()
                                                .kind()
                                        != UserType.Kind.RANGE));
    }

    private void compare(Piece was) {
        if (!to.has(was.key())) {
            fates.put(was.key(), Fate.DROPPED);
            return;
        }
        Piece is = to.piece(was.key());
        if (was.form().equals(is.form())) {
            fates.put(was.key(), Fate.KEPT);
            return;
        }
        Optional<Change> change = Changes.of(was, is).filter(each -> !isHeld(was, each));
        fates.put(was.key(), change.isPresent() ? Fate.CHANGED : Fate.REMADE);
        change.ifPresent(each -> changes.put(was.key(), each));
    }

    /**
     * Whether PostgreSQL refuses to look at the values of a domain: where they are in arrays or composite types
     * (find_composite_type_dependencies in src/backend/commands/tablecmds.c).
     */
    private boolean isHeld(Piece type, Change change) {
        boolean scans = type.key().sort() == Sort.TYPE
                && change.statements().stream().anyMatch(each -> each.danger() == Danger.LOCK_RISKY);
        return scans
                && from.pieces().stream()
                        .filter(piece -> from.needs(piece.key()).contains(type.key()))
                        .anyMatch(piece -> piece.key().sort() == Sort.TYPE
                                || (piece.form() instanceof TablePieces.ColumnForm form
                                        && form.column().type().endsWith("[]")));
    }

    private boolean spread() {
        boolean changed = false;
        for (Piece piece : from.pieces()) {
            Fate fate = of(piece.key());
            if (fate == Fate.KEPT || fate == Fate.CHANGED) {
                changed |= struck(piece);
            } else if (fate == Fate.REMADE && piece.key().sort() == Sort.OTHER) {
                changed |= shellOf(piece);
            }
        }
        return changed;
    }

    /** A base type is made again from its shell on. */
    private boolean shellOf(Piece piece) {
        boolean changed = false;
        for (Key with : piece.with()) {
            if (with.sort() == Sort.SHELL && of(with) == Fate.KEPT) {
                fates.put(with, Fate.REMADE);
                changed = true;
            }
        }
        return changed;
    }

    /**
     * An index that waits for those of the partitions gets one from each partition that comes while it is there: it is made
     * after them.
     */
    private void waitingIndexes() {
        for (Piece piece : to.pieces()) {
            boolean comes = piece.key().sort() == Sort.INDEX
                    && of(piece.key()) == Fate.KEPT
                    && Boolean.FALSE.equals(((List<?>) piece.form()).get(3))
                    && piece.after().stream().anyMatch(this::comes);
            if (comes) {
                fates.put(piece.key(), Fate.REMADE);
            }
        }
    }

    /** Whether what becomes of others changes what becomes of a piece. */
    private boolean struck(Piece piece) {
        if (from.with(piece.key()).stream().anyMatch(this::goes)) {
            fates.put(piece.key(), Fate.REMADE);
            return true;
        }
        for (Key other : from.needs(piece.key())) {
            if (goes(other)) {
                if (piece.key().sort() == Sort.COLUMN && (isReplaced(other) || isOfType(other))) {
                    if (isReplaced(other) && retype(piece, other)) {
                        return true;
                    }
                } else if (!(piece.key().sort() == Sort.OWNED && of(other) == Fate.DROPPED)) {
                    fates.put(piece.key(), Fate.REMADE);
                    return true;
                }
            } else if (disturbs(other) && isDisturbed(piece)) {
                fates.put(piece.key(), Fate.REMADE);
                return true;
            }
        }
        return false;
    }

    /** A column that is still of a type that goes is altered itself. */
    private static boolean isOfType(Key other) {
        return other.sort() == Sort.TYPE || other.sort() == Sort.COLLATION || other.sort() == Sort.OTHER;
    }

    private boolean disturbs(Key key) {
        return fates.get(key) == Fate.CHANGED
                && changes.containsKey(key)
                && changes.get(key).disturbs();
    }

    /** What PostgreSQL does not alter along with a column's type. */
    private static boolean isDisturbed(Piece piece) {
        return switch (piece.key().sort()) {
            case VIEW, RULE, POLICY, TRIGGER, FUNCTION, PUBLICATION, STATISTICS, DEFAULT -> true;
            case COLUMN -> ((TablePieces.ColumnForm) piece.form()).column().generated() != Column.Generated.NONE;
            case SCHEMA,
                    EXTENSION,
                    SHELL,
                    WRAPPER,
                    SERVER,
                    COLLATION,
                    TYPE,
                    SEQUENCE,
                    OTHER,
                    TABLE,
                    OWNED,
                    CHECK,
                    PARTITION,
                    KEY,
                    INDEX,
                    INDEX_PARTITION,
                    FOREIGN_KEY,
                    SETTING,
                    TRIGGER_STATE,
                    GRANT,
                    COMMENT,
                    DEFAULT_PRIVILEGES,
                    EVENT_TRIGGER,
                    NOTE -> false;
        };
    }

    /** A column of a type that is replaced goes over to the new one; true if that was not known yet. */
    private boolean retype(Piece piece, Key type) {
        Change before = changes.get(piece.key());
        if (before != null && before.disturbs()) {
            return false;
        }
        TablePieces.ColumnForm column =
                (TablePieces.ColumnForm) to.piece(piece.key()).form();
        List<DdlStatement> statements = new ArrayList<>();
        if (!column.column().inherited()) {
            statements.add(ColumnChange.retyped(
                    column.table(), column.column(), column.column().type(), type.sort() == Sort.TYPE));
        }
        if (before != null) {
            statements.addAll(before.statements());
        }
        changes.put(piece.key(), new Change(statements, true));
        fates.put(piece.key(), Fate.CHANGED);
        return true;
    }
}
