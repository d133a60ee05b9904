-- EXPECT: FAILED plan/valid claim-next-job
create table jobs (
  id         bigint primary key,
  kind       text not null,
  status     text not null,
  created_at timestamptz not null
);
