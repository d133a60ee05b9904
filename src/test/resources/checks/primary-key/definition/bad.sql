-- A unique column is no primary key; and the order of a key's columns is the order of its index.
-- EXPECT: FAILED primary-key/definition orders.id
-- EXPECT: FAILED primary-key/definition order_lines.pk_order_lines
create table orders (id uuid not null unique);
create table order_lines (
    order_id uuid not null,
    line_number integer not null,
    constraint pk_order_lines primary key (line_number, order_id)
);
