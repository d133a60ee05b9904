create table customers (id bigint primary key);
create table orders (
    id bigint primary key,
    customer_id bigint not null,
    parent_id bigint,
    constraint fk_customer foreign key (customer_id) references customers (id),
    constraint fk_parent foreign key (parent_id) references orders (id) deferrable initially deferred
);
