-- A shop: skewed and correlated columns, partial and expression indexes, partitions.
create table customers (
  id bigint primary key,
  email text not null,
  country char(2) not null,
  segment varchar(20) not null,
  created_at timestamptz not null,
  referrer_id bigint
);
create unique index ux_customers_email on customers (lower(email));
create index ix_customers_country on customers (country, created_at desc);
create index ix_customers_referrer on customers (referrer_id) where referrer_id is not null;

create table products (
  id integer primary key,
  sku text not null unique,
  category integer not null,
  price numeric(10, 2) not null,
  active boolean not null,
  tags text[] not null
);
create index ix_products_category on products (category, price);
create index ix_products_tags on products using gin (tags);

create table orders (
  id bigint primary key,
  customer_id bigint not null,
  status varchar(12) not null,
  priority smallint not null,
  total numeric(12, 2) not null,
  placed_at timestamptz not null,
  shipped_at timestamptz
);
create index ix_orders_customer on orders (customer_id, placed_at desc);
create index ix_orders_pending on orders (priority desc, placed_at) where status = 'pending';
create index ix_orders_placed on orders (placed_at);
create index ix_orders_status on orders (status);

create table order_items (
  order_id bigint not null,
  line smallint not null,
  product_id integer not null,
  quantity integer not null,
  price numeric(10, 2) not null,
  primary key (order_id, line)
);
create index ix_items_product on order_items (product_id);

create table events (
  id bigint not null,
  happened_at timestamptz not null,
  kind text not null,
  customer_id bigint,
  payload jsonb not null
) partition by range (happened_at);
create table events_q1 partition of events for values from ('2026-01-01') to ('2026-04-01');
create table events_q2 partition of events for values from ('2026-04-01') to ('2026-07-01');
create table events_q3 partition of events for values from ('2026-07-01') to ('2026-10-01');
create table events_q4 partition of events for values from ('2026-10-01') to ('2027-01-01');
create index ix_events_customer on events (customer_id, happened_at);
create index ix_events_kind on events (kind);

create table carriers (id smallint primary key, name text not null, country char(2) not null);
create type region as enum ('north', 'south', 'east', 'west');
create table shipments (
  id uuid not null,
  order_id bigint not null,
  carrier_id smallint not null,
  region region not null,
  city integer not null,
  zip integer not null,
  sent_on date not null,
  weight double precision
) partition by list (region);
create table shipments_ns partition of shipments for values in ('north', 'south');
create table shipments_e partition of shipments for values in ('east');
create table shipments_w partition of shipments for values in ('west');
create index ix_shipments_order on shipments (order_id);
create index ix_shipments_city on shipments (city, zip);
create index ix_shipments_sent on shipments using brin (sent_on);
create index ix_shipments_id on shipments using hash (id);
