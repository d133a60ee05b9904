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
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = a.attrelid
    AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objsubid = a.attnum
WHERE n.nspname = ANY ($schemas)
    AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
    AND a.attnum > 0
    AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
