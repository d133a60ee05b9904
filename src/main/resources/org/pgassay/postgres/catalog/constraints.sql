-- Table constraints. Not among them:
--   constraint triggers ('t'), which are triggers;
--   the rows with which a foreign key to a partitioned table also refers to each partition: they repeat a constraint
--   of the same table, and no statement can name them;
--   NOT NULL ('n', PostgreSQL 18), which is a property of the column on every version, unless it is NOT VALID: then it
--   promises what CHECK (column IS NOT NULL) NOT VALID promises on older versions, and is read as such a check.
-- A constraint whose own triggers are disabled (ALTER TABLE … DISABLE TRIGGER ALL) is not enforced, on every version; nor
-- is one where that is so on a partition.
-- Columns that older versions lack are read through to_jsonb, and only where they can matter, for it is slow.
SELECT
    con.conrelid AS relation,
    con.conname AS name,
    CASE con.contype WHEN 'n' THEN 'c' ELSE con.contype END AS type,
    ARRAY(
        SELECT a.attname::pg_catalog.text
        FROM pg_catalog.unnest(con.conkey) WITH ORDINALITY k (attnum, position)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.attnum
        ORDER BY CASE con.contype WHEN 'c' THEN k.attnum ELSE k.position END
    ) AS columns,
    pg_catalog.pg_get_constraintdef(con.oid, false) AS definition,
    con.convalidated AS validated,
    (con.convalidated OR COALESCE((pg_catalog.to_jsonb(con) ->> 'conenforced')::pg_catalog.bool, true))
        -- Looked for once, and not for each constraint: in a schema of thousands of tables that takes minutes.
        AND con.oid NOT IN (
            SELECT t.tgconstraint FROM pg_catalog.pg_trigger t WHERE t.tgenabled IN ('D', 'R')
            UNION ALL
            SELECT part.conparentid
            FROM pg_catalog.pg_trigger t
            JOIN pg_catalog.pg_constraint part ON part.oid = t.tgconstraint
            WHERE t.tgenabled IN ('D', 'R')
        ) AS enforced,
    con.condeferrable AS deferrable,
    con.condeferred AS initially_deferred,
    con.conparentid <> 0 OR (con.coninhcount > 0 AND NOT con.conislocal) AS inherited,
    fn.nspname AS foreign_schema,
    fc.relname AS foreign_table,
    con.confdeltype AS on_delete,
    con.confupdtype AS on_update,
    con.confmatchtype AS match,
    CASE WHEN con.contype = 'f' THEN ARRAY(
        SELECT a.attname::pg_catalog.text
        FROM pg_catalog.unnest(con.confkey) WITH ORDINALITY k (attnum, position)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.attnum
        ORDER BY k.position
    ) END AS foreign_columns,
    CASE WHEN con.contype = 'f' AND con.confdeltype IN ('n', 'd') THEN ARRAY(
        SELECT a.attname::pg_catalog.text
        FROM pg_catalog.jsonb_array_elements_text(
            CASE pg_catalog.jsonb_typeof(pg_catalog.to_jsonb(con) -> 'confdelsetcols')
                WHEN 'array' THEN pg_catalog.to_jsonb(con) -> 'confdelsetcols'
                ELSE '[]'
            END
        ) k (attnum)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.attnum::pg_catalog.int2
        ORDER BY a.attname COLLATE "C"
    ) END AS on_delete_columns,
    d.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_constraint con ON con.conrelid = c.oid
LEFT JOIN pg_catalog.pg_constraint parent ON parent.oid = con.conparentid
LEFT JOIN pg_catalog.pg_class fc ON fc.oid = con.confrelid AND con.contype = 'f'
LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = fc.relnamespace
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = con.oid
    AND d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
    AND (con.contype IN ('p', 'u', 'c', 'f', 'x') OR (con.contype = 'n' AND NOT con.convalidated))
    AND parent.conrelid IS DISTINCT FROM con.conrelid
ORDER BY con.conrelid, con.conname COLLATE "C"
