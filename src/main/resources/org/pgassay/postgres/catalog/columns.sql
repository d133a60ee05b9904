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
    CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
    CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
    CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics,
    ARRAY(SELECT o.option FROM pg_catalog.unnest(a.attoptions) o (option) ORDER BY o.option COLLATE "C") AS options,
    ARRAY(
        SELECT pg_catalog.quote_ident(o.option_name) || ' ''' || pg_catalog.replace(o.option_value, '''', '''''') || ''''
        FROM pg_catalog.pg_options_to_table(a.attfdwoptions) o
        ORDER BY o.option_name COLLATE "C"
    ) AS foreign_options,
    identity.options AS identity_options,
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
LEFT JOIN LATERAL (
    -- What CREATE SEQUENCE would have to be told, beside the type, to make the identity's sequence.
    SELECT NULLIF(pg_catalog.concat_ws(
        ' ',
        CASE WHEN q.seqincrement <> 1 THEN 'INCREMENT BY ' || q.seqincrement END,
        CASE WHEN q.seqmin <> CASE WHEN q.seqincrement > 0 THEN 1 ELSE b.lowest END THEN 'MINVALUE ' || q.seqmin END,
        CASE WHEN q.seqmax <> CASE WHEN q.seqincrement > 0 THEN b.highest ELSE -1 END THEN 'MAXVALUE ' || q.seqmax END,
        CASE
            WHEN q.seqstart <> CASE WHEN q.seqincrement > 0 THEN q.seqmin ELSE q.seqmax END
                THEN 'START WITH ' || q.seqstart
        END,
        CASE WHEN q.seqcache <> 1 THEN 'CACHE ' || q.seqcache END,
        CASE WHEN q.seqcycle THEN 'CYCLE' END
    ), '') AS options
    FROM pg_catalog.pg_depend dep
    JOIN pg_catalog.pg_sequence q ON q.seqrelid = dep.objid
    CROSS JOIN LATERAL (
        SELECT
            CASE q.seqtypid
                WHEN 21 THEN -32768
                WHEN 23 THEN -2147483648
                ELSE -9223372036854775808
            END AS lowest,
            CASE q.seqtypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647 ELSE 9223372036854775807 END AS highest
    ) b
    WHERE a.attidentity <> ''
        AND dep.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND dep.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND dep.refobjid = a.attrelid
        AND dep.refobjsubid = a.attnum
        AND dep.deptype = 'i'
) identity ON true
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = a.attrelid
    AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objsubid = a.attnum
WHERE n.nspname = ANY ($schemas)
    AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
    AND a.attnum > 0
    AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
