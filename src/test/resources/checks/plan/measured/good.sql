create table jobs (
  id         bigint primary key,
  kind       text not null,
  status     text not null check (status in ('pending', 'done')),
  created_at timestamptz not null
);
create function is_open(status text) returns boolean immutable language sql as $$ select status = 'pending' $$;
