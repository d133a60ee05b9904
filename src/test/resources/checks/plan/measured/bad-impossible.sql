-- No job can be done, so that the stated values cannot be.
-- EXPECT: UNVERIFIED plan/measured open-jobs
create table jobs (
  id         bigint primary key,
  kind       text not null,
  status     text not null constraint jobs_open check (status = 'pending'),
  created_at timestamptz not null
);
create function is_open(status text) returns boolean immutable language sql as $$ select status = 'pending' $$;
