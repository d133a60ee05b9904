-- EXPECT: UNVERIFIED revision/populated orders
-- EXPECT: UNVERIFIED revision/populated orders.legacy
create table orders (id bigint primary key, total numeric(10, 2) not null, legacy text, check (total > 1 and total < 0));
