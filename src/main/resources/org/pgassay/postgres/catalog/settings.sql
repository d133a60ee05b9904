-- What changes how PostgreSQL prints names, constants and plans, for this transaction only.
-- With nothing but pg_catalog to search, every other name is printed with its schema; pg_temp last, so that a
-- temporary object cannot hide one of pg_catalog.
-- JIT, parallel workers and the search for another order of joins would cost more than they save on queries of a few
-- milliseconds: most of their time is planning.
SELECT
    pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true),
    pg_catalog.set_config('quote_all_identifiers', 'off', true),
    pg_catalog.set_config('standard_conforming_strings', 'on', true),
    pg_catalog.set_config('DateStyle', 'ISO, YMD', true),
    pg_catalog.set_config('IntervalStyle', 'postgres', true),
    pg_catalog.set_config('TimeZone', 'UTC', true),
    pg_catalog.set_config('bytea_output', 'hex', true),
    pg_catalog.set_config('extra_float_digits', '1', true),
    pg_catalog.set_config('lc_monetary', 'C', true),
    pg_catalog.set_config('jit', 'off', true),
    pg_catalog.set_config('join_collapse_limit', '1', true),
    pg_catalog.set_config('max_parallel_workers_per_gather', '0', true)
