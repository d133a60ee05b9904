-- What has no query of its own: collations, statistics, event triggers, publications, foreign servers, and all the rarer
-- kinds, which are named by type and identity as pg_identify_object gives them. Without what extensions own and what
-- every database has from the start. Secrets are left out: of user mappings only the names of the options are read.
SELECT
    o.kind,
    o.schema,
    CASE
        WHEN o.kind <> 'OTHER' OR o.name IS NOT NULL THEN o.name
        ELSE (
            SELECT pg_catalog.concat(i.type, ' ', i.identity)
            FROM pg_catalog.pg_identify_object(o.classid, o.objid, 0) i
        )
    END AS name,
    o.definition,
    o.enabled,
    CASE WHEN o.owner <> 0 THEN pg_catalog.pg_get_userbyid(o.owner) END AS owner,
    d.description AS comment
FROM (
    SELECT
        'COLLATION' AS kind, c.collnamespace AS namespace, n.nspname AS schema, c.collname::pg_catalog.text AS name,
        'pg_catalog.pg_collation'::pg_catalog.regclass::pg_catalog.oid AS classid, c.oid AS objid, c.collowner AS owner,
        NULL AS enabled,
        pg_catalog.concat('(', pg_catalog.concat_ws(', ',
            CASE c.collprovider
                WHEN 'c' THEN 'provider = libc' WHEN 'i' THEN 'provider = icu' WHEN 'b' THEN 'provider = builtin'
                ELSE 'provider = default' END,
            CASE WHEN c.collprovider = 'c'
                THEN 'lc_collate = ' || pg_catalog.quote_literal(pg_catalog.to_jsonb(c) ->> 'collcollate') END,
            CASE WHEN c.collprovider = 'c'
                THEN 'lc_ctype = ' || pg_catalog.quote_literal(pg_catalog.to_jsonb(c) ->> 'collctype') END,
            CASE WHEN c.collprovider <> 'c'
                THEN 'locale = ' || pg_catalog.quote_literal(COALESCE(
                    pg_catalog.to_jsonb(c) ->> 'colllocale', pg_catalog.to_jsonb(c) ->> 'colliculocale',
                    pg_catalog.to_jsonb(c) ->> 'collcollate')) END,
            'rules = ' || pg_catalog.quote_literal(pg_catalog.to_jsonb(c) ->> 'collicurules'),
            CASE WHEN NOT c.collisdeterministic THEN 'deterministic = false' END), ')') AS definition
    FROM pg_catalog.pg_collation c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
    UNION ALL
    SELECT
        'STATISTICS', s.stxnamespace, n.nspname, s.stxname::pg_catalog.text,
        'pg_catalog.pg_statistic_ext'::pg_catalog.regclass::pg_catalog.oid, s.oid, s.stxowner, NULL,
        pg_catalog.substr(
            pg_catalog.pg_get_statisticsobjdef(s.oid),
            pg_catalog.length(pg_catalog.concat(
                'CREATE STATISTICS ', pg_catalog.quote_ident(n.nspname), '.', pg_catalog.quote_ident(s.stxname))) + 2)
    FROM pg_catalog.pg_statistic_ext s
    JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT
        'EVENT_TRIGGER', NULL, NULL, t.evtname::pg_catalog.text,
        'pg_catalog.pg_event_trigger'::pg_catalog.regclass::pg_catalog.oid, t.oid, t.evtowner, t.evtenabled::pg_catalog.text,
        pg_catalog.concat(
            'ON ', t.evtevent,
            ' WHEN TAG IN (' || (
                SELECT pg_catalog.string_agg(pg_catalog.quote_literal(tag), ', ' ORDER BY tag COLLATE "C")
                FROM pg_catalog.unnest(t.evttags) tag
            ) || ')',
            ' EXECUTE FUNCTION ', t.evtfoid::pg_catalog.regproc, '()')
    FROM pg_catalog.pg_event_trigger t
    UNION ALL
    SELECT
        'PUBLICATION', NULL, NULL, p.pubname::pg_catalog.text,
        'pg_catalog.pg_publication'::pg_catalog.regclass::pg_catalog.oid, p.oid, p.pubowner, NULL,
        pg_catalog.concat_ws(' ',
            CASE WHEN p.puballtables THEN 'FOR ALL TABLES' END,
            'FOR ' || pg_catalog.concat_ws(', ',
                'TABLE ' || (
                    SELECT pg_catalog.string_agg(
                        pg_catalog.concat(
                            r.prrelid::pg_catalog.regclass,
                            (
                                SELECT ' (' || pg_catalog.string_agg(
                                    pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum) || ')'
                                FROM pg_catalog.pg_attribute a
                                WHERE a.attrelid = r.prrelid
                                    AND a.attnum = ANY (
                                        pg_catalog.string_to_array(
                                            (SELECT prattrs::pg_catalog.text FROM pg_catalog.pg_publication_rel own
                                            WHERE own.oid = r.oid), ' ')::pg_catalog.int2[])
                            ),
                            ' WHERE ' || (
                                SELECT pg_catalog.pg_get_expr(prqual, own.prrelid)
                                FROM pg_catalog.pg_publication_rel own
                                WHERE own.oid = r.oid
                            )),
                        ', ' ORDER BY r.prrelid::pg_catalog.regclass::pg_catalog.text COLLATE "C")
                    FROM pg_catalog.pg_publication_rel r
                    -- Versions that know no filters and column lists take them from here.
                    CROSS JOIN (
                        SELECT NULL::pg_catalog.pg_node_tree AS prqual, NULL::pg_catalog.text AS prattrs
                    ) older
                    WHERE r.prpubid = p.oid
                ),
                'TABLES IN SCHEMA ' || (
                    -- The catalog of schemas in publications is new in 15; their dependencies tell of them.
                    SELECT pg_catalog.string_agg(pg_catalog.quote_ident(pn.nspname), ', ' ORDER BY pn.nspname COLLATE "C")
                    FROM pg_catalog.pg_depend dp
                    JOIN pg_catalog.pg_class member ON member.oid = dp.classid
                    JOIN pg_catalog.pg_depend ds
                        ON ds.classid = dp.classid
                        AND ds.objid = dp.objid
                        AND ds.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                    JOIN pg_catalog.pg_namespace pn ON pn.oid = ds.refobjid
                    WHERE member.relname = 'pg_publication_namespace'
                        AND dp.refclassid = 'pg_catalog.pg_publication'::pg_catalog.regclass
                        AND dp.refobjid = p.oid
                )),
            'WITH (' || NULLIF(pg_catalog.concat_ws(', ',
                CASE WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate) THEN
                    pg_catalog.concat('publish = ''', pg_catalog.concat_ws(', ',
                        CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                        CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END), '''') END,
                CASE WHEN p.pubviaroot THEN 'publish_via_partition_root = true' END,
                CASE WHEN pg_catalog.to_jsonb(p) ->> 'pubgencols' = 's'
                    THEN 'publish_generated_columns = stored' END), '') || ')')
    FROM pg_catalog.pg_publication p
    UNION ALL
    SELECT
        'FOREIGN_SERVER', NULL, NULL, s.srvname::pg_catalog.text,
        'pg_catalog.pg_foreign_server'::pg_catalog.regclass::pg_catalog.oid, s.oid, s.srvowner, NULL,
        pg_catalog.concat(
            'TYPE ' || pg_catalog.quote_literal(s.srvtype) || ' ',
            'VERSION ' || pg_catalog.quote_literal(s.srvversion) || ' ',
            'FOREIGN DATA WRAPPER ', pg_catalog.quote_ident(w.fdwname),
            ' OPTIONS (' || (
                SELECT pg_catalog.string_agg(
                    pg_catalog.concat(pg_catalog.quote_ident(x.option_name), ' ', CASE
                        WHEN x.option_name ~* 'password|secret|token|key' THEN '''***'''
                        ELSE pg_catalog.quote_literal(x.option_value) END),
                    ', ' ORDER BY x.option_name COLLATE "C")
                FROM pg_catalog.pg_options_to_table(s.srvoptions) x
            ) || ')')
    FROM pg_catalog.pg_foreign_server s
    JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
    UNION ALL
    SELECT
        'OTHER', NULL, NULL, NULL,
        'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass::pg_catalog.oid, w.oid, w.fdwowner, NULL,
        pg_catalog.concat_ws(' ',
            CASE WHEN w.fdwhandler = 0 THEN 'NO HANDLER' ELSE pg_catalog.concat('HANDLER ', w.fdwhandler::pg_catalog.regproc) END,
            CASE WHEN w.fdwvalidator = 0
                THEN 'NO VALIDATOR' ELSE pg_catalog.concat('VALIDATOR ', w.fdwvalidator::pg_catalog.regproc) END,
            'OPTIONS (' || (
                SELECT pg_catalog.string_agg(
                    pg_catalog.concat(pg_catalog.quote_ident(x.option_name), ' ', pg_catalog.quote_literal(x.option_value)),
                    ', ' ORDER BY x.option_name COLLATE "C")
                FROM pg_catalog.pg_options_to_table(w.fdwoptions) x
            ) || ')')
    FROM pg_catalog.pg_foreign_data_wrapper w
    UNION ALL
    SELECT
        'OTHER', NULL, NULL,
        pg_catalog.concat('user mapping for ', pg_catalog.quote_ident(m.usename), ' on server ', pg_catalog.quote_ident(m.srvname)),
        'pg_catalog.pg_user_mapping'::pg_catalog.regclass::pg_catalog.oid, m.umid, 0, NULL,
        pg_catalog.concat('OPTIONS (', (
            SELECT pg_catalog.string_agg(pg_catalog.split_part(x, '=', 1), ', ' ORDER BY x COLLATE "C")
            FROM pg_catalog.unnest(m.umoptions) x
        ), ')')
    FROM pg_catalog.pg_user_mappings m
    UNION ALL
    SELECT
        'OTHER', x.oprnamespace, n.nspname, NULL,
        'pg_catalog.pg_operator'::pg_catalog.regclass::pg_catalog.oid, x.oid, x.oprowner, NULL,
        pg_catalog.concat_ws(', ',
            'FUNCTION = ' || x.oprcode::pg_catalog.oid::pg_catalog.regproc::pg_catalog.text,
            'LEFTARG = ' || pg_catalog.format_type(NULLIF(x.oprleft, 0), NULL),
            'RIGHTARG = ' || pg_catalog.format_type(NULLIF(x.oprright, 0), NULL),
            'COMMUTATOR = ' || NULLIF(x.oprcom, 0)::pg_catalog.regoperator::pg_catalog.text,
            'NEGATOR = ' || NULLIF(x.oprnegate, 0)::pg_catalog.regoperator::pg_catalog.text,
            'RESTRICT = ' || NULLIF(x.oprrest::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text,
            'JOIN = ' || NULLIF(x.oprjoin::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text,
            CASE WHEN x.oprcanhash THEN 'HASHES' END, CASE WHEN x.oprcanmerge THEN 'MERGES' END)
    FROM pg_catalog.pg_operator x
    JOIN pg_catalog.pg_namespace n ON n.oid = x.oprnamespace
    UNION ALL
    SELECT
        'OTHER', x.opcnamespace, n.nspname, NULL,
        'pg_catalog.pg_opclass'::pg_catalog.regclass::pg_catalog.oid, x.oid, x.opcowner, NULL,
        pg_catalog.concat_ws(' ',
            CASE WHEN x.opcdefault THEN 'DEFAULT' END, 'FOR TYPE', pg_catalog.format_type(x.opcintype, NULL),
            'USING', am.amname, 'FAMILY', pg_catalog.quote_ident(fn.nspname) || '.' || pg_catalog.quote_ident(f.opfname),
            'STORAGE ' || pg_catalog.format_type(NULLIF(x.opckeytype, 0), NULL))
    FROM pg_catalog.pg_opclass x
    JOIN pg_catalog.pg_namespace n ON n.oid = x.opcnamespace
    JOIN pg_catalog.pg_am am ON am.oid = x.opcmethod
    JOIN pg_catalog.pg_opfamily f ON f.oid = x.opcfamily
    JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
    UNION ALL
    SELECT
        'OTHER', x.opfnamespace, n.nspname, NULL,
        'pg_catalog.pg_opfamily'::pg_catalog.regclass::pg_catalog.oid, x.oid, x.opfowner, NULL,
        pg_catalog.concat_ws(', ',
            (
                SELECT pg_catalog.string_agg(
                    pg_catalog.concat('OPERATOR ', ao.amopstrategy, ' ', ao.amopopr::pg_catalog.regoperator,
                        CASE ao.amoppurpose WHEN 'o' THEN ' FOR ORDER BY' END),
                    ', ' ORDER BY ao.amopstrategy, ao.amopopr::pg_catalog.regoperator::pg_catalog.text COLLATE "C")
                FROM pg_catalog.pg_amop ao
                WHERE ao.amopfamily = x.oid
            ),
            (
                SELECT pg_catalog.string_agg(
                    pg_catalog.concat('FUNCTION ', ap.amprocnum, ' (', pg_catalog.format_type(ap.amproclefttype, NULL), ', ',
                        pg_catalog.format_type(ap.amprocrighttype, NULL), ') ', ap.amproc::pg_catalog.oid::pg_catalog.regprocedure),
                    ', ' ORDER BY ap.amprocnum, ap.amproc::pg_catalog.oid::pg_catalog.regprocedure::pg_catalog.text COLLATE "C")
                FROM pg_catalog.pg_amproc ap
                WHERE ap.amprocfamily = x.oid
            ))
    FROM pg_catalog.pg_opfamily x
    JOIN pg_catalog.pg_namespace n ON n.oid = x.opfnamespace
    UNION ALL
    SELECT
        'OTHER', NULL, NULL, NULL,
        'pg_catalog.pg_cast'::pg_catalog.regclass::pg_catalog.oid, x.oid, 0, NULL,
        pg_catalog.concat_ws(' ',
            CASE x.castmethod
                WHEN 'f' THEN pg_catalog.concat('WITH FUNCTION ', x.castfunc::pg_catalog.regprocedure)
                WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END,
            CASE x.castcontext WHEN 'a' THEN 'AS ASSIGNMENT' WHEN 'i' THEN 'AS IMPLICIT' END)
    FROM pg_catalog.pg_cast x
    WHERE NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend i
        WHERE i.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND i.objid = x.oid AND i.deptype = 'i'
    )
    UNION ALL
    SELECT
        'OTHER', x.connamespace, n.nspname, NULL,
        'pg_catalog.pg_conversion'::pg_catalog.regclass::pg_catalog.oid, x.oid, x.conowner, NULL,
        pg_catalog.concat(
            CASE WHEN x.condefault THEN 'DEFAULT ' END,
            'FOR ', pg_catalog.pg_encoding_to_char(x.conforencoding), ' TO ', pg_catalog.pg_encoding_to_char(x.contoencoding),
            ' FROM ', x.conproc::pg_catalog.oid::pg_catalog.regproc)
    FROM pg_catalog.pg_conversion x
    JOIN pg_catalog.pg_namespace n ON n.oid = x.connamespace
    UNION ALL
    SELECT
        'OTHER', x.cfgnamespace, n.nspname, NULL,
        'pg_catalog.pg_ts_config'::pg_catalog.regclass::pg_catalog.oid, x.oid, x.cfgowner, NULL,
        pg_catalog.concat_ws(', ',
            pg_catalog.concat('PARSER = ', pg_catalog.quote_ident(pn.nspname), '.', pg_catalog.quote_ident(p.prsname)),
            (
                SELECT pg_catalog.string_agg(
                    pg_catalog.concat('MAPPING FOR ', k.alias, ' WITH ', m.mapdict::pg_catalog.oid::pg_catalog.regdictionary),
                    ', ' ORDER BY k.alias COLLATE "C", m.mapseqno)
                FROM pg_catalog.pg_ts_config_map m
                JOIN LATERAL pg_catalog.ts_token_type(x.cfgparser) k ON k.tokid = m.maptokentype
                WHERE m.mapcfg = x.oid
            ))
    FROM pg_catalog.pg_ts_config x
    JOIN pg_catalog.pg_namespace n ON n.oid = x.cfgnamespace
    JOIN pg_catalog.pg_ts_parser p ON p.oid = x.cfgparser
    JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
    WHERE x.oid >= 16384
    UNION ALL
    SELECT
        'OTHER', x.dictnamespace, n.nspname, NULL,
        'pg_catalog.pg_ts_dict'::pg_catalog.regclass::pg_catalog.oid, x.oid, x.dictowner, NULL,
        pg_catalog.concat_ws(', ',
            pg_catalog.concat('TEMPLATE = ', pg_catalog.quote_ident(tn.nspname), '.', pg_catalog.quote_ident(t.tmplname)),
            x.dictinitoption)
    FROM pg_catalog.pg_ts_dict x
    JOIN pg_catalog.pg_namespace n ON n.oid = x.dictnamespace
    JOIN pg_catalog.pg_ts_template t ON t.oid = x.dicttemplate
    JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace
    UNION ALL
    SELECT
        'OTHER', x.prsnamespace, n.nspname, NULL,
        'pg_catalog.pg_ts_parser'::pg_catalog.regclass::pg_catalog.oid, x.oid, 0, NULL,
        pg_catalog.concat_ws(', ',
            'START = ' || x.prsstart::pg_catalog.oid::pg_catalog.regproc::pg_catalog.text,
            'GETTOKEN = ' || x.prstoken::pg_catalog.oid::pg_catalog.regproc::pg_catalog.text,
            'END = ' || x.prsend::pg_catalog.oid::pg_catalog.regproc::pg_catalog.text,
            'HEADLINE = ' || NULLIF(x.prsheadline::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text,
            'LEXTYPES = ' || x.prslextype::pg_catalog.oid::pg_catalog.regproc::pg_catalog.text)
    FROM pg_catalog.pg_ts_parser x
    JOIN pg_catalog.pg_namespace n ON n.oid = x.prsnamespace
    UNION ALL
    SELECT
        'OTHER', x.tmplnamespace, n.nspname, NULL,
        'pg_catalog.pg_ts_template'::pg_catalog.regclass::pg_catalog.oid, x.oid, 0, NULL,
        pg_catalog.concat_ws(', ',
            'INIT = ' || NULLIF(x.tmplinit::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text,
            'LEXIZE = ' || x.tmpllexize::pg_catalog.oid::pg_catalog.regproc::pg_catalog.text)
    FROM pg_catalog.pg_ts_template x
    JOIN pg_catalog.pg_namespace n ON n.oid = x.tmplnamespace
    UNION ALL
    SELECT
        'OTHER', NULL, NULL, NULL,
        'pg_catalog.pg_language'::pg_catalog.regclass::pg_catalog.oid, x.oid, x.lanowner, NULL,
        pg_catalog.concat_ws(' ',
            CASE WHEN x.lanpltrusted THEN 'TRUSTED' END,
            'HANDLER ' || NULLIF(x.lanplcallfoid, 0)::pg_catalog.regproc::pg_catalog.text,
            'INLINE ' || NULLIF(x.laninline, 0)::pg_catalog.regproc::pg_catalog.text,
            'VALIDATOR ' || NULLIF(x.lanvalidator, 0)::pg_catalog.regproc::pg_catalog.text)
    FROM pg_catalog.pg_language x
    UNION ALL
    SELECT
        'OTHER', NULL, NULL, NULL,
        'pg_catalog.pg_transform'::pg_catalog.regclass::pg_catalog.oid, x.oid, 0, NULL,
        pg_catalog.concat_ws(', ',
            'FROM SQL ' || NULLIF(x.trffromsql::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text,
            'TO SQL ' || NULLIF(x.trftosql::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text)
    FROM pg_catalog.pg_transform x
    UNION ALL
    SELECT
        'OTHER', NULL, NULL, NULL,
        'pg_catalog.pg_am'::pg_catalog.regclass::pg_catalog.oid, x.oid, 0, NULL,
        pg_catalog.concat(
            'TYPE ', CASE x.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END, ' HANDLER ', x.amhandler::pg_catalog.oid::pg_catalog.regproc)
    FROM pg_catalog.pg_am x
    UNION ALL
    SELECT
        'OTHER', x.typnamespace, n.nspname, NULL,
        'pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid, x.oid, x.typowner, NULL,
        CASE WHEN x.typisdefined THEN pg_catalog.concat_ws(', ',
            'INPUT = ' || x.typinput::pg_catalog.oid::pg_catalog.regproc::pg_catalog.text,
            'OUTPUT = ' || x.typoutput::pg_catalog.oid::pg_catalog.regproc::pg_catalog.text,
            'RECEIVE = ' || NULLIF(x.typreceive::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text,
            'SEND = ' || NULLIF(x.typsend::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text,
            'TYPMOD_IN = ' || NULLIF(x.typmodin::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text,
            'TYPMOD_OUT = ' || NULLIF(x.typmodout::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text,
            'ANALYZE = ' || NULLIF(x.typanalyze::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text,
            'INTERNALLENGTH = ' || x.typlen,
            CASE WHEN x.typbyval THEN 'PASSEDBYVALUE' END,
            pg_catalog.concat('ALIGNMENT = ', x.typalign), pg_catalog.concat('STORAGE = ', x.typstorage),
            pg_catalog.concat('CATEGORY = ', x.typcategory),
            CASE WHEN x.typispreferred THEN 'PREFERRED' END,
            'DEFAULT = ' || pg_catalog.quote_literal(x.typdefault),
            'ELEMENT = ' || pg_catalog.format_type(NULLIF(x.typelem, 0), NULL),
            pg_catalog.concat('DELIMITER = ', x.typdelim),
            CASE WHEN x.typcollation <> 0 THEN 'COLLATABLE' END)
            ELSE 'shell type' END
    FROM pg_catalog.pg_type x
    JOIN pg_catalog.pg_namespace n ON n.oid = x.typnamespace
    WHERE x.oid >= 16384
        AND (x.typtype = 'b' OR (x.typtype = 'p' AND NOT x.typisdefined))
        AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type element WHERE element.typarray = x.oid)
    UNION ALL
    SELECT
        'OTHER', NULL, NULL, NULL,
        'pg_catalog.pg_subscription'::pg_catalog.regclass::pg_catalog.oid, x.oid, x.subowner, NULL,
        pg_catalog.concat(
            'PUBLICATION ', pg_catalog.array_to_string(x.subpublications, ', '), CASE WHEN NOT x.subenabled THEN ' DISABLED' END)
    FROM pg_catalog.pg_subscription x
    WHERE x.subdbid = (SELECT db.oid FROM pg_catalog.pg_database db WHERE db.datname = pg_catalog.current_database())
) o
LEFT JOIN (
    SELECT e.classid, e.objid FROM pg_catalog.pg_depend e WHERE e.deptype = 'e'
) extension ON extension.classid = o.classid AND extension.objid = o.objid
LEFT JOIN pg_catalog.pg_description d ON d.classoid = o.classid AND d.objoid = o.objid AND d.objsubid = 0
WHERE extension.objid IS NULL
    AND o.objid >= 16384
    AND (o.schema IS NULL OR o.schema = ANY ($schemas))
ORDER BY 1, 2 NULLS FIRST, 3
