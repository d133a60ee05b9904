-- Text search templates.
SELECT
    'pg_catalog.pg_ts_template'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    n.nspname AS schema,
    i.type || ' ' || i.identity AS name,
    pg_catalog.concat(
        '(',
        pg_catalog.concat_ws(', ',
            'INIT = ' || NULLIF(o.tmplinit::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            'LEXIZE = ' || NULLIF(o.tmpllexize::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text),
        ')') AS definition,
    NULL AS enabled,
    NULL AS owner,
    d.description AS comment
FROM pg_catalog.pg_ts_template o
JOIN pg_catalog.pg_namespace n ON n.oid = o.tmplnamespace
CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_ts_template'::pg_catalog.regclass, o.oid, 0) i
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_ts_template'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_ts_template'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY n.nspname COLLATE "C", i.identity COLLATE "C"
