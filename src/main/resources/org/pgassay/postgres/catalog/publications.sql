-- Publications. 14 has no column lists, row filters and schemas: the first are read through to_jsonb, the second from
-- the view that prints them, the third from the dependencies of the rows of a catalog which 14 lacks.
WITH filters AS MATERIALIZED (
    SELECT t.pubname, t.schemaname, t.tablename, pg_catalog.to_jsonb(t) ->> 'rowfilter' AS filter
    FROM pg_catalog.pg_publication_tables t
)
SELECT
    'pg_catalog.pg_publication'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    NULL AS schema,
    o.pubname AS name,
    pg_catalog.concat_ws(' ',
        CASE WHEN o.puballtables THEN 'FOR ALL TABLES' ELSE 'FOR ' || NULLIF(pg_catalog.concat_ws(', ',
            (
                SELECT pg_catalog.string_agg(
                    pg_catalog.concat(
                        'TABLE ', pg_catalog.quote_ident(cn.nspname), '.', pg_catalog.quote_ident(c.relname),
                        ' (' || (
                            SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum)
                            FROM pg_catalog.pg_attribute a
                            WHERE a.attrelid = r.prrelid
                                AND pg_catalog.to_jsonb(r) -> 'prattrs'
                                    @> pg_catalog.to_jsonb(a.attnum)
                        ) || ')',
                        ' WHERE ' || f.filter),
                    ', ' ORDER BY cn.nspname COLLATE "C", c.relname COLLATE "C")
                FROM pg_catalog.pg_publication_rel r
                JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
                JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
                LEFT JOIN filters f
                    ON f.pubname = o.pubname
                    AND f.schemaname = cn.nspname
                    AND f.tablename = c.relname
                WHERE r.prpubid = o.oid
            ),
            (
                SELECT pg_catalog.string_agg(
                    'TABLES IN SCHEMA ' || pg_catalog.quote_ident(sn.nspname), ', ' ORDER BY sn.nspname COLLATE "C")
                FROM pg_catalog.pg_depend p
                JOIN pg_catalog.pg_depend s ON s.classid = p.classid AND s.objid = p.objid
                JOIN pg_catalog.pg_namespace sn ON sn.oid = s.refobjid
                WHERE p.refclassid = 'pg_catalog.pg_publication'::pg_catalog.regclass
                    AND p.refobjid = o.oid
                    AND p.classid = pg_catalog.to_regclass('pg_catalog.pg_publication_namespace')
                    AND s.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            )), '')
        END,
        pg_catalog.concat(
            'WITH (publish = ', pg_catalog.quote_literal(pg_catalog.concat_ws(', ',
                CASE WHEN o.pubinsert THEN 'insert' END,
                CASE WHEN o.pubupdate THEN 'update' END,
                CASE WHEN o.pubdelete THEN 'delete' END,
                CASE WHEN o.pubtruncate THEN 'truncate' END)),
            ', publish_via_partition_root = ', CASE WHEN o.pubviaroot THEN 'true' ELSE 'false' END,
            CASE WHEN pg_catalog.to_jsonb(o) ->> 'pubgencols' <> 'n' THEN ', publish_generated_columns = stored' END,
            ')')) AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.pubowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_publication o
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_publication'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_publication'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY o.pubname COLLATE "C"
