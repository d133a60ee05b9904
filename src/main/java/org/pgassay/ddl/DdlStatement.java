package org.pgassay.ddl;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.ObjectKind;

/**
 * A statement, or a note on what no statement can do.
 *
 * @param sql without a semicolon at its end; null for a note alone
 * @param kind the kind of the object that it makes, changes or drops
 * @param object its name as SQL, qualified; parts behind that of their table
 * @param note what one should know of it; null for nothing
 * @param transactional false if it must be committed before what follows can use it
 */
public record DdlStatement(
        @Nullable String sql,
        ObjectKind kind,
        String object,
        Danger danger,
        @Nullable String note,
        boolean transactional) {

    /** Wants SQL or a note. */
    public DdlStatement {
        if (sql == null) {
            Objects.requireNonNull(note, "neither SQL nor a note");
        }
    }

    /** A note on what no statement can do. */
    static DdlStatement note(ObjectKind kind, String object, String note) {
        return new DdlStatement(null, kind, object, Danger.ADDITIVE, note, true);
    }

    static DdlStatement of(String sql, ObjectKind kind, String object, Danger danger) {
        return new DdlStatement(ArrayCasts.kept(sql), kind, object, danger, null, true);
    }

    DdlStatement with(Danger other) {
        return new DdlStatement(sql, kind, object, other, note, transactional);
    }

    DdlStatement noted(String text) {
        return new DdlStatement(sql, kind, object, danger, note == null ? text : note + " " + text, transactional);
    }

    DdlStatement outsideTransactions() {
        return new DdlStatement(sql, kind, object, danger, note, false);
    }
}
