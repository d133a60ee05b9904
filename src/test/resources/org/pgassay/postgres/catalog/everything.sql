-- One of every kind of object that a catalog holds, in what all of PostgreSQL 14 to 18 understand.
-- Up to 14, initdb lets everybody create in this schema.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE EXTENSION citext SCHEMA public;
-- A table that an extension owns, with parts that must not be read.
CREATE TABLE public.owned_by_extension (id serial PRIMARY KEY, name text CHECK (name <> ''));
ALTER EXTENSION citext ADD TABLE public.owned_by_extension;
CREATE SCHEMA "Odd ""schema""";

CREATE TYPE public.status AS ENUM ('pending', 'done');
ALTER TYPE public.status ADD VALUE 'claimed' BEFORE 'done';
CREATE DOMAIN public.percentage AS numeric(5, 2) DEFAULT 0 NOT NULL
    CONSTRAINT upper_bound CHECK (VALUE <= 100) CONSTRAINT lower_bound CHECK (VALUE >= 0);
CREATE TYPE public.address AS (street text, zip varchar(10), "Land" text COLLATE "C");
CREATE TYPE public.price_range AS RANGE (subtype = numeric);

CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;
CREATE FUNCTION public.net(amount numeric, rate numeric DEFAULT 0.25) RETURNS numeric
    IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN amount / (1 + rate);
CREATE FUNCTION public.pairs(n int, OUT a int, OUT b text) RETURNS SETOF record LANGUAGE sql STABLE
    AS 'select i, i::text from generate_series(1, n) i';
CREATE FUNCTION public.listing(VARIADIC ids int[]) RETURNS TABLE (id int, label text) LANGUAGE sql
    AS 'select i, i::text from unnest(ids) i';
CREATE PROCEDURE public.tidy(INOUT done int DEFAULT 0) LANGUAGE plpgsql AS 'begin done := 1; end';
CREATE AGGREGATE public.total(numeric) (SFUNC = numeric_add, STYPE = numeric, INITCOND = '0');

CREATE SEQUENCE public.invoice_number AS int START 1000 INCREMENT 5 MINVALUE 10 MAXVALUE 100000 CACHE 20 CYCLE;

CREATE TABLE public.tenants (id uuid PRIMARY KEY, name text NOT NULL UNIQUE);
COMMENT ON TABLE public.tenants IS 'Who pays';

CREATE TABLE public.tasks (
    id bigint GENERATED ALWAYS AS IDENTITY,
    legacy int,
    tenant_id uuid NOT NULL REFERENCES public.tenants ON DELETE CASCADE ON UPDATE SET NULL,
    number int NOT NULL DEFAULT nextval('public.invoice_number'),
    serial_no serial,
    status public.status NOT NULL DEFAULT 'pending',
    title varchar(20) COLLATE "C" DEFAULT 'it''s
two lines',
    plain text COLLATE "default",
    share public.percentage,
    tags text[] DEFAULT '{}',
    due timestamptz DEFAULT '2026-01-02 03:04:05+02',
    wait interval DEFAULT '1 day 02:00:00',
    amount numeric(12, 2),
    doubled numeric GENERATED ALWAYS AS (amount * 2) STORED,
    email public.citext,
    updated_at timestamptz,
    CONSTRAINT tasks_pkey PRIMARY KEY (id),
    CONSTRAINT uq_number UNIQUE (tenant_id, number) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_status CHECK (title IN ('a', 'b') OR amount > 0),
    CONSTRAINT ex_due EXCLUDE USING gist (tstzrange(due, updated_at) WITH &&) WHERE (amount > 0)
);
ALTER TABLE public.tasks DROP COLUMN legacy;
ALTER TABLE public.tasks ADD CONSTRAINT ck_late CHECK (amount < 1000000) NOT VALID;
COMMENT ON COLUMN public.tasks.title IS 'What to do';
COMMENT ON CONSTRAINT ck_status ON public.tasks IS 'Why not';
CREATE INDEX ix_claim ON public.tasks (tenant_id, amount DESC, due DESC NULLS LAST, title NULLS FIRST)
    INCLUDE (plain, number) WHERE status = 'pending';
CREATE UNIQUE INDEX "ix USING odd" ON public.tasks (lower(title), (amount + 1) DESC) WITH (fillfactor = 70);
CREATE INDEX ix_tags ON public.tasks USING gin (tags);
CREATE INDEX ix_pattern ON public.tasks (title varchar_pattern_ops, plain COLLATE "C" text_pattern_ops);
COMMENT ON INDEX public.ix_claim IS 'The queue';
CREATE TRIGGER trg_touch BEFORE UPDATE OF title ON public.tasks
    FOR EACH ROW WHEN (old.title IS DISTINCT FROM new.title) EXECUTE FUNCTION public.touch();
CREATE CONSTRAINT TRIGGER trg_late AFTER INSERT ON public.tasks DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION public.touch();
ALTER TABLE public.tasks DISABLE TRIGGER trg_late;
COMMENT ON TRIGGER trg_touch ON public.tasks IS 'Keeps updated_at';
ALTER TABLE public.tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.tasks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON public.tasks USING (tenant_id = current_setting('app.tenant_id')::uuid)
    WITH CHECK (amount > 0);
CREATE POLICY late ON public.tasks AS RESTRICTIVE FOR DELETE TO CURRENT_USER USING (due IS NOT NULL);

CREATE TABLE public.nothing ();
CREATE UNLOGGED TABLE public.keyless (a int, b int);
CREATE TABLE public.child (extra text) INHERITS (public.keyless);
ALTER TABLE public.keyless ADD CONSTRAINT ck_inherited CHECK (a > 0);
CREATE TABLE public.on_delete (
    task bigint REFERENCES public.tasks ON DELETE SET DEFAULT,
    twin bigint,
    CONSTRAINT fk_twin FOREIGN KEY (twin) REFERENCES public.tasks (id) MATCH FULL ON DELETE RESTRICT DEFERRABLE
);
ALTER TABLE public.on_delete ADD CONSTRAINT fk_late FOREIGN KEY (twin) REFERENCES public.tasks NOT VALID;

CREATE TABLE public.events (
    id bigint, at date NOT NULL, kind text CHECK (kind <> ''), PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE public.events_2026 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT PARTITION BY LIST (id);
CREATE TABLE public.events_rest_a PARTITION OF public.events_rest FOR VALUES IN (1, 2);
CREATE TABLE public.by_expression (kind text) PARTITION BY LIST (lower(kind));
CREATE INDEX ix_kind ON public.events (kind);
ALTER TABLE public.events ADD FOREIGN KEY (id) REFERENCES public.tasks;
CREATE TRIGGER trg_events AFTER INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION public.touch();
CREATE TABLE public.notes (event bigint, at date, FOREIGN KEY (event, at) REFERENCES public.events);
CREATE TABLE public.part_notes (event bigint, at date, FOREIGN KEY (event, at) REFERENCES public.events)
    PARTITION BY HASH (event);
CREATE TABLE public.part_notes_0 PARTITION OF public.part_notes FOR VALUES WITH (MODULUS 2, REMAINDER 0);

CREATE TABLE "Odd ""schema"""."Tab USING le" (
    "Kol ""onne" int PRIMARY KEY, "ünïcode ☃" text NOT NULL, "select" int, "table" int
);
CREATE INDEX "i USING btree (x)" ON "Odd ""schema"""."Tab USING le" ("select", ("table" + 1));

CREATE EXTENSION postgres_fdw SCHEMA public;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE public.remote (id int NOT NULL CHECK (id > 0)) SERVER elsewhere;

CREATE VIEW public.open_tasks WITH (security_barrier = true) AS
    SELECT t.id, t.title, n.name AS tenant FROM public.tasks t JOIN public.tenants n ON n.id = t.tenant_id
    WHERE t.status = 'pending';
COMMENT ON COLUMN public.open_tasks.tenant IS 'By name';
CREATE TRIGGER trg_view INSTEAD OF INSERT ON public.open_tasks FOR EACH ROW EXECUTE FUNCTION public.touch();
CREATE MATERIALIZED VIEW public.totals AS SELECT n.id AS tenant_id, sum(t.amount) AS amount
    FROM public.tasks t JOIN public.tenants n ON n.id = t.tenant_id GROUP BY n.id;
CREATE UNIQUE INDEX ix_totals ON public.totals (tenant_id);
COMMENT ON FUNCTION public.net(numeric, numeric) IS 'Without VAT';
COMMENT ON TYPE public.status IS 'Of a task';
COMMENT ON SEQUENCE public.invoice_number IS 'Without gaps';
