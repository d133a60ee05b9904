create type order_status as enum ('open', 'paid');
alter table orders add column status order_status not null default 'open';
create index ix_orders_note on orders (note);
comment on table orders is 'What customers ordered';
