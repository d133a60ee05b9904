-- What stores have on their shelves, where it came from and where it went.

create table provincial_suppliers (
    id         uuid primary key default gen_random_uuid(),
    name       varchar(255) not null,
    is_active  boolean not null default true,
    created_at timestamp not null default current_timestamp
);

create table ocs_inventory (
    id         uuid primary key default gen_random_uuid(),
    store_id   uuid not null references stores (id) on delete cascade,
    created_at timestamp not null default current_timestamp,
    updated_at timestamp not null default current_timestamp
);

create table ocs_inventory_logs (
    id         uuid primary key default gen_random_uuid(),
    action     varchar(50) not null,
    created_at timestamp not null default current_timestamp
);

create table ocs_inventory_movements (
    id            uuid primary key default gen_random_uuid(),
    movement_type varchar(50) not null,
    quantity      integer not null,
    created_at    timestamp not null default current_timestamp,
    updated_at    timestamp not null default current_timestamp
);

create table ocs_inventory_reservations (
    id         uuid primary key default gen_random_uuid(),
    quantity   integer not null check (quantity > 0),
    expires_at timestamp not null,
    created_at timestamp not null default current_timestamp
);

create table ocs_inventory_snapshots (
    id            uuid primary key default gen_random_uuid(),
    snapshot_date date not null default current_date,
    created_at    timestamp not null default current_timestamp
);

create table ocs_inventory_transactions (
    id               uuid primary key default gen_random_uuid(),
    store_id         uuid not null,
    transaction_type varchar(50) not null,
    reference_id     uuid,
    notes            text,
    created_at       timestamp not null default current_timestamp
);

create table inventory_locations (
    id         uuid primary key default gen_random_uuid(),
    store_id   uuid not null references stores (id) on delete cascade,
    is_active  boolean not null default true,
    created_at timestamp not null default current_timestamp
);

create table shelf_locations (
    id         uuid primary key default gen_random_uuid(),
    store_id   uuid not null references stores (id) on delete cascade,
    created_at timestamp not null default current_timestamp,
    updated_at timestamp not null default current_timestamp
);

create table location_assignments_log (
    id          uuid primary key default gen_random_uuid(),
    assigned_by uuid references users (id) on delete set null,
    assigned_at timestamp not null default current_timestamp
);

create table batch_tracking (
    id                 uuid primary key default gen_random_uuid(),
    store_id           uuid not null references stores (id) on delete cascade,
    quantity_received  integer not null default 0 check (quantity_received >= 0),
    quantity_remaining integer not null default 0 check (quantity_remaining >= 0),
    received_date      timestamp not null default current_timestamp,
    expiry_date        date,
    created_at         timestamp not null default current_timestamp
);

create index ix_batch_tracking_store on batch_tracking (store_id);

create table purchase_orders (
    id           uuid primary key default gen_random_uuid(),
    po_number    varchar(50) not null unique,
    store_id     uuid references stores (id) on delete restrict,
    supplier_id  uuid references provincial_suppliers (id) on delete restrict,
    order_date   timestamp not null default current_timestamp,
    status       varchar(50) not null default 'pending',
    total_amount numeric(12,2) not null default 0,
    notes        text,
    created_by   uuid references users (id) on delete set null,
    created_at   timestamp not null default current_timestamp,
    updated_at   timestamp not null default current_timestamp
);

create table purchase_order_items (
    id                uuid primary key default gen_random_uuid(),
    purchase_order_id uuid not null references purchase_orders (id) on delete cascade,
    quantity_ordered  integer not null,
    quantity_received integer not null default 0,
    unit_cost         numeric(10,2) not null,
    created_at        timestamp not null default current_timestamp
);

-- What a supplier announces (advance shipping notice), before it is made an order.
create table asn_import_staging (
    id                  uuid primary key default gen_random_uuid(),
    tenant_id           uuid not null references tenants (id) on delete cascade,
    store_id            uuid not null references stores (id) on delete cascade,
    session_id          varchar(255) not null,
    shipment_id         varchar(100),
    container_id        varchar(100),
    sku                 varchar(100) not null,
    item_name           varchar(255),
    unit_price          numeric(10,2) not null check (unit_price >= 0),
    vendor              varchar(255),
    brand               varchar(255),
    case_gtin           varchar(100),
    each_gtin           varchar(100),
    gtin_barcode        varchar(100),
    batch_lot           varchar(100),
    packaged_on_date    date,
    shipped_qty         integer not null check (shipped_qty > 0),
    uom                 varchar(50),
    uom_conversion      numeric(10,4),
    uom_conversion_qty  integer,
    exists_in_inventory boolean not null default false,
    processed_at        timestamp,
    created_at          timestamp not null default current_timestamp
);

create index ix_asn_import_staging_tenant on asn_import_staging (tenant_id, created_at desc);
create index ix_asn_import_staging_store on asn_import_staging (store_id);
create index ix_asn_import_staging_session_sku on asn_import_staging (session_id, sku);
create index ix_asn_import_staging_sku_batch on asn_import_staging (sku, batch_lot);
create index ix_asn_import_staging_gtin_barcode on asn_import_staging (gtin_barcode);
create index ix_asn_import_staging_case_gtin on asn_import_staging (case_gtin);
create index ix_asn_import_staging_each_gtin on asn_import_staging (each_gtin);
