-- Functions, procedures, aggregates and window functions, without what an extension owns.
-- The body of an aggregate is its row of pg_aggregate; that of a function in C is its library and symbol.
SELECT
    p.oid AS id,
    n.nspname AS schema,
    p.proname AS name,
    pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments,
    ARRAY(
        SELECT pg_catalog.format_type(a.type, NULL)
        FROM pg_catalog.unnest(p.proargtypes) WITH ORDINALITY a (type, position)
        ORDER BY a.position
    ) AS argument_types,
    pg_catalog.pg_get_function_arguments(p.oid) AS declared_arguments,
    p.prokind AS kind,
    pg_catalog.pg_get_function_result(p.oid) AS result,
    l.lanname AS language,
    p.provolatile AS volatility,
    p.prosecdef AS security_definer,
    p.proisstrict AS strict,
    p.proleakproof AS leakproof,
    p.proparallel AS parallel,
    NULLIF(p.procost, CASE WHEN l.lanname IN ('internal', 'c') THEN 1 ELSE 100 END)::pg_catalog.text AS cost,
    CASE WHEN p.proretset THEN NULLIF(p.prorows, 1000)::pg_catalog.text END AS rows,
    pg_catalog.quote_ident(sn.nspname) || '.' || pg_catalog.quote_ident(sp.proname) AS support,
    ARRAY(SELECT o FROM pg_catalog.unnest(p.proconfig) o ORDER BY o COLLATE "C") AS configuration,
    CASE
        WHEN p.prokind = 'a' THEN pg_catalog.concat_ws(', ',
            'SFUNC = ' || ag.aggtransfn::pg_catalog.oid::pg_catalog.regprocedure::pg_catalog.text,
            'STYPE = ' || pg_catalog.format_type(ag.aggtranstype, NULL),
            'SSPACE = ' || NULLIF(ag.aggtransspace, 0)::pg_catalog.text,
            'FINALFUNC = ' || NULLIF(ag.aggfinalfn::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            CASE WHEN ag.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
            'FINALFUNC_MODIFY = ' || ag.aggfinalmodify::pg_catalog.text,
            'COMBINEFUNC = ' || NULLIF(ag.aggcombinefn::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            'SERIALFUNC = ' || NULLIF(ag.aggserialfn::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            'DESERIALFUNC = ' || NULLIF(ag.aggdeserialfn::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            'INITCOND = ' || pg_catalog.quote_literal(ag.agginitval),
            'MSFUNC = ' || NULLIF(ag.aggmtransfn::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            'MINVFUNC = ' || NULLIF(ag.aggminvtransfn::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            'MSTYPE = ' || pg_catalog.format_type(NULLIF(ag.aggmtranstype, 0), NULL),
            'MSSPACE = ' || NULLIF(ag.aggmtransspace, 0)::pg_catalog.text,
            'MFINALFUNC = ' || NULLIF(ag.aggmfinalfn::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            CASE WHEN ag.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
            'MFINALFUNC_MODIFY = ' || ag.aggmfinalmodify::pg_catalog.text,
            'MINITCOND = ' || pg_catalog.quote_literal(ag.aggminitval),
            'SORTOP = ' || NULLIF(ag.aggsortop, 0)::pg_catalog.regoperator::pg_catalog.text,
            CASE ag.aggkind WHEN 'h' THEN 'HYPOTHETICAL' END)
        WHEN p.prosqlbody IS NOT NULL THEN pg_catalog.pg_get_function_sqlbody(p.oid)
        WHEN p.probin IS NOT NULL THEN pg_catalog.concat(
            pg_catalog.quote_literal(p.probin), ', ', pg_catalog.quote_literal(p.prosrc))
        ELSE p.prosrc
    END AS body,
    pg_catalog.pg_get_userbyid(p.proowner) AS owner,
    d.description AS comment
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_aggregate ag ON ag.aggfnoid = p.oid
LEFT JOIN pg_catalog.pg_proc sp ON sp.oid = p.prosupport
LEFT JOIN pg_catalog.pg_namespace sn ON sn.oid = sp.pronamespace
LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = p.oid
    AND d.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    AND d.objsubid = 0
WHERE n.nspname = ANY ($schemas)
    AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
    AND n.nspname <> 'information_schema'
    -- Constructors of range types are made with the type; so are those of multiranges.
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            AND e.objid = p.oid
            AND (e.deptype = 'e' OR (e.deptype = 'i' AND e.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass))
    )
ORDER BY n.nspname COLLATE "C", p.proname COLLATE "C",
    pg_catalog.pg_get_function_identity_arguments(p.oid) COLLATE "C"
