-- User mappings, with the names of their options only: the values are passwords. The view, and not the table, may be
-- read by everybody; it shows the options to those who may see them.
SELECT
    'pg_catalog.pg_user_mapping'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.umid AS id,
    NULL AS schema,
    i.type || ' ' || i.identity AS name,
    pg_catalog.concat_ws(' ',
        'SERVER ' || pg_catalog.quote_ident(o.srvname),
        'OPTIONS (' || (
            SELECT pg_catalog.string_agg(pg_catalog.quote_ident(p.option_name), ', ' ORDER BY p.option_name COLLATE "C")
            FROM pg_catalog.pg_options_to_table(o.umoptions) p
        ) || ')') AS definition,
    NULL AS enabled,
    NULL AS owner,
    d.description AS comment
FROM pg_catalog.pg_user_mappings o
CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_user_mapping'::pg_catalog.regclass, o.umid, 0) i
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.umid
    AND d.classoid = 'pg_catalog.pg_user_mapping'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.umid >= 16384
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_user_mapping'::pg_catalog.regclass
            AND e.objid = o.umid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY i.identity COLLATE "C"
