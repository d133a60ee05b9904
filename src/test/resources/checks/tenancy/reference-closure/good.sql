create table tenants (id uuid primary key, name text not null);
create table customers (id uuid primary key, tenant_id uuid not null references tenants (id), unique (tenant_id, id));
create table orders (
  id uuid primary key, tenant_id uuid not null references tenants (id), customer_id uuid not null,
  constraint fk_orders_customer foreign key (tenant_id, customer_id) references customers (tenant_id, id));
grant select, insert on all tables in schema public to shop_app;
