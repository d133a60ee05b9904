-- The schemas that were asked for and exist. Those of the system are never read, even if they are asked for.
SELECT
    n.nspname AS name
FROM pg_catalog.pg_namespace n
WHERE n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
ORDER BY n.nspname COLLATE "C"
