-- EXPECT: FAILED rule/no-cascade-into invoices.invoices_customer_id_fkey
-- EXPECT: FAILED rule/no-cascade-into invoices.payer
create table customers (id bigint primary key);
create table invoices (
    customer_id bigint references customers on delete cascade,
    payer_id bigint constraint payer references customers on delete set null);
