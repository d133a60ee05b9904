-- What tables of several parts use.

create type user_role_simple as enum ('super_admin', 'tenant_admin', 'store_manager', 'staff', 'customer');

create type delivery_status as enum (
    'pending', 'assigned', 'accepted', 'preparing', 'ready', 'picked_up', 'en_route', 'arrived', 'completed', 'failed',
    'cancelled');

create function update_updated_at_column() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as $$
begin
    new.updated_at := now();
    return new;
end
$$;
