-- Indexes of tables and materialized views. PostgreSQL prints CREATE INDEX … USING before the part that is wanted;
-- "prefix" is that text, so that it can be cut off by its length: names may contain ' USING ' themselves.
SELECT
    i.indrelid AS relation,
    i.indexrelid AS id,
    ic.relname AS name,
    am.amname AS method,
    i.indisunique AS is_unique,
    i.indisunique
        AND COALESCE((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::pg_catalog.bool, false) AS nulls_not_distinct,
    con.conname AS constraint_name,
    i.indisvalid AS valid,
    CASE WHEN i.indpred IS NOT NULL THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END AS predicate,
    pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,
    pg_catalog.concat(
        'CREATE ', CASE WHEN i.indisunique THEN 'UNIQUE ' END, 'INDEX ', pg_catalog.quote_ident(ic.relname),
        ' ON ', CASE WHEN ic.relkind = 'I' THEN 'ONLY ' END,
        pg_catalog.quote_ident(n.nspname), '.', pg_catalog.quote_ident(c.relname), ' USING '
    ) AS prefix,
    ARRAY(
        SELECT pg_catalog.concat(a.attnum, '=', a.attstattarget)
        FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = i.indexrelid
            AND a.attstattarget >= 0
        ORDER BY a.attnum
    ) AS statistics,
    d.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
JOIN pg_catalog.pg_am am ON am.oid = ic.relam
LEFT JOIN pg_catalog.pg_constraint con
    ON con.conrelid = i.indrelid
    AND con.conindid = i.indexrelid
    AND con.contype IN ('p', 'u', 'x')
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = i.indexrelid
    AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
    AND c.relkind IN ('r', 'p', 'm')
ORDER BY i.indrelid, ic.relname COLLATE "C"
