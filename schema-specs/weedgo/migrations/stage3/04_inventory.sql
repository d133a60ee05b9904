-- Stage 3, columns: inventory and purchasing.

alter table provincial_suppliers
    add column if not exists address                  text,
    add column if not exists contact_person           varchar(255),
    add column if not exists email                    varchar(255),
    add column if not exists is_provincial_supplier   boolean default false,
    add column if not exists payment_terms            varchar(100),
    add column if not exists phone                    varchar(50),
    add column if not exists provinces_territories_id uuid,
    add column if not exists tenant_id                uuid;

alter table ocs_inventory
    add column if not exists sku                  varchar(100) not null,
    add column if not exists batch_lot            varchar(100),
    add column if not exists brand                varchar(100),
    add column if not exists case_gtin            varchar(50),
    add column if not exists category             varchar(100),
    add column if not exists cbd_content          numeric(5,2),
    add column if not exists container_id         varchar(50),
    add column if not exists each_gtin            varchar(50),
    add column if not exists gtin_barcode         varchar(50),
    add column if not exists image_url            text,
    add column if not exists is_available         boolean default true,
    add column if not exists last_restock_date    timestamp,
    add column if not exists max_stock_level      integer default 100,
    add column if not exists min_stock_level      integer default 10,
    add column if not exists override_price       numeric(10,2),
    add column if not exists packaged_on_date     date,
    add column if not exists plant_type           varchar(50),
    add column if not exists product_name         varchar(255),
    add column if not exists quantity_available   integer default 0,
    add column if not exists quantity_on_hand     integer default 0,
    add column if not exists quantity_reserved    integer default 0,
    add column if not exists retail_price         numeric(10,2),
    add column if not exists retail_price_dynamic numeric(10,2),
    add column if not exists shipment_id          varchar(50),
    add column if not exists strain_type          varchar(50),
    add column if not exists subcategory          varchar(100),
    add column if not exists supplier             varchar(100),
    add column if not exists thc_content          numeric(5,2),
    add column if not exists unit_cost            numeric(10,2) default 0,
    add column if not exists vendor               varchar(100);

alter table ocs_inventory_logs
    add column if not exists change_quantity   integer,
    add column if not exists inventory_id      uuid,
    add column if not exists metadata          jsonb default '{}',
    add column if not exists new_quantity      integer,
    add column if not exists order_id          uuid,
    add column if not exists performed_by      uuid,
    add column if not exists previous_quantity integer,
    add column if not exists reason            text;

alter table ocs_inventory_movements
    add column if not exists inventory_id   uuid,
    add column if not exists performed_by   uuid,
    add column if not exists reason         text,
    add column if not exists reference_id   varchar(100),
    add column if not exists reference_type varchar(50);

alter table ocs_inventory_reservations
    add column if not exists cart_session_id uuid,
    add column if not exists inventory_id    uuid,
    add column if not exists order_id        uuid,
    add column if not exists status          varchar(50) default 'active',
    add column if not exists updated_at      timestamp default current_timestamp;

alter table ocs_inventory_snapshots
    add column if not exists available_quantity integer not null,
    add column if not exists quantity_on_hand   integer not null,
    add column if not exists inventory_id       uuid,
    add column if not exists last_movement_id   uuid,
    add column if not exists reserved_quantity  integer default 0;

alter table ocs_inventory_transactions
    add column if not exists quantity        integer not null,
    add column if not exists sku             varchar(100) not null,
    add column if not exists batch_lot       varchar(100),
    add column if not exists created_by      uuid,
    add column if not exists running_balance integer,
    add column if not exists unit_cost       numeric(10,2);

alter table inventory_locations
    add column if not exists name       varchar(100) not null,
    add column if not exists code       varchar(50),
    add column if not exists type       varchar(50),
    add column if not exists updated_at timestamp default current_timestamp,
    add column if not exists zone       varchar(50);

alter table shelf_locations
    add column if not exists aisle             varchar(50),
    add column if not exists bin               varchar(50),
    add column if not exists is_active         boolean default true,
    add column if not exists is_available      boolean default true,
    add column if not exists location_code     varchar(200),
    add column if not exists location_type     varchar(50) default 'standard',
    add column if not exists max_volume_m3     numeric(10,4),
    add column if not exists max_weight_kg     numeric(10,2),
    add column if not exists notes             text,
    add column if not exists shelf             varchar(50),
    add column if not exists temperature_range varchar(100),
    add column if not exists zone              varchar(50);

alter table location_assignments_log
    add column if not exists quantity     integer not null,
    add column if not exists inventory_id uuid,
    add column if not exists location_id  uuid,
    add column if not exists notes        text;

alter table batch_tracking
    add column if not exists batch_lot         varchar(100) not null,
    add column if not exists sku               varchar(100) not null,
    add column if not exists case_gtin         varchar(100),
    add column if not exists each_gtin         varchar(100),
    add column if not exists gtin_barcode      varchar(100),
    add column if not exists is_active         boolean default true,
    add column if not exists location_id       uuid,
    add column if not exists packaged_on_date  date,
    add column if not exists purchase_order_id uuid,
    add column if not exists unit_cost         numeric(10,2);

alter table purchase_orders
    add column if not exists container_id     varchar(100),
    add column if not exists expected_date    date,
    add column if not exists ocs_order_number varchar(100),
    add column if not exists received_date    timestamp,
    add column if not exists shipment_id      varchar(100),
    add column if not exists tenant_id        uuid,
    add column if not exists vendor           varchar(255);

alter table purchase_order_items
    add column if not exists sku                 varchar(100) not null,
    add column if not exists batch_lot           varchar(100),
    add column if not exists brand               varchar(255),
    add column if not exists case_gtin           varchar(100),
    add column if not exists each_gtin           varchar(100),
    add column if not exists exists_in_inventory boolean default false,
    add column if not exists gtin_barcode        varchar(100),
    add column if not exists item_name           varchar(255),
    add column if not exists line_total          numeric(12,2),
    add column if not exists packaged_on_date    date,
    add column if not exists shipped_qty         integer,
    add column if not exists uom                 varchar(50),
    add column if not exists uom_conversion      numeric(10,4),
    add column if not exists uom_conversion_qty  integer,
    add column if not exists updated_at          timestamp default current_timestamp,
    add column if not exists vendor              varchar(255);
