-- Views and materialized views, without what an extension owns.
SELECT
    c.oid AS id,
    n.nspname AS schema,
    c.relname AS name,
    c.relkind = 'm' AS materialized,
    pg_catalog.pg_get_userbyid(c.relowner) AS owner,
    ARRAY(
        SELECT o
        FROM (
            SELECT pg_catalog.unnest(c.reloptions)
            UNION ALL
            SELECT 'toast.' || pg_catalog.unnest(toast.reloptions)
        ) all_options (o)
        ORDER BY o COLLATE "C"
    ) AS options,
    pg_catalog.pg_get_viewdef(c.oid, false) AS definition,
    d.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = c.oid
    AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND c.relkind IN ('v', 'm')
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            AND e.objid = c.oid
            AND e.deptype = 'e'
    )
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
