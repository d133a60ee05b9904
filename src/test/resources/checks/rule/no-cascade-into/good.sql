create table customers (id bigint primary key);
create table invoices (customer_id bigint references customers on update cascade);
-- Not among the tables that the rule is for.
create table notes (customer_id bigint references customers on delete cascade);
