-- Tables, partitioned tables and foreign tables, without what an extension owns. The other queries on parts of tables
-- do not look for extensions: a part whose table is not listed here is left out.
SELECT
    c.oid AS id,
    n.nspname AS schema,
    c.relname AS name,
    c.relkind AS kind,
    pg_catalog.pg_get_userbyid(c.relowner) AS owner,
    c.relpersistence = 'u' AS unlogged,
    c.relrowsecurity AS row_security,
    c.relforcerowsecurity AS row_security_forced,
    c.relispartition AS is_partition,
    CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END AS partition_bound,
    CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
    parents.schemas AS parent_schemas,
    parents.names AS parent_names,
    d.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN (
    SELECT
        i.inhrelid,
        pg_catalog.array_agg(pn.nspname::pg_catalog.text ORDER BY i.inhseqno) AS schemas,
        pg_catalog.array_agg(pc.relname::pg_catalog.text ORDER BY i.inhseqno) AS names
    FROM pg_catalog.pg_inherits i
    JOIN pg_catalog.pg_class pc ON pc.oid = i.inhparent
    JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace
    WHERE pc.relkind IN ('r', 'p', 'f')
    GROUP BY i.inhrelid
) parents ON parents.inhrelid = c.oid
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = c.oid
    AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND c.relkind IN ('r', 'p', 'f')
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            AND e.objid = c.oid
            AND e.deptype = 'e'
    )
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
