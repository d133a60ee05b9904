-- EXPECT: FAILED rule/no-timestamp-in-middle-of-index ix_events_at_kind
create table events (id bigint primary key, kind text not null, at timestamptz not null);
create index ix_events_at_kind on events (at, kind);
