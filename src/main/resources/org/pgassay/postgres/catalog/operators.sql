-- Operators.
SELECT
    'pg_catalog.pg_operator'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    n.nspname AS schema,
    i.type || ' ' || i.identity AS name,
    pg_catalog.concat(
        '(',
        pg_catalog.concat_ws(', ',
            'FUNCTION = ' || NULLIF(o.oprcode::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            'LEFTARG = ' || pg_catalog.format_type(NULLIF(o.oprleft, 0), NULL),
            'RIGHTARG = ' || pg_catalog.format_type(NULLIF(o.oprright, 0), NULL),
            'COMMUTATOR = ' || NULLIF(o.oprcom, 0)::pg_catalog.regoperator::pg_catalog.text,
            'NEGATOR = ' || NULLIF(o.oprnegate, 0)::pg_catalog.regoperator::pg_catalog.text,
            'RESTRICT = ' || NULLIF(o.oprrest::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            'JOIN = ' || NULLIF(o.oprjoin::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            CASE WHEN o.oprcanhash THEN 'HASHES' END,
            CASE WHEN o.oprcanmerge THEN 'MERGES' END),
        ')') AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.oprowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_operator o
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, 0) i
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_operator'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY n.nspname COLLATE "C", i.identity COLLATE "C"
