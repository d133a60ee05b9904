create table tenants (tenant_id bigint primary key);
create table orders (
    id bigint primary key,
    tenant_id bigint not null references tenants on delete restrict,
    updated_at timestamptz not null
);
create index ix_orders_tenant_id on orders (tenant_id);
create function touch() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;
create trigger trg_orders_touch before update on orders for each row execute function touch();
