create table customers (id bigint primary key);
create table carriers (id bigint primary key);
create table invoices (id bigint primary key);
create table orders (
    id bigint primary key,
    customer_id bigint not null references customers on delete restrict,
    shipped_by bigint references carriers,
    invoice_id bigint,
    constraint fk_orders_invoice foreign key (invoice_id) references invoices deferrable initially deferred
);
