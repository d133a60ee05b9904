-- How tables and materialized views are kept. The storage parameters of a materialized view are read with it.
SELECT
    c.oid AS relation,
    CASE WHEN c.relkind <> 'm' THEN ARRAY(
        SELECT o
        FROM (
            SELECT pg_catalog.unnest(c.reloptions)
            UNION ALL
            SELECT 'toast.' || pg_catalog.unnest(toast.reloptions)
        ) all_options (o)
        ORDER BY o COLLATE "C"
    ) END AS options,
    NULLIF(am.amname, 'heap') AS access_method,
    space.spcname AS tablespace,
    CASE
        -- Foreign tables have 'n', and no choice.
        WHEN c.relkind = 'f' OR c.relreplident = 'd' THEN NULL
        WHEN c.relreplident = 'f' THEN 'FULL'
        -- An identity whose index was dropped is none.
        ELSE COALESCE(
            (
                SELECT 'USING INDEX ' || pg_catalog.quote_ident(ic.relname)
                FROM pg_catalog.pg_index i
                JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
                WHERE i.indrelid = c.oid AND i.indisreplident AND c.relreplident = 'i'
            ),
            'NOTHING')
    END AS replica_identity,
    clustered.name AS clustered_on,
    CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END AS of_type,
    s.srvname AS foreign_server,
    ARRAY(
        SELECT pg_catalog.quote_ident(o.option_name) || ' ' || pg_catalog.quote_literal(o.option_value)
        FROM pg_catalog.pg_options_to_table(ft.ftoptions) o
        ORDER BY o.option_name COLLATE "C"
    ) AS foreign_options
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
LEFT JOIN pg_catalog.pg_tablespace space ON space.oid = c.reltablespace
LEFT JOIN (
    SELECT i.indrelid, ic.relname AS name
    FROM pg_catalog.pg_index i
    JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
    WHERE i.indisclustered
) clustered ON clustered.indrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_table ft ON ft.ftrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_server s ON s.oid = ft.ftserver
WHERE n.nspname = ANY ($schemas)
    AND c.relkind IN ('r', 'p', 'f', 'm')
ORDER BY c.oid
