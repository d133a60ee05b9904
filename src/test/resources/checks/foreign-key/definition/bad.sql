-- Another action on delete, no foreign key at all, and one that cannot wait for the end of the transaction.
-- EXPECT: FAILED foreign-key/definition orders.customer_id
-- EXPECT: FAILED foreign-key/definition orders.shipped_by
-- EXPECT: FAILED foreign-key/definition orders.fk_orders_invoice
create table customers (id bigint primary key);
create table carriers (id bigint primary key);
create table invoices (id bigint primary key);
create table orders (
    id bigint primary key,
    customer_id bigint not null references customers (id) on delete cascade,
    shipped_by bigint,
    invoice_id bigint,
    constraint fk_orders_invoice foreign key (invoice_id) references invoices (id)
);
