create index concurrently ix_orders_note on orders (note);
alter table orders add column status text;
