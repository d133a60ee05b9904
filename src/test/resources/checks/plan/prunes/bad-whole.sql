-- EXPECT: FAILED plan/prunes jobs-of-a-day.jobs
create table jobs (
  id         bigint not null,
  kind       text not null,
  created_at timestamptz not null
);
