-- The database's further schemas, without those of the system and those that an extension made.
SELECT
    n.nspname AS name
FROM pg_catalog.pg_namespace n
WHERE n.nspname <> ALL ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            AND e.objid = n.oid
            AND e.deptype = 'e'
    )
ORDER BY n.nspname COLLATE "C"
