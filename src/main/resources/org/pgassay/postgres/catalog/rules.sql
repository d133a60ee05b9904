-- Rewrite rules that a user made, of tables and views: not the one that makes a view of a view.
SELECT
    r.ev_class AS relation,
    r.rulename AS name,
    pg_catalog.pg_get_ruledef(r.oid, false) AS definition,
    pg_catalog.concat('CREATE RULE ', pg_catalog.quote_ident(r.rulename), ' AS') AS prefix,
    r.ev_enabled AS enabled,
    pg_catalog.obj_description(r.oid, 'pg_rewrite') AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_rewrite r ON r.ev_class = c.oid
WHERE n.nspname = ANY ($schemas)
    AND NOT (c.relkind IN ('v', 'm') AND r.rulename = '_RETURN')
ORDER BY r.ev_class, r.rulename COLLATE "C"
