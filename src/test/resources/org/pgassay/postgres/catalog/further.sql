-- What a catalog holds beside tables, views, sequences, routines and types, and how these are kept and guarded, in what
-- all of PostgreSQL 14 to 18 understand. The role further_reader must exist.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'The application';
GRANT USAGE ON SCHEMA app TO further_reader;
CREATE SCHEMA elsewhere;

CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE FUNCTION app.audit() RETURNS event_trigger LANGUAGE plpgsql AS 'begin end';
CREATE FUNCTION app.same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE COST 7 AS 'select $1 = $2';
CREATE FUNCTION app.many(IN n int, OUT m int) RETURNS SETOF int LANGUAGE sql ROWS 5 SUPPORT pg_catalog.generate_series_int4_support
    AS 'select generate_series(1, $1)';
REVOKE EXECUTE ON FUNCTION app.same FROM PUBLIC;

CREATE TYPE app.pair AS (id int, note text);
REVOKE USAGE ON TYPE app.pair FROM PUBLIC;
CREATE TABLE app.kept (
    id int GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10 CACHE 5),
    plain int NOT NULL,
    note text,
    doc text
) WITH (fillfactor = 70, toast.autovacuum_enabled = false);
ALTER TABLE app.kept ALTER note SET STORAGE EXTERNAL, ALTER note SET STATISTICS 500, ALTER note SET (n_distinct = -0.5);
ALTER TABLE app.kept ALTER doc SET COMPRESSION pglz;
CREATE UNIQUE INDEX ix_kept ON app.kept (plain);
ALTER TABLE app.kept REPLICA IDENTITY USING INDEX ix_kept, CLUSTER ON ix_kept;
GRANT ALL ON app.kept TO further_reader;
GRANT SELECT, INSERT ON app.kept TO PUBLIC;
GRANT UPDATE (note) ON app.kept TO further_reader WITH GRANT OPTION;
CREATE RULE r_kept AS ON DELETE TO app.kept WHERE old.plain > 0 DO INSTEAD NOTHING;
ALTER TABLE app.kept ENABLE ALWAYS RULE r_kept;
COMMENT ON RULE r_kept ON app.kept IS 'Keeps';
CREATE TABLE app.typed OF app.pair;
CREATE TABLE app.heir (extra int) INHERITS (app.kept);
CREATE TABLE app.locked (id int);
REVOKE ALL ON app.locked FROM CURRENT_USER;
CREATE SEQUENCE app.counter;
GRANT ALL ON SEQUENCE app.counter TO further_reader WITH GRANT OPTION;
CREATE VIEW app.seen AS SELECT k.plain FROM app.kept k JOIN app.typed t ON t.id = k.plain;
GRANT SELECT ON app.seen TO further_reader;
CREATE RULE r_seen AS ON INSERT TO app.seen DO INSTEAD NOTHING;
CREATE TRIGGER t_seen INSTEAD OF UPDATE ON app.seen FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE MATERIALIZED VIEW app.summed WITH (fillfactor = 60, toast.autovacuum_enabled = off) AS
    SELECT k.plain, t.note FROM app.kept k JOIN app.typed t ON t.id = k.plain;
CREATE UNIQUE INDEX ix_summed ON app.summed (plain);
ALTER MATERIALIZED VIEW app.summed CLUSTER ON ix_summed;

ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO further_reader;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT ALL ON SEQUENCES TO further_reader;

CREATE COLLATION app.plain (provider = libc, locale = 'C');
CREATE STATISTICS app.st_kept (ndistinct, dependencies) ON plain, note FROM app.kept;
ALTER STATISTICS app.st_kept SET STATISTICS 50;
CREATE EVENT TRIGGER no_drop ON sql_drop WHEN TAG IN ('DROP VIEW', 'DROP TABLE') EXECUTE FUNCTION app.audit();
ALTER EVENT TRIGGER no_drop ENABLE ALWAYS;
CREATE PUBLICATION news FOR TABLE app.typed, app.kept WITH (publish = 'insert');
CREATE FOREIGN DATA WRAPPER wrapper OPTIONS (debug 'true');
CREATE SERVER remote TYPE 't' VERSION '1' FOREIGN DATA WRAPPER wrapper OPTIONS (port '1', host 'x');
GRANT USAGE ON FOREIGN SERVER remote TO further_reader;
CREATE USER MAPPING FOR further_reader SERVER remote OPTIONS ("user" 'u', password 'very secret');
CREATE FOREIGN TABLE app.far (id int OPTIONS (column_name 'no')) SERVER remote OPTIONS (table_name 'x');
CREATE OPERATOR app.=== (FUNCTION = app.same, LEFTARG = text, RIGHTARG = text, COMMUTATOR = OPERATOR(app.===));
COMMENT ON OPERATOR app.=== (text, text) IS 'Equal';
CREATE OPERATOR FAMILY app.fam USING hash;
CREATE OPERATOR CLASS app.cls FOR TYPE text USING hash FAMILY app.fam AS OPERATOR 1 app.===, FUNCTION 1 hashtext(text);
CREATE CAST (app.pair AS text) WITH INOUT AS ASSIGNMENT;
CREATE CONVERSION app.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TEXT SEARCH DICTIONARY app.dict (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION app.conf (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR asciiword, word WITH app.dict, simple;
CREATE TEXT SEARCH TEMPLATE app.tmpl (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH PARSER app.pars (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE LANGUAGE speech HANDLER plpgsql_call_handler;
CREATE ACCESS METHOD hoard TYPE TABLE HANDLER heap_tableam_handler;
CREATE TRANSFORM FOR app.pair LANGUAGE speech (FROM SQL WITH FUNCTION pg_catalog.textlike_support(internal));
CREATE TYPE app.shell;
