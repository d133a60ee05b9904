create table drafts (id bigint primary key);
insert into drafts values (1);
drop table drafts;
drop index ix_orders_state;
