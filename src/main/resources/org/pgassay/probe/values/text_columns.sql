-- Columns that may hold text: all but those of types that are known to hold none. What a type of an extension holds is not
-- known, so it counts. Partitions are read through their parents; an extension's tables are its own.
WITH RECURSIVE bases (id, base) AS (
    SELECT t.oid, t.oid FROM pg_catalog.pg_type t WHERE t.typtype <> 'd'
    UNION ALL
    SELECT d.oid, b.base
    FROM pg_catalog.pg_type d
    JOIN bases b ON b.id = d.typbasetype
    WHERE d.typtype = 'd'
)
SELECT n.nspname AS schema, c.relname AS table_name, a.attname AS column_name
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN bases b ON b.id = a.atttypid
JOIN pg_catalog.pg_type t ON t.oid = b.base
LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
WHERE n.nspname = ANY (?)
  AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition
  AND a.attnum > 0
  AND NOT a.attisdropped
  AND COALESCE(e.typcategory, t.typcategory) NOT IN ('B', 'D', 'E', 'G', 'I', 'N', 'R', 'T', 'V')
  AND COALESCE(e.typname, t.typname) NOT IN ('uuid', 'tsvector', 'pg_lsn', 'tid', 'xid', 'xid8', 'cid')
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend x
      WHERE x.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND x.objid = c.oid AND x.deptype = 'e'
  )
ORDER BY n.nspname, c.relname, a.attnum
