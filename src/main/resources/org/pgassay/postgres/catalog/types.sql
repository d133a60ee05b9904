-- Enums, domains, composite types and ranges, without what an extension owns. Multirange types belong to their ranges;
-- base types have a query of their own.
-- The definitions are in the form that CREATE DOMAIN … AS and CREATE TYPE … AS RANGE (…) take.
WITH parts AS (
    SELECT
        at.oid AS type,
        a.attnum AS place,
        a.attname::pg_catalog.text AS name,
        COALESCE(pg_catalog.col_description(a.attrelid, a.attnum), '') AS comment
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_type at ON at.typrelid = a.attrelid
    JOIN pg_catalog.pg_class ac ON ac.oid = a.attrelid AND ac.relkind = 'c'
    WHERE a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    -- Since PostgreSQL 17 the NOT NULL of a domain is a constraint with a name; before it has none.
    SELECT
        k.contypid,
        0,
        k.conname::pg_catalog.text,
        COALESCE(pg_catalog.obj_description(k.oid, 'pg_constraint'), '')
    FROM pg_catalog.pg_constraint k
    WHERE k.contypid <> 0 AND k.contype = 'c'
)
SELECT
    t.oid AS id,
    n.nspname AS schema,
    t.typname AS name,
    t.typtype AS kind,
    pg_catalog.pg_get_userbyid(t.typowner) AS owner,
    ARRAY(
        SELECT e.enumlabel::pg_catalog.text
        FROM pg_catalog.pg_enum e
        WHERE e.enumtypid = t.oid
        ORDER BY e.enumsortorder
    ) AS labels,
    ARRAY(
        SELECT pg_catalog.concat(
            pg_catalog.quote_ident(a.attname), ' ', pg_catalog.format_type(a.atttypid, a.atttypmod),
            ' COLLATE ' || pg_catalog.quote_ident(an.nspname) || '.' || pg_catalog.quote_ident(ac.collname))
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_type at ON at.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_collation ac ON ac.oid = a.attcollation AND a.attcollation <> at.typcollation
        LEFT JOIN pg_catalog.pg_namespace an ON an.oid = ac.collnamespace
        WHERE t.typtype = 'c'
            AND a.attrelid = t.typrelid
            AND a.attnum > 0
            AND NOT a.attisdropped
        ORDER BY a.attnum
    ) AS attributes,
    CASE t.typtype
        WHEN 'd' THEN pg_catalog.concat(
            pg_catalog.format_type(t.typbasetype, t.typtypmod),
            ' COLLATE ' || pg_catalog.quote_ident(dn.nspname) || '.' || pg_catalog.quote_ident(dc.collname),
            ' DEFAULT ' || pg_catalog.pg_get_expr(t.typdefaultbin, 0),
            CASE WHEN t.typnotnull THEN ' NOT NULL' END,
            (
                SELECT pg_catalog.string_agg(
                    pg_catalog.concat(
                        ' CONSTRAINT ', pg_catalog.quote_ident(con.conname), ' ',
                        pg_catalog.pg_get_constraintdef(con.oid, false)),
                    '' ORDER BY con.conname COLLATE "C")
                FROM pg_catalog.pg_constraint con
                WHERE con.contypid = t.oid AND con.contype = 'c'
            ))
        WHEN 'r' THEN pg_catalog.concat_ws(', ',
            'subtype = ' || pg_catalog.format_type(r.rngsubtype, NULL),
            'subtype_opclass = ' || pg_catalog.quote_ident(opn.nspname) || '.' || pg_catalog.quote_ident(op.opcname),
            'collation = ' || pg_catalog.quote_ident(rn.nspname) || '.' || pg_catalog.quote_ident(rc.collname),
            'canonical = ' || cf.name,
            'subtype_diff = ' || df.name,
            'multirange_type_name = ' || pg_catalog.format_type(r.rngmultitypid, NULL))
    END AS definition,
    ARRAY(
        SELECT p.name FROM parts p WHERE p.type = t.oid ORDER BY p.place, p.name COLLATE "C"
    ) AS part_names,
    ARRAY(
        SELECT p.comment FROM parts p WHERE p.type = t.oid ORDER BY p.place, p.name COLLATE "C"
    ) AS part_comments,
    d.description AS comment
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
LEFT JOIN pg_catalog.pg_type base ON base.oid = t.typbasetype AND t.typtype = 'd'
LEFT JOIN pg_catalog.pg_collation dc ON dc.oid = t.typcollation AND t.typcollation <> base.typcollation
LEFT JOIN pg_catalog.pg_namespace dn ON dn.oid = dc.collnamespace
LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
LEFT JOIN pg_catalog.pg_type sub ON sub.oid = r.rngsubtype
LEFT JOIN pg_catalog.pg_opclass op ON op.oid = r.rngsubopc AND NOT op.opcdefault
LEFT JOIN pg_catalog.pg_namespace opn ON opn.oid = op.opcnamespace
LEFT JOIN pg_catalog.pg_collation rc ON rc.oid = r.rngcollation AND r.rngcollation <> sub.typcollation
LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = rc.collnamespace
LEFT JOIN LATERAL (
    SELECT pg_catalog.quote_ident(fn.nspname) || '.' || pg_catalog.quote_ident(f.proname) AS name
    FROM pg_catalog.pg_proc f
    JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
    WHERE f.oid = r.rngcanonical
) cf ON true
LEFT JOIN LATERAL (
    SELECT pg_catalog.quote_ident(fn.nspname) || '.' || pg_catalog.quote_ident(f.proname) AS name
    FROM pg_catalog.pg_proc f
    JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
    WHERE f.oid = r.rngsubdiff
) df ON true
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = t.oid
    AND d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND c.relkind = 'c'))
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE (
                (e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid)
                OR (e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = t.typrelid)
            )
            AND e.deptype = 'e'
    )
ORDER BY n.nspname COLLATE "C", t.typname COLLATE "C"
