-- Undoes stage 8. With a unique constraint goes the index that it took over: it is built again, as stage 7 left it.

-- Tenants, users, settings
alter table tenants drop constraint if exists tenants_status_check;
alter table tenants drop constraint if exists tenants_subscription_tier_check;
alter table tenants drop constraint if exists tenants_name_key;
create unique index concurrently if not exists tenants_name_key on tenants (name);
alter table provinces_territories drop constraint if exists provinces_territories_type_check;
alter table users drop constraint if exists users_store_id_fkey;
alter table users drop constraint if exists users_tenant_id_fkey;
alter table users drop constraint if exists users_tenant_required;
alter table profiles drop constraint if exists unique_user_profile;
create unique index concurrently if not exists unique_user_profile on profiles (user_id);
alter table user_addresses drop constraint if exists user_addresses_address_type_check;
alter table role_permissions drop constraint if exists role_permissions_role_resource_type_action_key;
create unique index concurrently if not exists role_permissions_role_resource_type_action_key on role_permissions (role, resource_type, action);
alter table api_keys drop constraint if exists api_keys_tenant_id_fkey;
alter table auth_tokens drop constraint if exists auth_tokens_token_type_check;
alter table token_blacklist drop constraint if exists token_blacklist_user_id_fkey;
alter table token_blacklist drop constraint if exists token_blacklist_token_id_key;
create unique index concurrently if not exists token_blacklist_token_id_key on token_blacklist (token_id);
alter table user_sessions drop constraint if exists user_sessions_session_token_key;
create unique index concurrently if not exists user_sessions_session_token_key on user_sessions (session_token);
alter table user_login_logs drop constraint if exists user_login_logs_tenant_id_fkey;
alter table audit_log drop constraint if exists audit_log_store_id_fkey;
alter table audit_log drop constraint if exists audit_log_tenant_id_fkey;
alter table voice_profiles drop constraint if exists fk_voice_profiles_user_id;
alter table voice_auth_logs drop constraint if exists fk_voice_auth_logs_user_id;
alter table system_settings drop constraint if exists system_settings_category_key_key;
create unique index concurrently if not exists system_settings_category_key_key on system_settings (category, key);
alter table store_settings drop constraint if exists store_settings_store_id_category_key_key;
create unique index concurrently if not exists store_settings_store_id_category_key_key on store_settings (store_id, category, key);
alter table holidays drop constraint if exists holiday_date_check;
alter table holidays drop constraint if exists holidays_date_type_check;
alter table holidays drop constraint if exists holidays_fixed_day_check;
alter table holidays drop constraint if exists holidays_fixed_month_check;
alter table holidays drop constraint if exists holidays_holiday_type_check;
alter table holidays drop constraint if exists holidays_typical_business_impact_check;

-- Catalogue and reviews
alter table ocs_product_catalog drop constraint if exists product_catalog_ocs_rating_check;
alter table ocs_product_catalog drop constraint if exists product_catalog_ocs_rating_count_check;
alter table ocs_product_catalog drop constraint if exists uk_product_catalog_ocs_variant;
create unique index concurrently if not exists uk_product_catalog_ocs_variant on ocs_product_catalog (ocs_variant_number);
alter table accessory_categories drop constraint if exists accessory_categories_slug_key;
alter table accessories_catalog drop constraint if exists accessories_catalog_barcode_key;
alter table product_ratings drop constraint if exists product_ratings_average_rating_check;
alter table product_ratings drop constraint if exists product_ratings_recommended_percentage_check;
alter table product_ratings drop constraint if exists product_ratings_total_reviews_check;
alter table product_ratings drop constraint if exists product_ratings_verified_purchase_count_check;
alter table customer_reviews drop constraint if exists customer_reviews_helpful_count_check;
alter table customer_reviews drop constraint if exists customer_reviews_not_helpful_count_check;
alter table customer_reviews drop constraint if exists customer_reviews_status_check;
alter table customer_reviews drop constraint if exists fk_reviews_orders;
alter table customer_reviews drop constraint if exists fk_reviews_product_ratings;
alter table customer_reviews drop constraint if exists fk_reviews_users;
alter table review_attributes drop constraint if exists chk_attribute_name;
alter table review_attributes drop constraint if exists fk_attributes_reviews;
alter table review_attributes drop constraint if exists review_attributes_rating_check;
alter table review_media drop constraint if exists fk_media_reviews;
alter table review_media drop constraint if exists review_media_media_type_check;
alter table review_votes drop constraint if exists fk_votes_reviews;
alter table review_votes drop constraint if exists fk_votes_users;
alter table review_votes drop constraint if exists unique_user_review_vote;
create unique index concurrently if not exists unique_user_review_vote on review_votes (review_id, user_id);
alter table wishlist drop constraint if exists unique_wishlist_item;
create unique index concurrently if not exists unique_wishlist_item on wishlist (customer_id, product_id, store_id);
alter table product_recommendations drop constraint if exists product_recommendations_product_id_recommended_product_id_r_key;
create unique index concurrently if not exists product_recommendations_product_id_recommended_product_id_r_key on product_recommendations (product_id, recommended_product_id, recommendation_type);

-- Inventory and purchasing
alter table provincial_suppliers drop constraint if exists fk_provincial_supplier_province_territory;
alter table provincial_suppliers drop constraint if exists suppliers_tenant_id_fkey;
alter table ocs_inventory drop constraint if exists ocs_inventory_quantity_available_check;
alter table ocs_inventory drop constraint if exists ocs_inventory_quantity_on_hand_check;
alter table ocs_inventory drop constraint if exists ocs_inventory_quantity_reserved_check;
alter table ocs_inventory drop constraint if exists ocs_inventory_store_id_sku_key;
create unique index concurrently if not exists ocs_inventory_store_id_sku_key on ocs_inventory (store_id, sku);
alter table ocs_inventory drop constraint if exists ocs_inventory_store_sku_unique;
create unique index concurrently if not exists ocs_inventory_store_sku_unique on ocs_inventory (store_id, sku);
alter table ocs_inventory_logs drop constraint if exists ocs_inventory_logs_inventory_id_fkey;
alter table ocs_inventory_movements drop constraint if exists ocs_inventory_movements_inventory_id_fkey;
alter table ocs_inventory_reservations drop constraint if exists ocs_inventory_reservations_inventory_id_fkey;
alter table ocs_inventory_snapshots drop constraint if exists ocs_inventory_snapshots_inventory_id_fkey;
alter table ocs_inventory_transactions drop constraint if exists inventory_transactions_store_id_fkey;
alter table ocs_inventory_transactions drop constraint if exists inventory_transactions_transaction_type_check;
alter table inventory_locations drop constraint if exists inventory_locations_code_key;
create unique index concurrently if not exists inventory_locations_code_key on inventory_locations (code);
alter table shelf_locations drop constraint if exists unique_location_per_store;
create unique index concurrently if not exists unique_location_per_store on shelf_locations (store_id, zone, aisle, shelf, bin);
alter table location_assignments_log drop constraint if exists location_assignments_log_inventory_id_fkey;
alter table location_assignments_log drop constraint if exists location_assignments_log_location_id_fkey;
alter table batch_tracking drop constraint if exists batch_tracking_location_id_fkey;
alter table batch_tracking drop constraint if exists batch_tracking_purchase_order_id_fkey;
alter table batch_tracking drop constraint if exists batch_tracking_batch_lot_key;
create unique index concurrently if not exists batch_tracking_batch_lot_key on batch_tracking (batch_lot);
alter table purchase_orders drop constraint if exists purchase_orders_status_check;
alter table purchase_orders drop constraint if exists purchase_orders_tenant_id_fkey;
alter table purchase_order_items drop constraint if exists purchase_order_items_quantity_ordered_check;
alter table purchase_order_items drop constraint if exists purchase_order_items_quantity_received_check;
alter table purchase_order_items drop constraint if exists purchase_order_items_unit_cost_check;

-- Carts, orders, prices, promotions
alter table cart_sessions drop constraint if exists cart_sessions_ai_personality_id_fkey;
alter table cart_sessions drop constraint if exists cart_sessions_tenant_id_fkey;
alter table tax_rates drop constraint if exists tax_rates_tenant_id_fkey;
alter table price_tiers drop constraint if exists price_tiers_name_key;
create unique index concurrently if not exists price_tiers_name_key on price_tiers (name);
alter table customer_pricing_rules drop constraint if exists customer_pricing_rules_price_tier_id_fkey;
alter table customer_pricing_rules drop constraint if exists customer_pricing_rules_tenant_id_fkey;
alter table pricing_rules drop constraint if exists unique_store_category_rule;
create unique index concurrently if not exists unique_store_category_rule on pricing_rules (store_id, category, sub_category, sub_sub_category);
alter table promotions drop constraint if exists check_continuous_end_date;
alter table promotions drop constraint if exists check_recurrence_logic;
alter table promotions drop constraint if exists check_time_window_complete;
alter table promotions drop constraint if exists check_time_window_valid;
alter table promotions drop constraint if exists promotions_created_by_user_id_fkey;
alter table promotions drop constraint if exists promotions_tenant_id_fkey;
alter table promotions drop constraint if exists promotions_code_key;
create unique index concurrently if not exists promotions_code_key on promotions (code);
alter table promotion_usage drop constraint if exists promotion_usage_tenant_id_fkey;
alter table discount_codes drop constraint if exists discount_codes_discount_type_check;
alter table discount_codes drop constraint if exists discount_codes_promotion_id_fkey;
alter table discount_codes drop constraint if exists discount_codes_tenant_id_fkey;

-- Payments
alter table payment_providers drop constraint if exists payment_providers_name_key;
create unique index concurrently if not exists payment_providers_name_key on payment_providers (name);
alter table payment_credentials drop constraint if exists payment_credentials_tenant_id_fkey;
alter table payment_credentials drop constraint if exists payment_credentials_updated_by_fkey;
alter table payment_methods drop constraint if exists payment_methods_tenant_id_fkey;
alter table payment_methods drop constraint if exists payment_methods_tenant_id_payment_token_provider_id_key;
create unique index concurrently if not exists payment_methods_tenant_id_payment_token_provider_id_key on payment_methods (tenant_id, payment_token, provider_id);
alter table payment_transactions drop constraint if exists payment_transactions_tenant_id_fkey;
alter table payment_transactions drop constraint if exists payment_transactions_transaction_reference_key;
create unique index concurrently if not exists payment_transactions_transaction_reference_key on payment_transactions (transaction_reference);
alter table payment_refunds drop constraint if exists payment_refunds_initiated_by_fkey;
alter table payment_refunds drop constraint if exists payment_refunds_refund_transaction_id_fkey;
alter table payment_disputes drop constraint if exists payment_disputes_provider_id_fkey;
alter table payment_fee_splits drop constraint if exists payment_fee_splits_tenant_id_fkey;
alter table payment_fee_splits drop constraint if exists payment_fee_splits_transaction_id_key;
create unique index concurrently if not exists payment_fee_splits_transaction_id_key on payment_fee_splits (transaction_id);
alter table payment_subscriptions drop constraint if exists payment_subscriptions_provider_id_fkey;
alter table payment_subscriptions drop constraint if exists payment_subscriptions_tenant_id_fkey;
alter table payment_metrics drop constraint if exists payment_metrics_date_provider_id_key;
create unique index concurrently if not exists payment_metrics_date_provider_id_key on payment_metrics (date, provider_id);
alter table payment_idempotency_keys drop constraint if exists payment_idempotency_keys_status_check;
alter table payment_idempotency_keys drop constraint if exists payment_idempotency_keys_tenant_id_fkey;
alter table payment_webhook_routes drop constraint if exists payment_webhook_routes_tenant_id_fkey;
alter table payment_webhook_routes drop constraint if exists payment_webhook_routes_webhook_url_path_key;
create unique index concurrently if not exists payment_webhook_routes_webhook_url_path_key on payment_webhook_routes (webhook_url_path);
alter table payment_audit_log drop constraint if exists payment_audit_log_tenant_id_fkey;

-- Delivery
alter table delivery_zones drop constraint if exists delivery_zones_tenant_id_fkey;
alter table delivery_zones drop constraint if exists delivery_zones_zone_type_check;
alter table deliveries drop constraint if exists deliveries_customer_id_fkey;
alter table deliveries drop constraint if exists deliveries_delivery_address_check;
alter table deliveries drop constraint if exists deliveries_rating_check;
alter table delivery_tracking drop constraint if exists delivery_tracking_battery_level_check;
alter table delivery_tracking drop constraint if exists delivery_tracking_heading_check;
alter table delivery_geofences drop constraint if exists delivery_geofences_delivery_id_fkey;

-- Communication
alter table message_templates drop constraint if exists message_templates_category_check;
alter table message_templates drop constraint if exists message_templates_channel_type_check;
alter table message_templates drop constraint if exists message_templates_tenant_id_fkey;
alter table broadcasts drop constraint if exists broadcasts_status_check;
alter table broadcasts drop constraint if exists broadcasts_tenant_id_fkey;
alter table broadcast_messages drop constraint if exists broadcast_messages_channel_type_check;
alter table broadcast_messages drop constraint if exists broadcast_messages_priority_check;
alter table broadcast_messages drop constraint if exists broadcast_messages_template_id_fkey;
alter table broadcast_messages drop constraint if exists broadcast_messages_broadcast_id_channel_type_key;
create unique index concurrently if not exists broadcast_messages_broadcast_id_channel_type_key on broadcast_messages (broadcast_id, channel_type);
alter table broadcast_segments drop constraint if exists broadcast_segments_broadcast_id_fkey;
alter table broadcast_audit_logs drop constraint if exists broadcast_audit_logs_action_category_check;
alter table communication_analytics drop constraint if exists communication_analytics_broadcast_id_fkey;
alter table communication_analytics drop constraint if exists communication_analytics_broadcast_id_key;
create unique index concurrently if not exists communication_analytics_broadcast_id_key on communication_analytics (broadcast_id);
alter table communication_preferences drop constraint if exists communication_preferences_frequency_check;
alter table communication_preferences drop constraint if exists communication_preferences_customer_id_key;
create unique index concurrently if not exists communication_preferences_customer_id_key on communication_preferences (customer_id);
alter table communication_preferences drop constraint if exists communication_preferences_email_unsubscribe_token_key;
create unique index concurrently if not exists communication_preferences_email_unsubscribe_token_key on communication_preferences (email_unsubscribe_token);
alter table communication_preferences drop constraint if exists communication_preferences_sms_unsubscribe_token_key;
create unique index concurrently if not exists communication_preferences_sms_unsubscribe_token_key on communication_preferences (sms_unsubscribe_token);
alter table push_subscriptions drop constraint if exists push_subscriptions_device_type_check;
alter table push_subscriptions drop constraint if exists push_subscriptions_device_token_key;
create unique index concurrently if not exists push_subscriptions_device_token_key on push_subscriptions (device_token);
alter table unsubscribe_list drop constraint if exists unsubscribe_list_broadcast_id_fkey;
alter table unsubscribe_list drop constraint if exists unsubscribe_list_channel_type_check;
alter table unsubscribe_list drop constraint if exists unsubscribe_list_unsubscribe_source_check;

-- The assistant
alter table ai_personalities drop constraint if exists ai_personalities_tenant_id_fkey;
alter table ai_conversations drop constraint if exists ai_conversations_personality_id_fkey;
alter table conversation_states drop constraint if exists conversation_states_session_id_key;
create unique index concurrently if not exists conversation_states_session_id_key on conversation_states (session_id);
alter table training_sessions drop constraint if exists training_sessions_session_id_key;
create unique index concurrently if not exists training_sessions_session_id_key on training_sessions (session_id);
alter table model_deployments drop constraint if exists model_deployments_deployment_name_key;
create unique index concurrently if not exists model_deployments_deployment_name_key on model_deployments (deployment_name);

-- Languages
alter table translations drop constraint if exists translations_source_text_source_language_target_language_co_key;
create unique index concurrently if not exists translations_source_text_source_language_target_language_co_key on translations (source_text, source_language, target_language, context, namespace);
alter table translation_overrides drop constraint if exists translation_overrides_translation_id_fkey;
alter table translation_batches drop constraint if exists translation_batches_batch_key_key;
create unique index concurrently if not exists translation_batches_batch_key_key on translation_batches (batch_key);

-- Audit and rate limits of the agents
alter table agi_audit_aggregates drop constraint if exists agi_audit_aggregates_period_start_period_end_event_type_sev_key;
create unique index concurrently if not exists agi_audit_aggregates_period_start_period_end_event_type_sev_key on agi_audit_aggregates (period_start, period_end, event_type, severity);
