-- Operator classes, each with the members that its family has for its type.
SELECT
    'pg_catalog.pg_opclass'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    n.nspname AS schema,
    i.type || ' ' || i.identity AS name,
    pg_catalog.concat_ws(', ',
        pg_catalog.concat(
            CASE WHEN o.opcdefault THEN 'DEFAULT ' END,
            'FOR TYPE ', pg_catalog.format_type(o.opcintype, NULL),
            ' USING ', pg_catalog.quote_ident(am.amname),
            ' FAMILY ', pg_catalog.quote_ident(fn.nspname), '.', pg_catalog.quote_ident(f.opfname)),
        (
            SELECT pg_catalog.string_agg(
                pg_catalog.concat(
                    'OPERATOR ', x.amopstrategy, ' ', x.amopopr::pg_catalog.regoperator::pg_catalog.text,
                    ' FOR ORDER BY ' || pg_catalog.quote_ident(sn.nspname) || '.' || pg_catalog.quote_ident(s.opfname)),
                ', ' ORDER BY x.amopstrategy, x.amopopr::pg_catalog.regoperator::pg_catalog.text COLLATE "C")
            FROM pg_catalog.pg_amop x
            LEFT JOIN pg_catalog.pg_opfamily s ON s.oid = x.amopsortfamily
            LEFT JOIN pg_catalog.pg_namespace sn ON sn.oid = s.opfnamespace
            WHERE x.amopfamily = o.opcfamily
                AND x.amoplefttype = o.opcintype AND x.amoprighttype = o.opcintype
        ),
        (
            SELECT pg_catalog.string_agg(
                pg_catalog.concat(
                    'FUNCTION ', x.amprocnum,
                    ' (', pg_catalog.format_type(x.amproclefttype, NULL),
                    ', ', pg_catalog.format_type(x.amprocrighttype, NULL),
                    ') ', x.amproc::pg_catalog.oid::pg_catalog.regprocedure::pg_catalog.text),
                ', ' ORDER BY x.amprocnum, pg_catalog.format_type(x.amproclefttype, NULL) COLLATE "C",
                    pg_catalog.format_type(x.amprocrighttype, NULL) COLLATE "C")
            FROM pg_catalog.pg_amproc x
            WHERE x.amprocfamily = o.opcfamily
                AND x.amproclefttype = o.opcintype AND x.amprocrighttype = o.opcintype
        ),
        'STORAGE ' || pg_catalog.format_type(NULLIF(o.opckeytype, 0), NULL)) AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.opcowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_opclass o
JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_opclass'::pg_catalog.regclass, o.oid, 0) i
JOIN pg_catalog.pg_am am ON am.oid = o.opcmethod
JOIN pg_catalog.pg_opfamily f ON f.oid = o.opcfamily
JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_opclass'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_opclass'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY n.nspname COLLATE "C", i.identity COLLATE "C"
