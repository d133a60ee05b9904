create table payments (id bigint primary key);
alter table payments add column paid boolean not null default false;
create index ix_orders_note on orders (note);
