-- Text search configurations with their mappings, by the names of the parser's tokens.
SELECT
    'pg_catalog.pg_ts_config'::pg_catalog.regclass::pg_catalog.oid AS catalog,
    o.oid AS id,
    n.nspname AS schema,
    i.type || ' ' || i.identity AS name,
    pg_catalog.concat_ws(', ',
        pg_catalog.concat(
            '(PARSER = ', pg_catalog.quote_ident(pn.nspname), '.', pg_catalog.quote_ident(p.prsname), ')'),
        (
            SELECT pg_catalog.string_agg(m.mapping, ', ' ORDER BY m.mapping COLLATE "C")
            FROM (
                SELECT pg_catalog.concat(
                    'MAPPING FOR ', t.alias, ' WITH ',
                    pg_catalog.string_agg(
                        pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(td.dictname),
                        ', ' ORDER BY x.mapseqno)) AS mapping
                FROM pg_catalog.pg_ts_config_map x
                JOIN pg_catalog.ts_token_type(o.cfgparser) t ON t.tokid = x.maptokentype
                JOIN pg_catalog.pg_ts_dict td ON td.oid = x.mapdict
                JOIN pg_catalog.pg_namespace tn ON tn.oid = td.dictnamespace
                WHERE x.mapcfg = o.oid
                GROUP BY t.alias
            ) m
        )) AS definition,
    NULL AS enabled,
    pg_catalog.pg_get_userbyid(o.cfgowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_ts_config o
JOIN pg_catalog.pg_namespace n ON n.oid = o.cfgnamespace
CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_ts_config'::pg_catalog.regclass, o.oid, 0) i
JOIN pg_catalog.pg_ts_parser p ON p.oid = o.cfgparser
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = o.oid
    AND d.classoid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE o.oid >= 16384
    AND n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass
            AND e.objid = o.oid
            AND e.deptype IN ('e', 'i')
    )
ORDER BY n.nspname COLLATE "C", i.identity COLLATE "C"
