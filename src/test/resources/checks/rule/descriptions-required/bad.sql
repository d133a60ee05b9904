-- EXPECT: FAILED rule/descriptions-required customers.id
create table customers (id bigint primary key, name text not null);
comment on table customers is 'Who buys';
comment on column customers.id is ' ';
comment on column customers.name is 'As they write it';
