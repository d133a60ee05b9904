-- Stage 6: triggers. Where one of that name is there, it is replaced: CREATE OR REPLACE TRIGGER is there from PostgreSQL 14 on.

-- Tenants, users, settings
create or replace trigger update_api_keys_updated_at before update on api_keys
    for each row execute function update_updated_at_column();

-- Catalogue and reviews
create or replace trigger trigger_update_ocs_product_catalog_updated_at before update on ocs_product_catalog
    for each row execute function update_product_catalog_updated_at();
create or replace trigger trigger_update_product_rating after insert or update or delete on customer_reviews
    for each row execute function update_product_rating();
create or replace trigger trigger_validate_verified_purchase before insert or update on customer_reviews
    for each row execute function validate_verified_purchase();

-- Inventory and purchasing
create or replace trigger update_ocs_inventory_timestamp_trigger before update on ocs_inventory
    for each row execute function update_inventory_timestamp();

-- Carts, orders, prices, promotions
create or replace trigger update_customer_pricing_rules_updated_at before update on customer_pricing_rules
    for each row execute function update_updated_at_column();
create or replace trigger update_dynamic_pricing_rules_updated_at before update on dynamic_pricing_rules
    for each row execute function update_updated_at_column();
create or replace trigger update_bundle_deals_updated_at before update on bundle_deals
    for each row execute function update_updated_at_column();

-- Payments
create or replace trigger update_payment_providers_updated_at before update on payment_providers
    for each row execute function update_updated_at_column();
create or replace trigger update_payment_credentials_updated_at before update on payment_credentials
    for each row execute function update_updated_at_column();
create or replace trigger update_payment_methods_updated_at before update on payment_methods
    for each row execute function update_updated_at_column();
create or replace trigger update_payment_disputes_updated_at before update on payment_disputes
    for each row execute function update_updated_at_column();

-- Communication
create or replace trigger update_message_templates_updated_at before update on message_templates
    for each row execute function update_updated_at_column();
create or replace trigger update_broadcasts_updated_at before update on broadcasts
    for each row execute function update_updated_at_column();
create or replace trigger update_broadcast_messages_updated_at before update on broadcast_messages
    for each row execute function update_updated_at_column();
create or replace trigger update_broadcast_recipients_updated_at before update on broadcast_recipients
    for each row execute function update_updated_at_column();
create or replace trigger update_communication_preferences_updated_at before update on communication_preferences
    for each row execute function update_updated_at_column();

-- The assistant
create or replace trigger update_ai_personalities_updated_at before update on ai_personalities
    for each row execute function update_updated_at_column();
create or replace trigger update_conversation_states_updated_at before update on conversation_states
    for each row execute function update_updated_at_column();
