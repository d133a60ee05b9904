-- Row security policies; role 0 is PUBLIC.
SELECT
    p.polrelid AS relation,
    p.polname AS name,
    p.polpermissive AS permissive,
    p.polcmd AS command,
    ARRAY(
        SELECT CASE r.id WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(r.id)::pg_catalog.text END AS role
        FROM pg_catalog.unnest(p.polroles) r (id)
        ORDER BY pg_catalog.pg_get_userbyid(r.id) COLLATE "C"
    ) AS roles,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS using_expression,
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS with_check,
    d.description AS comment
FROM pg_catalog.pg_policy p
JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = p.oid
    AND d.classoid = 'pg_catalog.pg_policy'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
ORDER BY p.polrelid, p.polname COLLATE "C"
