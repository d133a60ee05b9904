-- Stage 7, indexes: delivery.

create index concurrently if not exists idx_delivery_zones_tenant on delivery_zones (tenant_id, is_active);

create index concurrently if not exists idx_deliveries_batch_id on deliveries (batch_id);
create index concurrently if not exists idx_deliveries_created_at on deliveries (created_at desc);
create index concurrently if not exists idx_deliveries_customer_id on deliveries (customer_id);
create index concurrently if not exists idx_deliveries_order_id on deliveries (order_id);
create index concurrently if not exists idx_deliveries_scheduled_at on deliveries (scheduled_at);
create index concurrently if not exists idx_deliveries_store_id on deliveries (store_id);

create index concurrently if not exists idx_delivery_events_created_at on delivery_events (created_at desc);
create index concurrently if not exists idx_delivery_events_delivery_id on delivery_events (delivery_id);
create index concurrently if not exists idx_delivery_events_event_type on delivery_events (event_type);

create index concurrently if not exists idx_delivery_tracking_delivery_id on delivery_tracking (delivery_id);
create index concurrently if not exists idx_delivery_tracking_recorded_at on delivery_tracking (recorded_at desc);

create index concurrently if not exists idx_delivery_geofences_delivery_id on delivery_geofences (delivery_id);
create index concurrently if not exists idx_delivery_geofences_location on delivery_geofences (center_latitude, center_longitude);

create index concurrently if not exists idx_staff_delivery_status_user_id on staff_delivery_status (user_id);
