create table customers (id bigint primary key);
create table clerks (id bigint generated always as identity primary key);
create table currencies (code text primary key);
create table orders (
    id bigint primary key,
    customer_id bigint not null,
    clerk_id bigint,
    currency text not null default 'EUR',
    constraint fk_customer foreign key (customer_id) references customers (id) on delete cascade on update cascade,
    constraint fk_clerk foreign key (clerk_id) references clerks (id) on delete set null,
    constraint fk_currency foreign key (currency) references currencies (code)
        on delete set default on update restrict
);
create table lines (
    id bigint primary key,
    order_id bigint not null,
    constraint fk_order foreign key (order_id) references orders (id) on delete cascade
);
