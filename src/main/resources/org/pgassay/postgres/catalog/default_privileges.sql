-- What ALTER DEFAULT PRIVILEGES has set: for a schema what it adds, for all schemas what holds in the place of
-- PostgreSQL's own defaults. One row a privilege, or one without where all were revoked. ALL and NONE as in grants.sql.
WITH entries AS (
    SELECT
        d.oid AS id,
        d.defaclrole AS maker,
        n.nspname AS schema,
        d.defaclobjtype AS kind,
        d.defaclacl AS acl,
        (
            SELECT pg_catalog.count(*)
            FROM pg_catalog.aclexplode(pg_catalog.acldefault(
                (CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END)::pg_catalog."char", 10)) a
            WHERE a.grantee = 10
        ) AS total
    FROM pg_catalog.pg_default_acl d
    LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
    WHERE d.defaclnamespace = 0 OR n.nspname = ANY ($schemas)
),
held AS MATERIALIZED (
    SELECT h.id, e.grantee, e.privilege_type, pg_catalog.bool_or(e.is_grantable) AS grantable
    FROM entries h
    CROSS JOIN LATERAL pg_catalog.aclexplode(h.acl) e
    GROUP BY h.id, e.grantee, e.privilege_type
),
roles AS (
    SELECT
        h.id, h.grantee,
        pg_catalog.count(*) = n.total AS complete,
        pg_catalog.bool_or(h.grantable) AS some_grantable,
        pg_catalog.bool_and(h.grantable) AS all_grantable
    FROM held h
    JOIN entries n ON n.id = h.id
    GROUP BY h.id, h.grantee, n.total
),
grants AS (
    SELECT r.id, r.grantee, 'ALL' AS privilege, r.all_grantable AS grantable
    FROM roles r
    JOIN entries n ON n.id = r.id
    WHERE r.complete
        AND r.some_grantable = r.all_grantable
        AND r.grantee <> n.maker
    UNION ALL
    SELECT h.id, h.grantee, h.privilege_type, h.grantable
    FROM held h
    JOIN entries n ON n.id = h.id
    JOIN roles r ON r.id = h.id AND r.grantee = h.grantee
    WHERE NOT r.complete
        OR (r.some_grantable <> r.all_grantable AND r.grantee <> n.maker)
    UNION ALL
    SELECT n.id, n.maker, 'NONE', false
    FROM entries n
    WHERE n.schema IS NULL
        AND NOT EXISTS (SELECT 1 FROM held h WHERE h.id = n.id AND h.grantee = n.maker)
)
SELECT
    n.id,
    pg_catalog.pg_get_userbyid(n.maker) AS maker,
    n.schema,
    n.kind,
    g.grantee = 0 AS public,
    CASE WHEN g.id IS NOT NULL THEN pg_catalog.pg_get_userbyid(g.grantee) END AS role,
    g.privilege,
    g.grantable
FROM entries n
LEFT JOIN grants g ON g.id = n.id
ORDER BY pg_catalog.pg_get_userbyid(n.maker) COLLATE "C", n.schema COLLATE "C" NULLS FIRST, n.kind
