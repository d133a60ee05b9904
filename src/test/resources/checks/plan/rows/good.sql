create table jobs (
  id         bigint primary key,
  kind       text not null,
  status     text not null,
  priority   integer not null,
  created_at timestamptz not null
);
create index ix_jobs_kind on jobs (kind, status);
