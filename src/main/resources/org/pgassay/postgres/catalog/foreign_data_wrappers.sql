-- Foreign-data wrappers.
SELECT
    'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    NULL AS schema,
    i.type || ' ' || i.identity AS name,
    pg_catalog.concat_ws(' ',
        'HANDLER ' || NULLIF(o.fdwhandler::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
        'VALIDATOR ' || NULLIF(o.fdwvalidator::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
        'OPTIONS (' || (
            SELECT pg_catalog.string_agg(
                pg_catalog.quote_ident(p.option_name) || ' ' || pg_catalog.quote_literal(p.option_value),
                ', ' ORDER BY p.option_name COLLATE "C")
            FROM pg_catalog.pg_options_to_table(o.fdwoptions) p
        ) || ')') AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.fdwowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_foreign_data_wrapper o
CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, o.oid, 0) i
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY i.identity COLLATE "C"
