-- Rewrite rules that a user made, _RETURN is what makes a view of a view. The definition comes without what stands before
-- the event, and without the semicolon (character 59) behind it.
SELECT
    r.ev_class AS relation,
    r.rulename AS name,
    pg_catalog.rtrim(
        pg_catalog.btrim(
            pg_catalog.substr(
                pg_catalog.pg_get_ruledef(r.oid),
                pg_catalog.length('CREATE RULE ' || pg_catalog.quote_ident(r.rulename) || ' AS') + 1
            ),
            E' \n'
        ),
        pg_catalog.chr(59)
    ) AS definition,
    r.ev_enabled AS enabled,
    d.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_rewrite r ON r.ev_class = c.oid
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = r.oid
    AND d.classoid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
    AND r.rulename <> '_RETURN'
ORDER BY r.ev_class, r.rulename COLLATE "C"
