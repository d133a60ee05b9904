-- Stage 8: constraints. Each is added where it is not there yet; a unique one takes over the index that stage 7 has built, so
-- that nothing is built twice and none "already exists". Foreign keys and checks are not valid at first: so the tables are
-- locked for an instant only. The last file looks at the rows, while they are read and written.

create function pg_temp.add_constraint(its_table regclass, its_name text, definition text) returns void
    language plpgsql
as $$
begin
    if exists (select from pg_constraint where conrelid = its_table and conname = its_name) then
        return;
    end if;
    execute format('alter table %s add constraint %I %s %s', its_table, its_name, definition,
                   case when definition like 'unique%' then '' else 'not valid' end);
end
$$;

-- Tenants, users, settings
select pg_temp.add_constraint('tenants', 'tenants_name_key', 'unique using index tenants_name_key');
select pg_temp.add_constraint('tenants', 'tenants_status_check',
    $$check (status in ('active', 'suspended', 'cancelled', 'trial'))$$);
select pg_temp.add_constraint('tenants', 'tenants_subscription_tier_check',
    $$check (subscription_tier in ('community_and_new_business', 'small_business', 'professional_and_growing_business',
        'enterprise'))$$);
select pg_temp.add_constraint('provinces_territories', 'provinces_territories_type_check',
    $$check (type in ('province', 'territory'))$$);
select pg_temp.add_constraint('users', 'users_tenant_required',
    $$check ((role = 'super_admin' and tenant_id is null) or role = 'customer' or (role in ('staff', 'store_manager',
        'tenant_admin') and tenant_id is not null))$$);
select pg_temp.add_constraint('users', 'users_store_id_fkey',
    'foreign key (store_id) references stores (id) on delete set null');
select pg_temp.add_constraint('users', 'users_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete set null');
select pg_temp.add_constraint('profiles', 'unique_user_profile', 'unique using index unique_user_profile');
select pg_temp.add_constraint('user_addresses', 'user_addresses_address_type_check',
    $$check (address_type in ('delivery', 'billing'))$$);
select pg_temp.add_constraint('role_permissions', 'role_permissions_role_resource_type_action_key',
    'unique using index role_permissions_role_resource_type_action_key');
select pg_temp.add_constraint('api_keys', 'api_keys_tenant_id_fkey', 'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('auth_tokens', 'auth_tokens_token_type_check',
    $$check (token_type in ('email_verification', 'password_reset', 'refresh', 'api_key'))$$);
select pg_temp.add_constraint('token_blacklist', 'token_blacklist_token_id_key',
    'unique using index token_blacklist_token_id_key');
select pg_temp.add_constraint('token_blacklist', 'token_blacklist_user_id_fkey',
    'foreign key (user_id) references users (id) on delete cascade');
select pg_temp.add_constraint('user_sessions', 'user_sessions_session_token_key',
    'unique using index user_sessions_session_token_key');
select pg_temp.add_constraint('user_login_logs', 'user_login_logs_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete cascade');
select pg_temp.add_constraint('audit_log', 'audit_log_store_id_fkey', 'foreign key (store_id) references stores (id)');
select pg_temp.add_constraint('audit_log', 'audit_log_tenant_id_fkey', 'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('voice_profiles', 'fk_voice_profiles_user_id',
    'foreign key (user_id) references users (id) on delete cascade');
select pg_temp.add_constraint('voice_auth_logs', 'fk_voice_auth_logs_user_id',
    'foreign key (user_id) references users (id) on delete set null');
select pg_temp.add_constraint('system_settings', 'system_settings_category_key_key',
    'unique using index system_settings_category_key_key');
select pg_temp.add_constraint('store_settings', 'store_settings_store_id_category_key_key',
    'unique using index store_settings_store_id_category_key_key');
select pg_temp.add_constraint('holidays', 'holiday_date_check',
    $$check ((date_type = 'fixed' and fixed_month is not null and fixed_day is not null) or (date_type = 'floating' and
        floating_rule is not null) or (date_type = 'calculated' and calculation_rule is not null))$$);
select pg_temp.add_constraint('holidays', 'holidays_date_type_check',
    $$check (date_type in ('fixed', 'floating', 'calculated'))$$);
select pg_temp.add_constraint('holidays', 'holidays_fixed_day_check', 'check (fixed_day >= 1 and fixed_day <= 31)');
select pg_temp.add_constraint('holidays', 'holidays_fixed_month_check', 'check (fixed_month >= 1 and fixed_month <= 12)');
select pg_temp.add_constraint('holidays', 'holidays_holiday_type_check',
    $$check (holiday_type in ('federal', 'provincial', 'municipal', 'custom'))$$);
select pg_temp.add_constraint('holidays', 'holidays_typical_business_impact_check',
    $$check (typical_business_impact in ('closed', 'reduced_hours', 'normal', 'extended_hours'))$$);

-- Catalogue and reviews
select pg_temp.add_constraint('ocs_product_catalog', 'uk_product_catalog_ocs_variant',
    'unique using index uk_product_catalog_ocs_variant');
select pg_temp.add_constraint('ocs_product_catalog', 'product_catalog_ocs_rating_check', 'check (rating >= 0 and rating <= 5)');
select pg_temp.add_constraint('ocs_product_catalog', 'product_catalog_ocs_rating_count_check', 'check (rating_count >= 0)');
select pg_temp.add_constraint('accessory_categories', 'accessory_categories_slug_key',
    'unique using index accessory_categories_slug_key');
select pg_temp.add_constraint('accessories_catalog', 'accessories_catalog_barcode_key',
    'unique using index accessories_catalog_barcode_key');
select pg_temp.add_constraint('product_ratings', 'product_ratings_average_rating_check',
    'check (average_rating >= 0 and average_rating <= 5)');
select pg_temp.add_constraint('product_ratings', 'product_ratings_recommended_percentage_check',
    'check (recommended_percentage >= 0 and recommended_percentage <= 100)');
select pg_temp.add_constraint('product_ratings', 'product_ratings_total_reviews_check', 'check (total_reviews >= 0)');
select pg_temp.add_constraint('product_ratings', 'product_ratings_verified_purchase_count_check',
    'check (verified_purchase_count >= 0)');
select pg_temp.add_constraint('customer_reviews', 'customer_reviews_helpful_count_check', 'check (helpful_count >= 0)');
select pg_temp.add_constraint('customer_reviews', 'customer_reviews_not_helpful_count_check', 'check (not_helpful_count >= 0)');
select pg_temp.add_constraint('customer_reviews', 'customer_reviews_status_check',
    $$check (status in ('pending', 'approved', 'rejected', 'flagged'))$$);
select pg_temp.add_constraint('customer_reviews', 'fk_reviews_orders',
    'foreign key (order_id) references orders (id) on delete set null');
select pg_temp.add_constraint('customer_reviews', 'fk_reviews_product_ratings',
    'foreign key (sku) references product_ratings (sku) on delete cascade');
select pg_temp.add_constraint('customer_reviews', 'fk_reviews_users',
    'foreign key (user_id) references users (id) on delete cascade');
select pg_temp.add_constraint('review_attributes', 'chk_attribute_name',
    $$check (attribute_name in ('effects', 'flavor', 'potency', 'aroma', 'value', 'quality'))$$);
select pg_temp.add_constraint('review_attributes', 'review_attributes_rating_check', 'check (rating >= 1 and rating <= 5)');
select pg_temp.add_constraint('review_attributes', 'fk_attributes_reviews',
    'foreign key (review_id) references customer_reviews (id) on delete cascade');
select pg_temp.add_constraint('review_media', 'review_media_media_type_check', $$check (media_type in ('image', 'video'))$$);
select pg_temp.add_constraint('review_media', 'fk_media_reviews',
    'foreign key (review_id) references customer_reviews (id) on delete cascade');
select pg_temp.add_constraint('review_votes', 'unique_user_review_vote', 'unique using index unique_user_review_vote');
select pg_temp.add_constraint('review_votes', 'fk_votes_reviews',
    'foreign key (review_id) references customer_reviews (id) on delete cascade');
select pg_temp.add_constraint('review_votes', 'fk_votes_users',
    'foreign key (user_id) references users (id) on delete cascade');
select pg_temp.add_constraint('wishlist', 'unique_wishlist_item', 'unique using index unique_wishlist_item');
select pg_temp.add_constraint('product_recommendations', 'product_recommendations_product_id_recommended_product_id_r_key',
    'unique using index product_recommendations_product_id_recommended_product_id_r_key');

-- Inventory and purchasing
select pg_temp.add_constraint('provincial_suppliers', 'fk_provincial_supplier_province_territory',
    'foreign key (provinces_territories_id) references provinces_territories (id) on update cascade on delete set null');
select pg_temp.add_constraint('provincial_suppliers', 'suppliers_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('ocs_inventory', 'ocs_inventory_store_id_sku_key',
    'unique using index ocs_inventory_store_id_sku_key');
select pg_temp.add_constraint('ocs_inventory', 'ocs_inventory_store_sku_unique',
    'unique using index ocs_inventory_store_sku_unique');
select pg_temp.add_constraint('ocs_inventory', 'ocs_inventory_quantity_available_check', 'check (quantity_available >= 0)');
select pg_temp.add_constraint('ocs_inventory', 'ocs_inventory_quantity_on_hand_check', 'check (quantity_on_hand >= 0)');
select pg_temp.add_constraint('ocs_inventory', 'ocs_inventory_quantity_reserved_check', 'check (quantity_reserved >= 0)');
select pg_temp.add_constraint('ocs_inventory_logs', 'ocs_inventory_logs_inventory_id_fkey',
    'foreign key (inventory_id) references ocs_inventory (id) on delete cascade');
select pg_temp.add_constraint('ocs_inventory_movements', 'ocs_inventory_movements_inventory_id_fkey',
    'foreign key (inventory_id) references ocs_inventory (id) on delete cascade');
select pg_temp.add_constraint('ocs_inventory_reservations', 'ocs_inventory_reservations_inventory_id_fkey',
    'foreign key (inventory_id) references ocs_inventory (id) on delete cascade');
select pg_temp.add_constraint('ocs_inventory_snapshots', 'ocs_inventory_snapshots_inventory_id_fkey',
    'foreign key (inventory_id) references ocs_inventory (id) on delete cascade');
select pg_temp.add_constraint('ocs_inventory_transactions', 'inventory_transactions_transaction_type_check',
    $$check (transaction_type in ('purchase', 'sale', 'adjustment', 'return', 'transfer'))$$);
select pg_temp.add_constraint('ocs_inventory_transactions', 'inventory_transactions_store_id_fkey',
    'foreign key (store_id) references stores (id)');
select pg_temp.add_constraint('inventory_locations', 'inventory_locations_code_key',
    'unique using index inventory_locations_code_key');
select pg_temp.add_constraint('shelf_locations', 'unique_location_per_store', 'unique using index unique_location_per_store');
select pg_temp.add_constraint('location_assignments_log', 'location_assignments_log_inventory_id_fkey',
    'foreign key (inventory_id) references ocs_inventory (id) on delete cascade');
select pg_temp.add_constraint('location_assignments_log', 'location_assignments_log_location_id_fkey',
    'foreign key (location_id) references inventory_locations (id) on delete set null');
select pg_temp.add_constraint('batch_tracking', 'batch_tracking_batch_lot_key',
    'unique using index batch_tracking_batch_lot_key');
select pg_temp.add_constraint('batch_tracking', 'batch_tracking_location_id_fkey',
    'foreign key (location_id) references shelf_locations (id)');
select pg_temp.add_constraint('batch_tracking', 'batch_tracking_purchase_order_id_fkey',
    'foreign key (purchase_order_id) references purchase_orders (id)');
select pg_temp.add_constraint('purchase_orders', 'purchase_orders_status_check',
    $$check (status in ('pending', 'partial', 'received', 'cancelled'))$$);
select pg_temp.add_constraint('purchase_orders', 'purchase_orders_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('purchase_order_items', 'purchase_order_items_quantity_ordered_check',
    'check (quantity_ordered > 0)');
select pg_temp.add_constraint('purchase_order_items', 'purchase_order_items_quantity_received_check',
    'check (quantity_received >= 0)');
select pg_temp.add_constraint('purchase_order_items', 'purchase_order_items_unit_cost_check', 'check (unit_cost >= 0)');

-- Carts, orders, prices, promotions
select pg_temp.add_constraint('cart_sessions', 'cart_sessions_ai_personality_id_fkey',
    'foreign key (ai_personality_id) references ai_personalities (id)');
select pg_temp.add_constraint('cart_sessions', 'cart_sessions_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('tax_rates', 'tax_rates_tenant_id_fkey', 'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('price_tiers', 'price_tiers_name_key', 'unique using index price_tiers_name_key');
select pg_temp.add_constraint('customer_pricing_rules', 'customer_pricing_rules_price_tier_id_fkey',
    'foreign key (price_tier_id) references price_tiers (id)');
select pg_temp.add_constraint('customer_pricing_rules', 'customer_pricing_rules_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('pricing_rules', 'unique_store_category_rule', 'unique using index unique_store_category_rule');
select pg_temp.add_constraint('promotions', 'promotions_code_key', 'unique using index promotions_code_key');
select pg_temp.add_constraint('promotions', 'check_continuous_end_date',
    'check ((is_continuous = true and end_date is null) or is_continuous = false)');
select pg_temp.add_constraint('promotions', 'check_recurrence_logic',
    $$check (recurrence_type = 'none' or recurrence_type = 'daily' or (recurrence_type = 'weekly' and day_of_week is not
        null and (array_length(day_of_week, 1) > 0)))$$);
select pg_temp.add_constraint('promotions', 'check_time_window_complete',
    'check ((time_start is null and time_end is null) or (time_start is not null and time_end is not null))');
select pg_temp.add_constraint('promotions', 'check_time_window_valid',
    'check (time_start is null or time_end is null or time_start < time_end)');
select pg_temp.add_constraint('promotions', 'promotions_created_by_user_id_fkey',
    'foreign key (created_by_user_id) references users (id) on delete set null');
select pg_temp.add_constraint('promotions', 'promotions_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete cascade');
select pg_temp.add_constraint('promotion_usage', 'promotion_usage_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('discount_codes', 'discount_codes_discount_type_check',
    $$check (discount_type in ('percentage', 'fixed', 'bogo', 'free_delivery'))$$);
select pg_temp.add_constraint('discount_codes', 'discount_codes_promotion_id_fkey',
    'foreign key (promotion_id) references promotions (id)');
select pg_temp.add_constraint('discount_codes', 'discount_codes_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id)');

-- Payments
select pg_temp.add_constraint('payment_providers', 'payment_providers_name_key',
    'unique using index payment_providers_name_key');
select pg_temp.add_constraint('payment_credentials', 'payment_credentials_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete cascade');
select pg_temp.add_constraint('payment_credentials', 'payment_credentials_updated_by_fkey',
    'foreign key (updated_by) references users (id)');
select pg_temp.add_constraint('payment_methods', 'payment_methods_tenant_id_payment_token_provider_id_key',
    'unique using index payment_methods_tenant_id_payment_token_provider_id_key');
select pg_temp.add_constraint('payment_methods', 'payment_methods_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete cascade');
select pg_temp.add_constraint('payment_transactions', 'payment_transactions_transaction_reference_key',
    'unique using index payment_transactions_transaction_reference_key');
select pg_temp.add_constraint('payment_transactions', 'payment_transactions_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('payment_refunds', 'payment_refunds_initiated_by_fkey',
    'foreign key (initiated_by) references users (id)');
select pg_temp.add_constraint('payment_refunds', 'payment_refunds_refund_transaction_id_fkey',
    'foreign key (refund_transaction_id) references payment_transactions (id)');
select pg_temp.add_constraint('payment_disputes', 'payment_disputes_provider_id_fkey',
    'foreign key (provider_id) references payment_providers (id)');
select pg_temp.add_constraint('payment_fee_splits', 'payment_fee_splits_transaction_id_key',
    'unique using index payment_fee_splits_transaction_id_key');
select pg_temp.add_constraint('payment_fee_splits', 'payment_fee_splits_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('payment_subscriptions', 'payment_subscriptions_provider_id_fkey',
    'foreign key (provider_id) references payment_providers (id)');
select pg_temp.add_constraint('payment_subscriptions', 'payment_subscriptions_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete cascade');
select pg_temp.add_constraint('payment_metrics', 'payment_metrics_date_provider_id_key',
    'unique using index payment_metrics_date_provider_id_key');
select pg_temp.add_constraint('payment_idempotency_keys', 'payment_idempotency_keys_status_check',
    $$check (status in ('processing', 'completed', 'failed'))$$);
select pg_temp.add_constraint('payment_idempotency_keys', 'payment_idempotency_keys_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete cascade');
select pg_temp.add_constraint('payment_webhook_routes', 'payment_webhook_routes_webhook_url_path_key',
    'unique using index payment_webhook_routes_webhook_url_path_key');
select pg_temp.add_constraint('payment_webhook_routes', 'payment_webhook_routes_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete cascade');
select pg_temp.add_constraint('payment_audit_log', 'payment_audit_log_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete set null');

-- Delivery
select pg_temp.add_constraint('delivery_zones', 'delivery_zones_zone_type_check',
    $$check (zone_type in ('radius', 'polygon', 'postal_codes'))$$);
select pg_temp.add_constraint('delivery_zones', 'delivery_zones_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id)');
select pg_temp.add_constraint('deliveries', 'deliveries_delivery_address_check',
    $$check (delivery_address ? 'street' and delivery_address ? 'city' and delivery_address ? 'postal_code')$$);
select pg_temp.add_constraint('deliveries', 'deliveries_rating_check', 'check (rating >= 1 and rating <= 5)');
select pg_temp.add_constraint('deliveries', 'deliveries_customer_id_fkey',
    'foreign key (customer_id) references profiles (id)');
select pg_temp.add_constraint('delivery_tracking', 'delivery_tracking_battery_level_check',
    'check (battery_level >= 0 and battery_level <= 100)');
select pg_temp.add_constraint('delivery_tracking', 'delivery_tracking_heading_check',
    'check (heading >= 0 and heading <= 360)');
select pg_temp.add_constraint('delivery_geofences', 'delivery_geofences_delivery_id_fkey',
    'foreign key (delivery_id) references deliveries (id) on delete cascade');

-- Communication
select pg_temp.add_constraint('message_templates', 'message_templates_category_check',
    $$check (category in ('promotional', 'transactional', 'alert', 'general'))$$);
select pg_temp.add_constraint('message_templates', 'message_templates_channel_type_check',
    $$check (channel_type in ('email', 'sms', 'push'))$$);
select pg_temp.add_constraint('message_templates', 'message_templates_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete cascade');
select pg_temp.add_constraint('broadcasts', 'broadcasts_status_check',
    $$check (status in ('draft', 'scheduled', 'sending', 'sent', 'paused', 'cancelled', 'failed'))$$);
select pg_temp.add_constraint('broadcasts', 'broadcasts_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete cascade');
select pg_temp.add_constraint('broadcast_messages', 'broadcast_messages_broadcast_id_channel_type_key',
    'unique using index broadcast_messages_broadcast_id_channel_type_key');
select pg_temp.add_constraint('broadcast_messages', 'broadcast_messages_channel_type_check',
    $$check (channel_type in ('email', 'sms', 'push'))$$);
select pg_temp.add_constraint('broadcast_messages', 'broadcast_messages_priority_check',
    $$check (priority in ('low', 'normal', 'high', 'urgent'))$$);
select pg_temp.add_constraint('broadcast_messages', 'broadcast_messages_template_id_fkey',
    'foreign key (template_id) references message_templates (id)');
select pg_temp.add_constraint('broadcast_segments', 'broadcast_segments_broadcast_id_fkey',
    'foreign key (broadcast_id) references broadcasts (id) on delete cascade');
select pg_temp.add_constraint('broadcast_audit_logs', 'broadcast_audit_logs_action_category_check',
    $$check (action_category in ('create', 'update', 'send', 'cancel', 'pause', 'resume', 'delete', 'approve'))$$);
select pg_temp.add_constraint('communication_analytics', 'communication_analytics_broadcast_id_key',
    'unique using index communication_analytics_broadcast_id_key');
select pg_temp.add_constraint('communication_analytics', 'communication_analytics_broadcast_id_fkey',
    'foreign key (broadcast_id) references broadcasts (id) on delete cascade');
select pg_temp.add_constraint('communication_preferences', 'communication_preferences_customer_id_key',
    'unique using index communication_preferences_customer_id_key');
select pg_temp.add_constraint('communication_preferences', 'communication_preferences_email_unsubscribe_token_key',
    'unique using index communication_preferences_email_unsubscribe_token_key');
select pg_temp.add_constraint('communication_preferences', 'communication_preferences_sms_unsubscribe_token_key',
    'unique using index communication_preferences_sms_unsubscribe_token_key');
select pg_temp.add_constraint('communication_preferences', 'communication_preferences_frequency_check',
    $$check (frequency in ('immediate', 'daily', 'weekly', 'monthly', 'normal'))$$);
select pg_temp.add_constraint('push_subscriptions', 'push_subscriptions_device_token_key',
    'unique using index push_subscriptions_device_token_key');
select pg_temp.add_constraint('push_subscriptions', 'push_subscriptions_device_type_check',
    $$check (device_type in ('ios', 'android', 'web'))$$);
select pg_temp.add_constraint('unsubscribe_list', 'unsubscribe_list_channel_type_check',
    $$check (channel_type in ('email', 'sms', 'push', 'all'))$$);
select pg_temp.add_constraint('unsubscribe_list', 'unsubscribe_list_unsubscribe_source_check',
    $$check (unsubscribe_source in ('link', 'reply', 'admin', 'api', 'customer_request'))$$);
select pg_temp.add_constraint('unsubscribe_list', 'unsubscribe_list_broadcast_id_fkey',
    'foreign key (broadcast_id) references broadcasts (id)');

-- The assistant
select pg_temp.add_constraint('ai_personalities', 'ai_personalities_tenant_id_fkey',
    'foreign key (tenant_id) references tenants (id) on delete cascade');
select pg_temp.add_constraint('ai_conversations', 'ai_conversations_personality_id_fkey',
    'foreign key (personality_id) references ai_personalities (id)');
select pg_temp.add_constraint('conversation_states', 'conversation_states_session_id_key',
    'unique using index conversation_states_session_id_key');
select pg_temp.add_constraint('training_sessions', 'training_sessions_session_id_key',
    'unique using index training_sessions_session_id_key');
select pg_temp.add_constraint('model_deployments', 'model_deployments_deployment_name_key',
    'unique using index model_deployments_deployment_name_key');

-- Languages
select pg_temp.add_constraint('translations', 'translations_source_text_source_language_target_language_co_key',
    'unique using index translations_source_text_source_language_target_language_co_key');
select pg_temp.add_constraint('translation_overrides', 'translation_overrides_translation_id_fkey',
    'foreign key (translation_id) references translations (id) on delete cascade');
select pg_temp.add_constraint('translation_batches', 'translation_batches_batch_key_key',
    'unique using index translation_batches_batch_key_key');

-- Audit and rate limits of the agents
select pg_temp.add_constraint('agi_audit_aggregates', 'agi_audit_aggregates_period_start_period_end_event_type_sev_key',
    'unique using index agi_audit_aggregates_period_start_period_end_event_type_sev_key');
