-- The privileges on relations, their columns, routines, types and schemas; where none were ever granted, those that
-- PostgreSQL itself gives. An object without any privilege has one row without a role, which tells that its owner has
-- none; a column without any has no row. 'complete' is the number of privileges that there are for that kind of object.
WITH objects AS (
    SELECT
        'r' AS kind,
        n.nspname AS schema,
        c.relname::pg_catalog.text AS name,
        NULL::pg_catalog.name AS column_name,
        CASE WHEN c.relkind = 'S' THEN 's' ELSE 'r' END AS acl_kind,
        c.relowner AS owner,
        c.relacl AS acl
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
    UNION ALL
    SELECT 'c', n.nspname, c.relname::pg_catalog.text, a.attname, 'c', c.relowner, a.attacl
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
    WHERE a.attacl IS NOT NULL
        AND a.attnum > 0
        AND NOT a.attisdropped
    UNION ALL
    SELECT
        'f',
        n.nspname,
        p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
        NULL,
        'f',
        p.proowner,
        p.proacl
    FROM pg_catalog.pg_proc p
    JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    UNION ALL
    SELECT 'T', n.nspname, t.typname::pg_catalog.text, NULL, 'T', t.typowner, t.typacl
    FROM pg_catalog.pg_type t
    JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    UNION ALL
    SELECT 'n', n.nspname, n.nspname::pg_catalog.text, NULL, 'n', n.nspowner, n.nspacl
    FROM pg_catalog.pg_namespace n
)
SELECT
    o.kind,
    o.schema,
    o.name,
    o.column_name,
    pg_catalog.pg_get_userbyid(o.owner) AS owner,
    CASE WHEN e.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(e.grantee)::pg_catalog.text END AS role,
    e.privilege_type AS privilege,
    e.is_grantable AS grantable,
    CASE
        WHEN o.kind = 'c' THEN 4
        ELSE (
            SELECT pg_catalog.count(*)
            FROM pg_catalog.aclexplode(pg_catalog.acldefault(o.acl_kind::pg_catalog."char", o.owner)) w
            WHERE w.grantee = o.owner
        )
    END AS complete
FROM objects o
LEFT JOIN LATERAL pg_catalog.aclexplode(
    COALESCE(o.acl, pg_catalog.acldefault(o.acl_kind::pg_catalog."char", o.owner))
) e ON true
WHERE o.schema = ANY ($schemas)
    AND NOT pg_catalog.starts_with(o.schema, 'pg_')
    AND o.schema <> 'information_schema'
    AND (e.grantee IS NOT NULL OR o.kind <> 'c')
