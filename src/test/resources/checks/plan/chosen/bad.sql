-- Its columns are not those of the predicate, so the planner takes another one.
-- EXPECT: FAILED plan/chosen claim-next-job
-- EXPECT: FAILED plan/matters claim-next-job.ix_jobs_claim
create table jobs (
  id         bigint primary key,
  kind       text not null,
  status     text not null,
  priority   integer not null,
  created_at timestamptz not null
);
create index ix_jobs_claim on jobs (created_at, id);
create index ix_jobs_kind on jobs (kind, status);
