create table events (id bigint not null, at date not null) partition by range (at);
create table events_rest partition of events default;
create table logs (id bigint, at date) partition by range (at);
