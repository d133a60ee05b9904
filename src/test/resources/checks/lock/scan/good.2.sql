alter table orders add constraint ck_orders_state check (state <> '') not valid;
alter table orders validate constraint ck_orders_state;
create index concurrently ix_orders_note on orders (note);
