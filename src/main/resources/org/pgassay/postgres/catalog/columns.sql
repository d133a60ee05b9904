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
    a.attinhcount > 0 AND NOT a.attislocal AS inherited,
    CASE WHEN c.relkind IN ('r', 'p', 'f', 'm') AND a.attstorage <> t.typstorage THEN
        CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'm' THEN 'MAIN' WHEN 'e' THEN 'EXTERNAL' ELSE 'EXTENDED' END
    END AS storage,
    CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
    NULLIF(a.attstattarget, -1) AS statistics,
    ARRAY(SELECT o FROM pg_catalog.unnest(a.attoptions) o ORDER BY o COLLATE "C") AS options,
    ARRAY(
        SELECT pg_catalog.concat(pg_catalog.quote_ident(o.option_name), ' ', pg_catalog.quote_literal(o.option_value))
        FROM pg_catalog.pg_options_to_table(a.attfdwoptions) o
        ORDER BY o.option_name COLLATE "C"
    ) AS foreign_options,
    identities.options AS identity_options,
    d.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
LEFT JOIN (
    -- The options of the sequence behind an identity column that are not the defaults.
    SELECT
        d.refobjid,
        d.refobjsubid,
        pg_catalog.concat_ws(' ',
            CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END
                THEN 'start with ' || s.seqstart END,
            CASE WHEN s.seqincrement <> 1 THEN 'increment by ' || s.seqincrement END,
            CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1 ELSE limits.least END
                THEN 'minvalue ' || s.seqmin END,
            CASE WHEN s.seqmax <> CASE WHEN s.seqincrement > 0 THEN limits.greatest ELSE -1 END
                THEN 'maxvalue ' || s.seqmax END,
            CASE WHEN s.seqcache <> 1 THEN 'cache ' || s.seqcache END,
            CASE WHEN s.seqcycle THEN 'cycle' END) AS options
    FROM pg_catalog.pg_sequence s
    JOIN pg_catalog.pg_depend d
        ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.objid = s.seqrelid
        AND d.objsubid = 0
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.refobjsubid > 0
        AND d.deptype = 'i'
    CROSS JOIN LATERAL (
        SELECT
            CASE s.seqtypid
                WHEN 21 THEN -32768 WHEN 23 THEN -2147483648 ELSE -9223372036854775808
            END AS least,
            CASE s.seqtypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647 ELSE 9223372036854775807 END AS greatest
    ) limits
) identities ON identities.refobjid = a.attrelid AND identities.refobjsubid = a.attnum
LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
LEFT JOIN pg_catalog.pg_constraint unproven
    ON unproven.conrelid = a.attrelid
    AND unproven.contype = 'n'
    AND NOT unproven.convalidated
    AND unproven.conkey[1] = a.attnum
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = a.attrelid
    AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objsubid = a.attnum
WHERE n.nspname = ANY ($schemas)
    AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
    AND a.attnum > 0
    AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
