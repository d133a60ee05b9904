-- Foreign servers.
SELECT
    'pg_catalog.pg_foreign_server'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    NULL AS schema,
    o.srvname AS name,
    pg_catalog.concat_ws(' ',
        'TYPE ' || pg_catalog.quote_literal(o.srvtype),
        'VERSION ' || pg_catalog.quote_literal(o.srvversion),
        'FOREIGN DATA WRAPPER ' || pg_catalog.quote_ident(w.fdwname),
        'OPTIONS (' || (
            SELECT pg_catalog.string_agg(
                pg_catalog.quote_ident(p.option_name) || ' ' || pg_catalog.quote_literal(p.option_value),
                ', ' ORDER BY p.option_name COLLATE "C")
            FROM pg_catalog.pg_options_to_table(o.srvoptions) p
        ) || ')') AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.srvowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_foreign_server o
JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = o.srvfdw
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY o.srvname COLLATE "C"
