-- Text search dictionaries.
SELECT
    'pg_catalog.pg_ts_dict'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    n.nspname AS schema,
    i.type || ' ' || i.identity AS name,
    pg_catalog.concat(
        '(TEMPLATE = ', pg_catalog.quote_ident(tn.nspname), '.', pg_catalog.quote_ident(t.tmplname),
        ', ' || o.dictinitoption, ')') AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.dictowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_ts_dict o
JOIN pg_catalog.pg_namespace n ON n.oid = o.dictnamespace
CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_ts_dict'::pg_catalog.regclass, o.oid, 0) i
JOIN pg_catalog.pg_ts_template t ON t.oid = o.dicttemplate
JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY n.nspname COLLATE "C", i.identity COLLATE "C"
