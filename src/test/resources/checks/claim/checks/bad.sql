-- EXPECT: FAILED behaviour/cascade customers
-- EXPECT: FAILED claim/checks Deleting a customer takes along what is only the customer's
create table customers (id bigint primary key);
create table orders (id bigint primary key, customer_id bigint not null references customers (id) on delete cascade);
create table visits (id bigint primary key, customer_id bigint references customers (id) on delete set null);
