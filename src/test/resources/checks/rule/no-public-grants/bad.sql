-- The schema as it comes, a column, and a sequence.
-- EXPECT: FAILED rule/no-public-grants public
-- EXPECT: FAILED rule/no-public-grants orders
-- EXPECT: FAILED rule/no-public-grants numbers
create table orders (id bigint primary key, tenant_id uuid not null, note text);
grant select (id) on orders to public;
create sequence numbers;
grant usage on sequence numbers to public;
