-- Collations. What only some versions have is read through to_jsonb; an ICU locale was collcollate before 15, and
-- colliculocale before 17. The version of the library is no part of it.
SELECT
    'pg_catalog.pg_collation'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    n.nspname AS schema,
    o.collname AS name,
    pg_catalog.concat(
        '(',
        CASE o.collprovider
            WHEN 'c' THEN pg_catalog.concat(
                'provider = libc, lc_collate = ', pg_catalog.quote_literal(o.collcollate),
                ', lc_ctype = ', pg_catalog.quote_literal(o.collctype))
            ELSE pg_catalog.concat(
                'provider = ', CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'default' END,
                ', locale = ', pg_catalog.quote_literal(COALESCE(
                    pg_catalog.to_jsonb(o) ->> 'colllocale',
                    pg_catalog.to_jsonb(o) ->> 'colliculocale',
                    pg_catalog.to_jsonb(o) ->> 'collcollate')))
        END,
        ', deterministic = ', CASE WHEN o.collisdeterministic THEN 'true' ELSE 'false' END,
        ', rules = ' || pg_catalog.quote_literal(pg_catalog.to_jsonb(o) ->> 'collicurules'),
        ')') AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.collowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_collation o
JOIN pg_catalog.pg_namespace n ON n.oid = o.collnamespace
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_collation'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY n.nspname COLLATE "C", o.collname COLLATE "C"
