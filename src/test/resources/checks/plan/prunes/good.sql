create table jobs (
  id         bigint not null,
  kind       text not null,
  created_at timestamptz not null
) partition by range (created_at);
create table jobs_2023 partition of jobs for values from ('2023-01-01') to ('2024-01-01');
create table jobs_2024 partition of jobs for values from ('2024-01-01') to ('2025-01-01');
create table jobs_2025 partition of jobs for values from ('2025-01-01') to ('2026-01-01');
create table jobs_2026 partition of jobs for values from ('2026-01-01') to ('2027-01-01');
