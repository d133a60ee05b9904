-- Base types and shell types. The array types that are made with every type depend on it internally.
SELECT
    'pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    n.nspname AS schema,
    i.type || ' ' || i.identity AS name,
    CASE WHEN o.typisdefined THEN pg_catalog.concat(
            '(',
            pg_catalog.concat_ws(', ',
                'INPUT = ' || NULLIF(o.typinput::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
                'OUTPUT = ' || NULLIF(o.typoutput::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
                'RECEIVE = ' || NULLIF(o.typreceive::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
                'SEND = ' || NULLIF(o.typsend::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
                'TYPMOD_IN = ' || NULLIF(o.typmodin::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
                'TYPMOD_OUT = ' || NULLIF(o.typmodout::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
                'ANALYZE = ' || NULLIF(o.typanalyze::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
                'SUBSCRIPT = ' || NULLIF(o.typsubscript::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
                'INTERNALLENGTH = ' || CASE o.typlen WHEN -1 THEN 'VARIABLE' ELSE o.typlen::pg_catalog.text END,
                CASE WHEN o.typbyval THEN 'PASSEDBYVALUE' END,
                'ALIGNMENT = ' || o.typalign::pg_catalog.text,
                'STORAGE = ' || o.typstorage::pg_catalog.text,
                'CATEGORY = ' || pg_catalog.quote_literal(o.typcategory::pg_catalog.text),
                CASE WHEN o.typispreferred THEN 'PREFERRED' END,
                'DEFAULT = ' || pg_catalog.quote_literal(o.typdefault),
                'ELEMENT = ' || pg_catalog.format_type(NULLIF(o.typelem, 0), NULL),
                'DELIMITER = ' || pg_catalog.quote_literal(o.typdelim::pg_catalog.text),
                CASE WHEN o.typcollation <> 0 THEN 'COLLATABLE' END),
            ')')
        ELSE 'SHELL'
    END AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.typowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_type o
JOIN pg_catalog.pg_namespace n ON n.oid = o.typnamespace
CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_type'::pg_catalog.regclass, o.oid, 0) i
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND (o.typtype = 'b' OR (o.typtype = 'p' AND NOT o.typisdefined))
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY n.nspname COLLATE "C", i.identity COLLATE "C"
