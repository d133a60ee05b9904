package org.pgassay.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgassay.ddl.Danger;
import org.pgassay.ddl.DdlStatement;
import org.pgassay.report.view.Legible;

/** Renders the SQL that would bring one schema to another. */
public final class DiffSql {

    private DiffSql() {}

    /** A script with LF line ends, each statement behind a comment that says what it may do. */
    public static String render(List<DdlStatement> statements) {
        StringBuilder out = new StringBuilder();
        out.append("-- Brings RIGHT to LEFT. Read it before you run it, and try it on a copy.\n");
        if (statements.isEmpty()) {
            out.append("-- There is nothing to do.\n");
        }
        for (DdlStatement statement : statements) {
            out.append("\n-- ").append(word(statement.danger()));
            if (!statement.transactional()) {
                out.append(", to be committed by itself");
            }
            @Nullable String note = statement.note();
            if (note != null) {
                // A note may hold a name, and a name a line break, behind which a comment would end.
                out.append(": ").append(Legible.line(note));
            }
            out.append('\n');
            String sql = statement.sql();
            if (sql != null) {
                out.append(sql).append(";\n");
            }
        }
        return out.toString();
    }

    /** The class of a statement, in the words of a script. */
    static String word(Danger danger) {
        return danger.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
