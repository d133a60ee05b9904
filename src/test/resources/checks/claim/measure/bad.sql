-- A third table without a tenant, no index, a cascade; and without any trigger, "at most 3" says nothing.
-- EXPECT: FAILED claim/measure 2 tables
-- EXPECT: FAILED claim/measure At least one index of our own
-- EXPECT: FAILED claim/measure Nothing is deleted in cascades
-- EXPECT: VACUOUS claim/measure A few triggers at most
create table tenants (tenant_id bigint primary key);
create table orders (
    id bigint primary key,
    tenant_id bigint not null references tenants on delete cascade,
    updated_at timestamptz not null
);
create table notes (id bigint primary key, text text not null);
