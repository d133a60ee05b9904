-- The planner cannot look into the function, and takes a third of all rows to be open.
-- EXPECT: FAILED plan/measured open-jobs
create table jobs (
  id         bigint primary key,
  kind       text not null,
  status     text not null check (status in ('pending', 'done')),
  created_at timestamptz not null
);
create function is_open(status text) returns boolean immutable language plpgsql as $$ begin return status = 'pending'; end $$;
