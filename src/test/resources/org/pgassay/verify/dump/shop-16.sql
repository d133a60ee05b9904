--
-- PostgreSQL database dump
--

\restrict kQ7mZ0aVbT1xYc2Wd3Ee4Ff5Gg6Hh7Ii8Jj9KkLlMmNnOoPpQqRrSsTtUuVvWwX

-- Dumped from database version 16.10 (Debian 16.10-1.pgdg120+1)
-- Dumped by pg_dump version 17.6 (Debian 17.6-1.pgdg120+1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: sales; Type: SCHEMA; Schema: -; Owner: shop_owner
--

CREATE SCHEMA sales;


ALTER SCHEMA sales OWNER TO shop_owner;

--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: mood; Type: TYPE; Schema: sales; Owner: shop_owner
--

CREATE TYPE sales.mood AS ENUM (
    'ok',
    'bad;'
);


ALTER TYPE sales.mood OWNER TO shop_owner;

--
-- Name: touch(); Type: FUNCTION; Schema: sales; Owner: shop_owner
--

CREATE FUNCTION sales.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  -- ALTER TABLE x OWNER TO nobody;
  new.note := new.note || ';';
  return new;
end $$;


ALTER FUNCTION sales.touch() OWNER TO shop_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: orders; Type: TABLE; Schema: sales; Owner: shop_owner
--

CREATE TABLE sales.orders (
    id bigint NOT NULL,
    mood sales.mood DEFAULT 'ok'::sales.mood NOT NULL,
    note text DEFAULT 'none'::text
);


ALTER TABLE sales.orders OWNER TO shop_owner;

--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: sales; Owner: shop_owner
--

ALTER TABLE sales.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME sales.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Data for Name: orders; Type: TABLE DATA; Schema: sales; Owner: shop_owner
--

COPY sales.orders (id, mood, note) FROM stdin;
1	ok	it's -- Dumped from database version 14.1
2	bad;	\\. $$ /* \N
3	ok	\N
\.


--
-- Name: orders_id_seq; Type: SEQUENCE SET; Schema: sales; Owner: shop_owner
--

SELECT pg_catalog.setval('sales.orders_id_seq', 3, true);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: sales; Owner: shop_owner
--

ALTER TABLE ONLY sales.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: ix_note; Type: INDEX; Schema: sales; Owner: shop_owner
--

CREATE INDEX ix_note ON sales.orders USING gin (note public.gin_trgm_ops);


--
-- Name: orders touch; Type: TRIGGER; Schema: sales; Owner: shop_owner
--

CREATE TRIGGER touch BEFORE UPDATE ON sales.orders FOR EACH ROW EXECUTE FUNCTION sales.touch();


--
-- Name: ddl_guard; Type: EVENT TRIGGER; Schema: -; Owner: guardian
--

CREATE FUNCTION sales.guard() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$begin end$$;


CREATE EVENT TRIGGER ddl_guard ON ddl_command_start
   EXECUTE FUNCTION sales.guard();


ALTER EVENT TRIGGER ddl_guard OWNER TO guardian;

--
-- Name: orders seen; Type: POLICY; Schema: sales; Owner: shop_owner
--

CREATE POLICY seen ON sales.orders FOR SELECT TO shop_reader, "Odd Role" USING (true);


--
-- Name: SCHEMA sales; Type: ACL; Schema: -; Owner: shop_owner
--

GRANT USAGE ON SCHEMA sales TO shop_reader;


--
-- Name: TABLE orders; Type: ACL; Schema: sales; Owner: shop_owner
--

GRANT SELECT ON TABLE sales.orders TO shop_reader WITH GRANT OPTION;
SET SESSION AUTHORIZATION shop_reader;
GRANT SELECT ON TABLE sales.orders TO "Odd Role";
RESET SESSION AUTHORIZATION;


--
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: sales; Owner: shop_owner
--

ALTER DEFAULT PRIVILEGES FOR ROLE shop_maker IN SCHEMA sales GRANT SELECT ON TABLES TO shop_reader;


--
-- PostgreSQL database dump complete
--

\unrestrict kQ7mZ0aVbT1xYc2Wd3Ee4Ff5Gg6Hh7Ii8Jj9KkLlMmNnOoPpQqRrSsTtUuVvWwX

