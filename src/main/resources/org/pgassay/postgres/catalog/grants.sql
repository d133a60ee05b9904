-- The privileges on relations, their columns, routines, types and schemas. Where none were ever granted or revoked, only
-- routines and types have rows: PostgreSQL itself grants on those to PUBLIC. An object without any privilege has one row
-- without a role, which tells that its owner has none; a column without any has no row.
-- 'complete' is the number of privileges that this version has for that kind of object, counted at the owner of a new one.
SELECT
    o.kind,
    o.schema,
    o.name,
    o.column_name,
    pg_catalog.pg_get_userbyid(o.owner) AS owner,
    CASE WHEN e.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(e.grantee)::pg_catalog.text END AS role,
    e.privilege_type AS privilege,
    e.is_grantable AS grantable,
    CASE o.acl_kind
        WHEN 'c' THEN 4
        WHEN 'r' THEN (SELECT pg_catalog.count(*) FROM pg_catalog.aclexplode(pg_catalog.acldefault('r', 10)))
        WHEN 's' THEN (SELECT pg_catalog.count(*) FROM pg_catalog.aclexplode(pg_catalog.acldefault('s', 10)))
        WHEN 'n' THEN (SELECT pg_catalog.count(*) FROM pg_catalog.aclexplode(pg_catalog.acldefault('n', 10)))
        ELSE 1
    END AS complete
FROM (
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
        AND c.relacl IS NOT NULL
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
        COALESCE(p.proacl, pg_catalog.acldefault('f', p.proowner))
    FROM pg_catalog.pg_proc p
    JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    UNION ALL
    SELECT
        'T',
        n.nspname,
        t.typname::pg_catalog.text,
        NULL,
        'T',
        t.typowner,
        COALESCE(t.typacl, pg_catalog.acldefault('T', t.typowner))
    FROM pg_catalog.pg_type t
    JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
    WHERE t.typtype IN ('e', 'd', 'r')
        OR (t.typtype = 'c' AND c.relkind = 'c')
    UNION ALL
    SELECT 'n', n.nspname, n.nspname::pg_catalog.text, NULL, 'n', n.nspowner, n.nspacl
    FROM pg_catalog.pg_namespace n
    WHERE n.nspacl IS NOT NULL
) o
LEFT JOIN LATERAL pg_catalog.aclexplode(o.acl) e ON true
WHERE o.schema = ANY ($schemas)
    AND NOT pg_catalog.starts_with(o.schema, 'pg_')
    AND o.schema <> 'information_schema'
    AND (e.grantee IS NOT NULL OR o.kind <> 'c')
ORDER BY o.kind, o.schema COLLATE "C", o.name COLLATE "C", o.column_name COLLATE "C"
