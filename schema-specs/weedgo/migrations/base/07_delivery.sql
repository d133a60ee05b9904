-- How orders get to their customers.

create table delivery_zones (
    id         uuid primary key default gen_random_uuid(),
    store_id   uuid references stores (id) on delete cascade,
    zone_name  varchar(100) not null,
    zone_type  varchar(20) not null default 'radius',
    is_active  boolean not null default true,
    created_at timestamptz not null default now()
);

create index ix_delivery_zones_store on delivery_zones (store_id);

create table delivery_batches (
    id               uuid primary key default gen_random_uuid(),
    tenant_id        uuid not null references tenants (id) on delete cascade,
    store_id         uuid not null references stores (id) on delete cascade,
    driver_id        uuid references users (id) on delete set null,
    batch_number     varchar(50) not null unique,
    status           varchar(50) not null default 'planned',
    total_deliveries integer not null default 0,
    created_at       timestamp not null default current_timestamp,
    updated_at       timestamp not null default current_timestamp
);

create index ix_delivery_batches_tenant on delivery_batches (tenant_id, created_at desc);
create index ix_delivery_batches_store on delivery_batches (store_id);
create index ix_delivery_batches_driver on delivery_batches (driver_id);

create table deliveries (
    id                      uuid primary key default gen_random_uuid(),
    order_id                uuid not null references orders (id) on delete restrict,
    store_id                uuid not null references stores (id) on delete restrict,
    assigned_to             uuid references users (id) on delete set null,
    status                  delivery_status not null default 'pending',
    delivery_address        jsonb not null,
    estimated_delivery_time timestamp,
    created_at              timestamp not null default current_timestamp,
    updated_at              timestamp not null default current_timestamp
);

create index ix_deliveries_assigned on deliveries (assigned_to, status);

create table delivery_events (
    id           uuid primary key default gen_random_uuid(),
    delivery_id  uuid not null references deliveries (id) on delete cascade,
    event_type   varchar(50) not null,
    event_data   jsonb not null default '{}',
    performed_by uuid references users (id) on delete set null,
    created_at   timestamp not null default current_timestamp
);

create table delivery_tracking (
    id              uuid primary key default gen_random_uuid(),
    delivery_id     uuid not null references deliveries (id) on delete cascade,
    latitude        numeric(10,8) not null,
    longitude       numeric(11,8) not null,
    accuracy_meters numeric(10,2),
    speed_kmh       numeric(6,2),
    heading         integer,
    battery_level   integer
);

create table delivery_geofences (
    id         uuid primary key default gen_random_uuid(),
    name       varchar(100),
    created_at timestamp not null default current_timestamp
);

create table staff_delivery_status (
    id           uuid primary key default gen_random_uuid(),
    user_id      uuid not null unique references users (id) on delete cascade,
    is_available boolean not null default false
);
