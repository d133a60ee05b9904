-- The schemas that were asked for and exist. Those of the system are never read, even if they are asked for.
SELECT
    n.oid AS id,
    n.nspname AS name,
    pg_catalog.pg_get_userbyid(n.nspowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_namespace n
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = n.oid
    AND d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
ORDER BY n.nspname COLLATE "C"
