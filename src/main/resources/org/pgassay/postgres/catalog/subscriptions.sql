-- Subscriptions of this database. Only what everybody may read: never the connection string, which may hold a password.
SELECT
    'pg_catalog.pg_subscription'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    NULL AS schema,
    i.type || ' ' || i.identity AS name,
    pg_catalog.concat(
        'PUBLICATION ', (
            SELECT pg_catalog.string_agg(pg_catalog.quote_ident(p), ', ' ORDER BY p COLLATE "C")
            FROM pg_catalog.unnest(o.subpublications) p
        ),
        ' WITH (enabled = ', CASE WHEN o.subenabled THEN 'true' ELSE 'false' END, ')') AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.subowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_subscription o
CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_subscription'::pg_catalog.regclass, o.oid, 0) i
JOIN pg_catalog.pg_database db ON db.oid = o.subdbid AND db.datname = pg_catalog.current_database()
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_subscription'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_subscription'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY i.identity COLLATE "C"
