--
-- PostgreSQL database cluster dump
--

SET default_transaction_read_only = off;

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

--
-- Drop roles
--

DROP ROLE IF EXISTS clerk;


--
-- Roles
--

CREATE ROLE clerk;
ALTER ROLE clerk WITH NOSUPERUSER INHERIT NOCREATEROLE NOCREATEDB LOGIN NOREPLICATION NOBYPASSRLS PASSWORD 'SCRAM-SHA-256$4096:c2FsdA==$a2V5:c2VydmVy';
CREATE ROLE postgres;
ALTER ROLE postgres WITH SUPERUSER INHERIT CREATEROLE CREATEDB LOGIN REPLICATION BYPASSRLS PASSWORD 'SCRAM-SHA-256$4096:c2FsdA==$a2V5:c2VydmVy';

--
-- Role memberships
--

GRANT staff TO clerk GRANTED BY postgres;


--
-- Tablespaces
--

CREATE TABLESPACE fast OWNER postgres LOCATION '/srv/fast';
GRANT CREATE ON TABLESPACE fast TO clerk;


\connect template1

--
-- PostgreSQL database dump
--

-- Dumped from database version 14.19
-- Dumped by pg_dump version 14.19

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);

--
-- PostgreSQL database dump complete
--

--
-- Name: shop; Type: DATABASE; Schema: -; Owner: clerk
--

CREATE DATABASE shop WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE = 'C.UTF-8';


ALTER DATABASE shop OWNER TO clerk;

\connect shop

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);

COMMENT ON DATABASE shop IS 'the shop';

SET default_tablespace = fast;

CREATE TABLE public.items (
    id integer NOT NULL
);


ALTER TABLE public.items OWNER TO clerk;

GRANT CONNECT ON DATABASE shop TO clerk;
ALTER DATABASE shop SET work_mem TO '64MB';

\connect postgres

SET statement_timeout = 0;
SET client_encoding = 'UTF8';

--
-- PostgreSQL database cluster dump complete
--

