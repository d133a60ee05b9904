package org.pgassay.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that was generated; names and types as SQL.
 *
 * @param kind what ALTER and GRANT call it
 * @param sql its qualified name
 * @param schema its schema
 * @param num a column of type integer
 * @param txt one of type text
 * @param code one of type varchar(20)
 * @param ts one of type timestamptz
 * @param flag one of type boolean
 * @param key the columns of the primary key, and their types
 */
record TableDraft(
        Kind kind,
        String sql,
        String schema,
        String num,
        String txt,
        String code,
        String ts,
        String flag,
        List<String> key,
        List<String> keyTypes,
        List<String> others,
        List<String> otherTypes) {

    enum Kind {
        PLAIN,
        UNLOGGED,
        PARTITIONED
    }

    static TableDraft of(Kind kind, String schema, String name, Draft draft) {
        return new TableDraft(
                kind,
                Draft.quote(schema) + "." + Draft.quote(name),
                schema,
                column(draft, "num"),
                column(draft, "txt"),
                column(draft, "code"),
                column(draft, "ts"),
                column(draft, "flag"),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    static String column(Draft draft, String word) {
        return Draft.quote(draft.columnNames.next(word));
    }

    /** All columns that are known by name. */
    List<String> columns() {
        List<String> all = new ArrayList<>(List.of(num, txt, code, ts, flag));
        all.addAll(others);
        return all;
    }
}
