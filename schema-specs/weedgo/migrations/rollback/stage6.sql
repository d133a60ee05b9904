-- Undoes stage 6.

drop trigger if exists update_api_keys_updated_at on api_keys;
drop trigger if exists trigger_update_ocs_product_catalog_updated_at on ocs_product_catalog;
drop trigger if exists trigger_update_product_rating on customer_reviews;
drop trigger if exists trigger_validate_verified_purchase on customer_reviews;
drop trigger if exists update_ocs_inventory_timestamp_trigger on ocs_inventory;
drop trigger if exists update_customer_pricing_rules_updated_at on customer_pricing_rules;
drop trigger if exists update_dynamic_pricing_rules_updated_at on dynamic_pricing_rules;
drop trigger if exists update_bundle_deals_updated_at on bundle_deals;
drop trigger if exists update_payment_providers_updated_at on payment_providers;
drop trigger if exists update_payment_credentials_updated_at on payment_credentials;
drop trigger if exists update_payment_methods_updated_at on payment_methods;
drop trigger if exists update_payment_disputes_updated_at on payment_disputes;
drop trigger if exists update_message_templates_updated_at on message_templates;
drop trigger if exists update_broadcasts_updated_at on broadcasts;
drop trigger if exists update_broadcast_messages_updated_at on broadcast_messages;
drop trigger if exists update_broadcast_recipients_updated_at on broadcast_recipients;
drop trigger if exists update_communication_preferences_updated_at on communication_preferences;
drop trigger if exists update_ai_personalities_updated_at on ai_personalities;
drop trigger if exists update_conversation_states_updated_at on conversation_states;
