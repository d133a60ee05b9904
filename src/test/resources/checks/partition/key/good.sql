create table events (id bigint not null, at date not null) partition by range (at);
