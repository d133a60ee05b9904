-- How tables and materialized views are kept; what is the default comes as null.
SELECT
    c.oid AS relation,
    ARRAY(
        SELECT o.option
        FROM (
            SELECT own.option FROM pg_catalog.unnest(c.reloptions) own (option)
            UNION ALL
            SELECT 'toast.' || far.option FROM pg_catalog.unnest(toast.reloptions) far (option)
        ) o
        ORDER BY o.option COLLATE "C"
    ) AS options,
    CASE WHEN am.amname <> 'heap' THEN am.amname END AS access_method,
    s.spcname AS tablespace,
    CASE c.relreplident
        WHEN 'f' THEN 'FULL'
        WHEN 'n' THEN 'NOTHING'
        WHEN 'i' THEN 'USING INDEX ' || pg_catalog.quote_ident((
            SELECT ic.relname
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
            WHERE i.indrelid = c.oid AND i.indisreplident
        ))
    END AS replica_identity,
    (
        SELECT ic.relname
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
        WHERE i.indrelid = c.oid AND i.indisclustered
    ) AS clustered_on,
    CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END AS of_type,
    fs.srvname AS foreign_server,
    ARRAY(
        SELECT pg_catalog.quote_ident(o.option_name) || ' ''' || pg_catalog.replace(o.option_value, '''', '''''') || ''''
        FROM pg_catalog.pg_options_to_table(ft.ftoptions) o
        ORDER BY o.option_name COLLATE "C"
    ) AS foreign_options
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_foreign_table ft ON ft.ftrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_server fs ON fs.oid = ft.ftserver
WHERE n.nspname = ANY ($schemas)
    AND c.relkind IN ('r', 'p', 'f', 'm')
ORDER BY c.oid
