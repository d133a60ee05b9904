-- All schemas but those of the system and of extensions; 'asked' are those that were asked for.
SELECT
    n.nspname AS name,
    n.nspname = ANY ($schemas) AS asked,
    pg_catalog.pg_get_userbyid(n.nspowner) AS owner,
    pg_catalog.obj_description(n.oid, 'pg_namespace') AS comment
FROM pg_catalog.pg_namespace n
WHERE NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            AND e.objid = n.oid
            AND e.deptype = 'e'
    )
ORDER BY n.nspname COLLATE "C"
