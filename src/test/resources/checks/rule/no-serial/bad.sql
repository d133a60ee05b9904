-- EXPECT: FAILED rule/no-serial orders.id
create sequence numbers;
create table orders (id bigserial primary key, number bigint not null default nextval('numbers'));
