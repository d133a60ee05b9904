-- What ALTER DEFAULT PRIVILEGES has set, one row a privilege; an entry that leaves none has one row without a role.
SELECT
    pg_catalog.pg_get_userbyid(a.defaclrole) AS maker,
    n.nspname AS schema,
    CASE a.defaclobjtype
        WHEN 'r' THEN 'TABLES'
        WHEN 'S' THEN 'SEQUENCES'
        WHEN 'f' THEN 'FUNCTIONS'
        WHEN 'T' THEN 'TYPES'
        WHEN 'n' THEN 'SCHEMAS'
        WHEN 'L' THEN 'LARGE OBJECTS'
        ELSE a.defaclobjtype::pg_catalog.text
    END AS objects,
    CASE WHEN e.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(e.grantee)::pg_catalog.text END AS role,
    e.privilege_type AS privilege,
    e.is_grantable AS grantable,
    (
        SELECT pg_catalog.count(*)
        FROM pg_catalog.aclexplode(
            pg_catalog.acldefault(
                CASE a.defaclobjtype WHEN 'S' THEN 's'::pg_catalog."char" ELSE a.defaclobjtype END,
                a.defaclrole
            )
        ) w
        WHERE w.grantee = a.defaclrole
    ) AS complete
FROM pg_catalog.pg_default_acl a
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace
LEFT JOIN LATERAL pg_catalog.aclexplode(a.defaclacl) e ON true
ORDER BY pg_catalog.pg_get_userbyid(a.defaclrole) COLLATE "C", n.nspname COLLATE "C" NULLS FIRST, a.defaclobjtype
