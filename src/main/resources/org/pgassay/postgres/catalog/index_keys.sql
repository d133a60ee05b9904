-- The columns of each index in their order; a key that is an expression has no column name. indoption has one number a
-- key: 1 for DESC, 2 for NULLS FIRST.
SELECT
    i.indexrelid AS index,
    k.position > i.indnkeyatts AS included,
    a.attname AS column_name,
    CASE WHEN k.attnum = 0
        THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.position::pg_catalog.int4, false)
    END AS expression,
    COALESCE(i.indoption[k.position - 1] & 1 <> 0, false) AS descending,
    COALESCE(i.indoption[k.position - 1] & 2 <> 0, false) AS nulls_first
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY k (attnum, position)
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum <> 0
WHERE n.nspname = ANY ($schemas)
    AND c.relkind IN ('r', 'p', 'm')
ORDER BY i.indexrelid, k.position
