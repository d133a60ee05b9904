-- Triggers that a user made. A partition's copies of its parent's triggers are among them, for one can be disabled on
-- a partition alone; PostgreSQL 14 marks these copies as internal, later versions do not.
SELECT
    t.tgrelid AS relation,
    t.tgname AS name,
    pg_catalog.pg_get_triggerdef(t.oid, false) AS definition,
    t.tgenabled AS enabled,
    d.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_trigger t ON t.tgrelid = c.oid
LEFT JOIN pg_catalog.pg_constraint con ON con.oid = t.tgconstraint
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = t.oid
    AND d.classoid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
    AND (NOT t.tgisinternal OR (t.tgparentid <> 0 AND (t.tgconstraint = 0 OR con.contype = 't')))
ORDER BY t.tgrelid, t.tgname COLLATE "C"
