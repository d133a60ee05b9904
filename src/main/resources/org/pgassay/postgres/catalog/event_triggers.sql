-- Event triggers.
SELECT
    'pg_catalog.pg_event_trigger'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    NULL AS schema,
    o.evtname AS name,
    pg_catalog.concat(
        'ON ', o.evtevent,
        ' WHEN TAG IN (' || (
            SELECT pg_catalog.string_agg(pg_catalog.quote_literal(tag), ', ' ORDER BY tag COLLATE "C")
            FROM pg_catalog.unnest(o.evttags) tag
        ) || ')',
        ' EXECUTE FUNCTION ', pg_catalog.quote_ident(fn.nspname), '.', pg_catalog.quote_ident(f.proname), '()'
    ) AS definition,
    o.evtenabled AS enabled,
    pg_catalog.pg_get_userbyid(o.evtowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_event_trigger o
JOIN pg_catalog.pg_proc f ON f.oid = o.evtfoid
JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY o.evtname COLLATE "C"
