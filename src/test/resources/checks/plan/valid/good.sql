create table jobs (
  id         bigint primary key,
  kind       text not null,
  status     text not null,
  priority   integer not null,
  created_at timestamptz not null
);
