create index ix_orders_note on orders (note);
alter table orders add constraint uq_orders_note unique (note);
