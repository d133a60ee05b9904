-- Sequences, without what an extension owns. The sequence behind an identity column depends on it internally ('i'),
-- one that is merely OWNED BY a column automatically ('a').
SELECT
    c.oid AS id,
    n.nspname AS schema,
    c.relname AS name,
    pg_catalog.pg_get_userbyid(c.relowner) AS owner,
    pg_catalog.format_type(s.seqtypid, NULL) AS type,
    s.seqstart AS start,
    s.seqincrement AS increment,
    s.seqmin AS minimum,
    s.seqmax AS maximum,
    s.seqcache AS cache,
    s.seqcycle AS cycle,
    own.deptype IS NOT DISTINCT FROM 'i' AS identity,
    -- Since PostgreSQL 15 the sequences of an unlogged table's columns are unlogged along with it.
    c.relpersistence = 'u' AND t.relpersistence IS DISTINCT FROM 'u' AS unlogged,
    tn.nspname AS owning_schema,
    t.relname AS owning_table,
    a.attname AS owning_column,
    pg_catalog.format_type(a.atttypid, NULL) AS owner_type,
    d.description AS comment
FROM pg_catalog.pg_sequence s
JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_depend own
    ON own.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND own.objid = c.oid
    AND own.objsubid = 0
    AND own.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND own.refobjsubid > 0
    AND own.deptype IN ('a', 'i')
LEFT JOIN pg_catalog.pg_class t ON t.oid = own.refobjid
LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = own.refobjid AND a.attnum = own.refobjsubid
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = c.oid
    AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            AND e.objid IN (c.oid, own.refobjid)
            AND e.deptype = 'e'
    )
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
