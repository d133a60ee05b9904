-- Another index does as well.
-- EXPECT: FAILED plan/matters claim-next-job.ix_jobs_claim
create table jobs (
  id         bigint primary key,
  kind       text not null,
  status     text not null,
  priority   integer not null,
  created_at timestamptz not null
);
create index ix_jobs_next on jobs (kind, priority desc, created_at) where status = 'pending';
create index ix_jobs_claim on jobs (kind, priority desc, created_at) where status = 'pending';
