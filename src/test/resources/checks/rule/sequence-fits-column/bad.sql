-- EXPECT: FAILED rule/sequence-fits-column orders_id_seq
create table orders (id serial primary key, position bigint generated always as identity);
alter table orders alter id type bigint;
