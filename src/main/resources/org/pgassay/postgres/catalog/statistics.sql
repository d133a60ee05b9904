-- Extended statistics, from the kinds or ON on. PostgreSQL prints CREATE STATISTICS and the name before it.
SELECT
    'pg_catalog.pg_statistic_ext'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    n.nspname AS schema,
    o.stxname AS name,
    pg_catalog.concat(
        pg_catalog.substr(
            pg_catalog.pg_get_statisticsobjdef(o.oid),
            pg_catalog.length(pg_catalog.concat(
                'CREATE STATISTICS ', pg_catalog.quote_ident(n.nspname), '.', pg_catalog.quote_ident(o.stxname), ' '))
                + 1),
        ' STATISTICS ' || NULLIF(o.stxstattarget, -1)) AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.stxowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_statistic_ext o
JOIN pg_catalog.pg_namespace n ON n.oid = o.stxnamespace
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY n.nspname COLLATE "C", o.stxname COLLATE "C"
