create table tenants (id uuid primary key, name text not null);
create table orders (id uuid primary key, tenant_id uuid not null references tenants (id), number int not null, unique (tenant_id, number));
