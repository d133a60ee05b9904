-- The highest priority comes last.
-- EXPECT: FAILED plan/avoids claim-next-job
create table jobs (
  id         bigint primary key,
  kind       text not null,
  status     text not null,
  priority   integer not null,
  created_at timestamptz not null
);
create index ix_jobs_claim on jobs (kind, priority, created_at) where status = 'pending';
