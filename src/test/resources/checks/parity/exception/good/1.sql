create table clients (id bigint primary key, name text not null);
create table orders (id bigint primary key, client_id bigint not null references clients (id), note text);
create index ix_orders_client on orders (client_id);
