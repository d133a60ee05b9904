-- The privileges on everything that has some, by the catalog and id of the object, and for columns their number.
-- Where an ACL is null, PostgreSQL's defaults hold: for relations, schemas, servers and wrappers these are the owner's
-- privileges only, so that such objects need not be looked at.
-- A role that holds every privilege which this server knows for the kind of object has one row, ALL; the owner then
-- none; an owner without any has NONE.
WITH kinds AS MATERIALIZED (
    SELECT k.code, pg_catalog.count(*) AS total
    FROM pg_catalog.unnest('{r,s,f,T,n,F,S,l}'::pg_catalog."char"[]) k (code)
    CROSS JOIN LATERAL pg_catalog.aclexplode(pg_catalog.acldefault(k.code, 10)) e
    WHERE e.grantee = 10
    GROUP BY k.code
    UNION ALL
    -- SELECT, INSERT, UPDATE and REFERENCES: a column's owner holds none of its own.
    SELECT 'c', 4
),
schemas AS MATERIALIZED (
    SELECT n.oid, n.nspowner, n.nspacl
    FROM pg_catalog.pg_namespace n
    WHERE n.nspname = ANY ($schemas)
        AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
        AND n.nspname <> 'information_schema'
),
holders AS (
    SELECT
        'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid AS catalog,
        c.oid AS id,
        0 AS part,
        (CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END)::pg_catalog."char" AS kind,
        c.relowner AS owner,
        c.relacl AS acl
    FROM pg_catalog.pg_class c
    JOIN schemas n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
        AND c.relacl IS NOT NULL
    UNION ALL
    SELECT
        'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, a.attrelid, a.attnum, 'c', c.relowner, a.attacl
    FROM pg_catalog.pg_class c
    JOIN schemas n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
    WHERE a.attnum > 0
        AND a.attacl IS NOT NULL
    UNION ALL
    SELECT
        'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid, p.oid, 0, 'f', p.proowner,
        COALESCE(p.proacl, pg_catalog.acldefault('f', p.proowner))
    FROM pg_catalog.pg_proc p
    JOIN schemas n ON n.oid = p.pronamespace
    UNION ALL
    SELECT
        'pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid, t.oid, 0, 'T', t.typowner,
        COALESCE(t.typacl, pg_catalog.acldefault('T', t.typowner))
    FROM pg_catalog.pg_type t
    JOIN schemas n ON n.oid = t.typnamespace
    LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
    WHERE t.typcategory <> 'A'
        AND (t.typtype <> 'c' OR c.relkind = 'c')
    UNION ALL
    SELECT
        'pg_catalog.pg_namespace'::pg_catalog.regclass::pg_catalog.oid, n.oid, 0, 'n', n.nspowner, n.nspacl
    FROM schemas n
    WHERE n.nspacl IS NOT NULL
    UNION ALL
    SELECT
        'pg_catalog.pg_foreign_server'::pg_catalog.regclass::pg_catalog.oid, s.oid, 0, 'S', s.srvowner, s.srvacl
    FROM pg_catalog.pg_foreign_server s
    WHERE s.srvacl IS NOT NULL
    UNION ALL
    SELECT
        'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass::pg_catalog.oid, w.oid, 0, 'F', w.fdwowner, w.fdwacl
    FROM pg_catalog.pg_foreign_data_wrapper w
    WHERE w.fdwacl IS NOT NULL
    UNION ALL
    SELECT
        'pg_catalog.pg_language'::pg_catalog.regclass::pg_catalog.oid, l.oid, 0, 'l', l.lanowner,
        COALESCE(l.lanacl, pg_catalog.acldefault('l', l.lanowner))
    FROM pg_catalog.pg_language l
    WHERE l.oid >= 16384
),
-- More than one role may have granted the same.
held AS MATERIALIZED (
    SELECT
        h.catalog, h.id, h.part, h.kind, h.owner, e.grantee, e.privilege_type,
        pg_catalog.bool_or(e.is_grantable) AS grantable
    FROM holders h
    CROSS JOIN LATERAL pg_catalog.aclexplode(h.acl) e
    GROUP BY h.catalog, h.id, h.part, h.kind, h.owner, e.grantee, e.privilege_type
),
roles AS (
    SELECT
        h.catalog, h.id, h.part, h.kind, h.owner, h.grantee, k.total,
        pg_catalog.count(*) AS privileges,
        pg_catalog.bool_or(h.grantable) AS some_grantable,
        pg_catalog.bool_and(h.grantable) AS all_grantable
    FROM held h
    JOIN kinds k ON k.code = h.kind
    GROUP BY h.catalog, h.id, h.part, h.kind, h.owner, h.grantee, k.total
)
SELECT
    r.catalog,
    r.id,
    r.part,
    r.grantee = 0 AS public,
    pg_catalog.pg_get_userbyid(r.grantee) AS role,
    'ALL' AS privilege,
    r.all_grantable AS grantable
FROM roles r
WHERE r.privileges = r.total
    AND r.some_grantable = r.all_grantable
    AND (r.grantee <> r.owner OR r.kind = 'c')
UNION ALL
SELECT
    h.catalog, h.id, h.part, h.grantee = 0, pg_catalog.pg_get_userbyid(h.grantee), h.privilege_type, h.grantable
FROM held h
JOIN roles r ON r.catalog = h.catalog AND r.id = h.id AND r.part = h.part AND r.grantee = h.grantee
WHERE r.privileges < r.total
    OR (r.some_grantable <> r.all_grantable AND (r.grantee <> r.owner OR r.kind = 'c'))
UNION ALL
SELECT h.catalog, h.id, h.part, false, pg_catalog.pg_get_userbyid(h.owner), 'NONE', false
FROM holders h
WHERE h.kind <> 'c'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.aclexplode(h.acl) e
        WHERE e.grantee = h.owner
    )
ORDER BY catalog, id, part
