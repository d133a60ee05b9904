create index concurrently ix_orders_note on orders (note);
create table payments (id bigint primary key, order_id bigint);
create index ix_payments_order on payments (order_id);
