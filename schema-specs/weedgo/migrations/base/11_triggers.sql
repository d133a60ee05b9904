-- updated_at moves with every change.

create trigger update_tenants_updated_at before update on tenants
    for each row execute function update_updated_at_column();
create trigger update_stores_updated_at before update on stores
    for each row execute function update_updated_at_column();
create trigger update_users_updated_at before update on users
    for each row execute function update_updated_at_column();
create trigger update_profiles_updated_at before update on profiles
    for each row execute function update_updated_at_column();
create trigger update_accessories_catalog_updated_at before update on accessories_catalog
    for each row execute function update_updated_at_column();
create trigger update_purchase_orders_updated_at before update on purchase_orders
    for each row execute function update_updated_at_column();
create trigger update_cart_sessions_updated_at before update on cart_sessions
    for each row execute function update_updated_at_column();
create trigger update_orders_updated_at before update on orders
    for each row execute function update_updated_at_column();
create trigger update_promotions_updated_at before update on promotions
    for each row execute function update_updated_at_column();
create trigger update_tenant_payment_providers_updated_at before update on tenant_payment_providers
    for each row execute function update_updated_at_column();
create trigger update_deliveries_updated_at before update on deliveries
    for each row execute function update_updated_at_column();
create trigger update_delivery_batches_updated_at before update on delivery_batches
    for each row execute function update_updated_at_column();
