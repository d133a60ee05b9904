create table customers (id bigint primary key, name text not null);
create table events (id bigint, at date) partition by range (at);
create table events_rest partition of events default;
