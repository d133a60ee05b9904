-- A day's jobs are in every partition.
-- EXPECT: FAILED plan/prunes jobs-of-a-day.jobs
create table jobs (
  id         bigint not null,
  kind       text not null,
  created_at timestamptz not null
) partition by hash (id);
create table jobs_0 partition of jobs for values with (modulus 4, remainder 0);
create table jobs_1 partition of jobs for values with (modulus 4, remainder 1);
create table jobs_2 partition of jobs for values with (modulus 4, remainder 2);
create table jobs_3 partition of jobs for values with (modulus 4, remainder 3);
