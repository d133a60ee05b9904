create table events (id bigint primary key, kind text not null, at timestamptz not null);
create index ix_events_kind_at on events (kind, at);
