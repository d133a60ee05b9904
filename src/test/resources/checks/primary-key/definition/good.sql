create table orders (id uuid not null, constraint any_name primary key (id));
create table order_lines (
    order_id uuid not null,
    line_number integer not null,
    constraint pk_order_lines primary key (order_id, line_number)
);
