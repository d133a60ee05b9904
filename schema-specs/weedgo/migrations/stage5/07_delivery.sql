-- Stage 5, functions: delivery.

-- Kilometres between two places, along the surface of a ball of the earth's mean radius (haversine).
create or replace function calculate_distance(lat1 numeric, lon1 numeric, lat2 numeric, lon2 numeric) returns numeric
    language sql immutable
    set search_path = pg_catalog, public, pg_temp
as $$
    select round((2 * 6371.0088 * asin(least(1, sqrt(
        power(sin(radians(lat2 - lat1) / 2), 2)
        + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2)))))::numeric, 4);
$$;

create or replace function check_geofence_entry(
    point_lat numeric, point_lon numeric, fence_lat numeric, fence_lon numeric, fence_radius_meters integer)
    returns boolean
    language sql immutable
    set search_path = pg_catalog, public, pg_temp
as $$
    select calculate_distance(point_lat, point_lon, fence_lat, fence_lon) * 1000 <= fence_radius_meters;
$$;

create or replace function get_staff_active_deliveries(staff_id uuid)
    returns table (
        delivery_id uuid, order_id uuid, customer_name varchar, delivery_address jsonb, status delivery_status,
        estimated_time timestamp)
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    select its.id, its.order_id, its.customer_name, its.delivery_address, its.status, its.estimated_delivery_time
    from deliveries as its
    where its.assigned_to = staff_id
      and its.status not in ('completed', 'failed', 'cancelled')
    order by its.batch_sequence nulls last, its.estimated_delivery_time nulls last, its.created_at, its.id;
$$;

create or replace function log_delivery_event(
    p_delivery_id uuid, p_event_type varchar, p_event_data jsonb default '{}', p_user_id uuid default null) returns uuid
    language sql
    set search_path = pg_catalog, public, pg_temp
as $$
    insert into delivery_events (delivery_id, event_type, event_data, performed_by)
    values (p_delivery_id, p_event_type, coalesce(p_event_data, '{}'), p_user_id)
    returning id;
$$;
