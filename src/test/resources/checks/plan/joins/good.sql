create table jobs (
  id         bigint primary key,
  kind       text not null,
  status     text not null,
  priority   integer not null,
  created_at timestamptz not null
);
create table attempts (
  id     bigint primary key,
  job_id bigint not null references jobs,
  error  text
);
create index ix_attempts_job on attempts (job_id);
