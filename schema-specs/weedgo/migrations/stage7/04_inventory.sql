-- Stage 7, indexes: inventory and purchasing.

create index concurrently if not exists idx_provincial_suppliers_province_territory on provincial_suppliers (provinces_territories_id);
create index concurrently if not exists idx_suppliers_active on provincial_suppliers (is_active);
create index concurrently if not exists idx_suppliers_name on provincial_suppliers (name);
create unique index concurrently if not exists unique_province_territory_supplier on provincial_suppliers (provinces_territories_id) where provinces_territories_id is not null and is_provincial_supplier = true;

create index concurrently if not exists idx_ocs_inventory_available on ocs_inventory (is_available);
create index concurrently if not exists idx_ocs_inventory_batch_lot on ocs_inventory (batch_lot);
create index concurrently if not exists idx_ocs_inventory_case_gtin on ocs_inventory (case_gtin);
create index concurrently if not exists idx_ocs_inventory_each_gtin on ocs_inventory (each_gtin);
create index concurrently if not exists idx_ocs_inventory_gtin_barcode on ocs_inventory (gtin_barcode);
create index concurrently if not exists idx_ocs_inventory_quantity on ocs_inventory (quantity_available);
create index concurrently if not exists idx_ocs_inventory_sku_lower on ocs_inventory (lower(trim(sku)));
create index concurrently if not exists idx_ocs_inventory_store on ocs_inventory (store_id);
create index concurrently if not exists idx_ocs_inventory_supplier on ocs_inventory (supplier);
create unique index concurrently if not exists ocs_inventory_store_id_sku_key on ocs_inventory (store_id, sku);
create unique index concurrently if not exists ocs_inventory_store_sku_unique on ocs_inventory (store_id, sku);

create index concurrently if not exists idx_inventory_logs_created_at on ocs_inventory_logs (created_at desc);
create index concurrently if not exists idx_inventory_logs_inventory_id on ocs_inventory_logs (inventory_id);

create index concurrently if not exists idx_inventory_movements_created_at on ocs_inventory_movements (created_at desc);
create index concurrently if not exists idx_inventory_movements_inventory_id on ocs_inventory_movements (inventory_id);

create index concurrently if not exists idx_inventory_reservations_inventory_id on ocs_inventory_reservations (inventory_id);
create index concurrently if not exists idx_inventory_reservations_status on ocs_inventory_reservations (status);

create index concurrently if not exists idx_inventory_snapshots_date on ocs_inventory_snapshots (snapshot_date desc);
create index concurrently if not exists idx_inventory_snapshots_inventory_id on ocs_inventory_snapshots (inventory_id);

create index concurrently if not exists idx_transactions_date on ocs_inventory_transactions (created_at desc);
create index concurrently if not exists idx_transactions_sku on ocs_inventory_transactions (sku);

create index concurrently if not exists idx_inventory_locations_store_id on inventory_locations (store_id);
create unique index concurrently if not exists inventory_locations_code_key on inventory_locations (code);

create index concurrently if not exists idx_shelf_locations_active on shelf_locations (is_active, is_available);
create index concurrently if not exists idx_shelf_locations_code on shelf_locations (location_code);
create index concurrently if not exists idx_shelf_locations_store on shelf_locations (store_id);
create index concurrently if not exists idx_shelf_locations_type on shelf_locations (location_type);
create unique index concurrently if not exists unique_location_per_store on shelf_locations (store_id, zone, aisle, shelf, bin);

create index concurrently if not exists idx_location_assignments_inventory_id on location_assignments_log (inventory_id);

create unique index concurrently if not exists batch_tracking_batch_lot_key on batch_tracking (batch_lot);
create index concurrently if not exists idx_batch_lot on batch_tracking (batch_lot);
create index concurrently if not exists idx_batch_sku on batch_tracking (sku);
create index concurrently if not exists idx_batch_tracking_case_gtin on batch_tracking (case_gtin);
create index concurrently if not exists idx_batch_tracking_each_gtin on batch_tracking (each_gtin);
create index concurrently if not exists idx_batch_tracking_gtin_barcode on batch_tracking (gtin_barcode);
create index concurrently if not exists idx_batch_tracking_location on batch_tracking (location_id);

create index concurrently if not exists idx_po_container_id on purchase_orders (container_id);
create index concurrently if not exists idx_po_shipment_id on purchase_orders (shipment_id);
create index concurrently if not exists idx_po_status on purchase_orders (status);
create index concurrently if not exists idx_po_supplier on purchase_orders (supplier_id);
create index concurrently if not exists idx_po_vendor on purchase_orders (vendor);

create index concurrently if not exists idx_po_items_po_id on purchase_order_items (purchase_order_id);
create index concurrently if not exists idx_po_items_sku on purchase_order_items (sku);
create index concurrently if not exists idx_poi_case_gtin on purchase_order_items (case_gtin);
create index concurrently if not exists idx_poi_gtin_barcode on purchase_order_items (gtin_barcode);
create index concurrently if not exists idx_poi_sku_batch on purchase_order_items (sku, batch_lot);
