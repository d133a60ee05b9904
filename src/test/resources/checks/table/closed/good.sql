-- A partition counts as named with its parent.
create table orders (id bigint primary key);
create table events (at timestamptz not null) partition by range (at);
create table events_default partition of events default;
