-- Columns of tables and views, in their order.
-- A NOT NULL that is still NOT VALID (PostgreSQL 18) does not make a column not null: rows with null may be there.
-- It is read as a constraint, see constraints.sql.
SELECT
    a.attrelid AS relation,
    a.attname AS name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
    cn.nspname AS collation_schema,
    co.collname AS collation_name,
    a.attnotnull AND unproven.oid IS NULL AS not_null,
    pg_catalog.pg_get_expr(ad.adbin, ad.adrelid) AS default_expression,
    a.attidentity AS identity,
    a.attgenerated AS generated,
    a.attnum AS number,
    a.attinhcount > 0 AND NOT a.attislocal AS inherited,
    CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
    a.attcompression AS compression,
    NULLIF(a.attstattarget, -1) AS statistics,
    ARRAY(SELECT o FROM pg_catalog.unnest(a.attoptions) o ORDER BY o COLLATE "C") AS options,
    ARRAY(
        SELECT pg_catalog.quote_ident(o.option_name) || ' ' || pg_catalog.quote_literal(o.option_value)
        FROM pg_catalog.pg_options_to_table(a.attfdwoptions) o
        ORDER BY o.option_name COLLATE "C"
    ) AS foreign_options,
    sequences.options AS identity_options,
    d.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
LEFT JOIN pg_catalog.pg_constraint unproven
    ON unproven.conrelid = a.attrelid
    AND unproven.contype = 'n'
    AND NOT unproven.convalidated
    AND unproven.conkey[1] = a.attnum
LEFT JOIN (
    -- The sequences behind identity columns: what differs from what CREATE SEQUENCE would choose for the type.
    SELECT
        own.refobjid,
        own.refobjsubid,
        NULLIF(pg_catalog.concat_ws(' ',
            'START WITH ' || NULLIF(s.seqstart, CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END),
            'INCREMENT BY ' || NULLIF(s.seqincrement, 1),
            'MINVALUE ' || NULLIF(s.seqmin, CASE WHEN s.seqincrement > 0 THEN 1 ELSE bounds.least END),
            'MAXVALUE ' || NULLIF(s.seqmax, CASE WHEN s.seqincrement > 0 THEN bounds.greatest ELSE -1 END),
            'CACHE ' || NULLIF(s.seqcache, 1),
            CASE WHEN s.seqcycle THEN 'CYCLE' END), '') AS options
    FROM pg_catalog.pg_sequence s
    JOIN (
        VALUES
            ('pg_catalog.int2'::pg_catalog.regtype, -32768::pg_catalog.int8, 32767::pg_catalog.int8),
            ('pg_catalog.int4'::pg_catalog.regtype, -2147483648, 2147483647),
            ('pg_catalog.int8'::pg_catalog.regtype, -9223372036854775808, 9223372036854775807)
    ) bounds (type, least, greatest) ON bounds.type = s.seqtypid
    JOIN pg_catalog.pg_depend own
        ON own.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND own.objid = s.seqrelid
        AND own.objsubid = 0
        AND own.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND own.refobjsubid > 0
        AND own.deptype = 'i'
) sequences ON sequences.refobjid = a.attrelid AND sequences.refobjsubid = a.attnum
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = a.attrelid
    AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objsubid = a.attnum
WHERE n.nspname = ANY ($schemas)
    AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
    AND a.attnum > 0
    AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
