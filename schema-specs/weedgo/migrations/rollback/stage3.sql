-- Undoes stage 3. What the columns hold is lost: save it first.

-- Tenants, users, settings
alter table provinces_territories
    drop column if exists delivery_allowed,
    drop column if exists license_prefix,
    drop column if exists min_age,
    drop column if exists pickup_allowed,
    drop column if exists regulatory_body,
    drop column if exists settings,
    drop column if exists type;
alter table profiles
    drop column if exists address,
    drop column if exists city,
    drop column if exists country,
    drop column if exists customer_type,
    drop column if exists date_of_birth,
    drop column if exists experience_level,
    drop column if exists first_name,
    drop column if exists interaction_count,
    drop column if exists is_verified,
    drop column if exists language,
    drop column if exists last_interaction,
    drop column if exists last_name,
    drop column if exists last_order_date,
    drop column if exists marketing_consent,
    drop column if exists medical_conditions,
    drop column if exists needs,
    drop column if exists notes,
    drop column if exists order_count,
    drop column if exists payment_methods,
    drop column if exists phone,
    drop column if exists postal_code,
    drop column if exists preferred_categories,
    drop column if exists preferred_effects,
    drop column if exists preferred_payment_method,
    drop column if exists price_range,
    drop column if exists purchase_history,
    drop column if exists sms_consent,
    drop column if exists state,
    drop column if exists tags,
    drop column if exists timezone,
    drop column if exists total_spent;
alter table user_addresses
    drop column if exists address_type,
    drop column if exists is_validated,
    drop column if exists phone_number,
    drop column if exists province_state,
    drop column if exists unit_number,
    drop column if exists validation_data;
alter table role_permissions
    drop column if exists granted,
    drop column if exists resource_type;
alter table api_keys
    drop column if exists active,
    drop column if exists allowed_stores,
    drop column if exists description,
    drop column if exists last_used,
    drop column if exists name,
    drop column if exists tenant_id,
    drop column if exists updated_at;
alter table auth_tokens
    drop column if exists is_used,
    drop column if exists metadata,
    drop column if exists used_at;
alter table token_blacklist
    drop column if exists created_at,
    drop column if exists token_id,
    drop column if exists user_id;
alter table user_sessions
    drop column if exists last_activity;
alter table user_login_logs
    drop column if exists city,
    drop column if exists country,
    drop column if exists created_at,
    drop column if exists device_fingerprint,
    drop column if exists isp,
    drop column if exists latitude,
    drop column if exists longitude,
    drop column if exists postal_code,
    drop column if exists region,
    drop column if exists session_id,
    drop column if exists timezone;
alter table otp_codes
    drop column if exists code,
    drop column if exists identifier,
    drop column if exists identifier_type,
    drop column if exists ip_address,
    drop column if exists purpose,
    drop column if exists user_agent,
    drop column if exists verified;
alter table otp_rate_limits
    drop column if exists blocked_until,
    drop column if exists created_at,
    drop column if exists first_request_at,
    drop column if exists identifier,
    drop column if exists identifier_type,
    drop column if exists last_request_at;
alter table audit_log
    drop column if exists resource_id,
    drop column if exists store_id,
    drop column if exists success,
    drop column if exists tenant_id;
alter table location_access_log
    drop column if exists accuracy,
    drop column if exists latitude,
    drop column if exists longitude,
    drop column if exists metadata,
    drop column if exists store_id,
    drop column if exists user_agent;
alter table age_verification_logs
    drop column if exists age_info,
    drop column if exists session_id,
    drop column if exists "timestamp",
    drop column if exists verified;
alter table voice_profiles
    drop column if exists age_verification,
    drop column if exists metadata,
    drop column if exists voice_embedding;
alter table voice_auth_logs
    drop column if exists age_info,
    drop column if exists success,
    drop column if exists "timestamp",
    drop column if exists user_agent;
alter table store_settings
    drop column if exists category;
alter table holidays
    drop column if exists calculation_rule,
    drop column if exists date_type,
    drop column if exists fixed_day,
    drop column if exists fixed_month,
    drop column if exists floating_rule,
    drop column if exists holiday_type,
    drop column if exists is_bank_holiday,
    drop column if exists typical_business_impact,
    drop column if exists updated_at;

-- Catalogue and reviews
alter table ocs_product_catalog
    drop column if exists battery_type,
    drop column if exists carrier_oil,
    drop column if exists cbd_content_per_unit,
    drop column if exists cbd_content_per_volume,
    drop column if exists colour,
    drop column if exists compatibility,
    drop column if exists craft,
    drop column if exists delivery_tier,
    drop column if exists dried_flower_cannabis_equivalency,
    drop column if exists drying_method,
    drop column if exists eaches_per_inner_pack,
    drop column if exists eaches_per_master_case,
    drop column if exists extraction_process,
    drop column if exists food_allergens,
    drop column if exists fulfilment_method,
    drop column if exists grow_medium,
    drop column if exists grow_method,
    drop column if exists grow_region,
    drop column if exists growing_method,
    drop column if exists gtin,
    drop column if exists heating_element_type,
    drop column if exists inventory_status,
    drop column if exists maximum_cbd_content_percent,
    drop column if exists maximum_thc_content_percent,
    drop column if exists minimum_cbd_content_percent,
    drop column if exists minimum_thc_content_percent,
    drop column if exists net_weight,
    drop column if exists number_of_items_in_retail_pack,
    drop column if exists ocs_item_number,
    drop column if exists ocs_variant_number,
    drop column if exists ontario_grown,
    drop column if exists pack_size,
    drop column if exists physical_dimension_depth,
    drop column if exists physical_dimension_height,
    drop column if exists physical_dimension_volume,
    drop column if exists physical_dimension_weight,
    drop column if exists physical_dimension_width,
    drop column if exists plant_type,
    drop column if exists product_long_description,
    drop column if exists product_short_description,
    drop column if exists rating,
    drop column if exists rating_count,
    drop column if exists rechargeable_battery,
    drop column if exists removable_battery,
    drop column if exists replacement_parts_available,
    drop column if exists size,
    drop column if exists slug,
    drop column if exists stock_status,
    drop column if exists storage_criteria,
    drop column if exists strain_type,
    drop column if exists street_name,
    drop column if exists sub_category,
    drop column if exists sub_sub_category,
    drop column if exists supplier_name,
    drop column if exists temperature_control,
    drop column if exists temperature_display,
    drop column if exists terpenes,
    drop column if exists thc_content_per_unit,
    drop column if exists thc_content_per_volume,
    drop column if exists trimming_method,
    drop column if exists unit_of_measure,
    drop column if exists unit_price,
    drop column if exists updated_at;
alter table product_ratings
    drop column if exists created_at,
    drop column if exists rating_distribution,
    drop column if exists recommended_percentage,
    drop column if exists sku,
    drop column if exists total_reviews,
    drop column if exists verified_purchase_count;
alter table customer_reviews
    drop column if exists is_recommended,
    drop column if exists sku,
    drop column if exists status;
alter table review_attributes
    drop column if exists attribute_value,
    drop column if exists rating;
alter table review_media
    drop column if exists caption;
alter table wishlist
    drop column if exists customer_id,
    drop column if exists priority,
    drop column if exists product_id,
    drop column if exists store_id;
alter table product_recommendations
    drop column if exists active,
    drop column if exists based_on,
    drop column if exists click_through_rate,
    drop column if exists conversion_rate,
    drop column if exists product_id,
    drop column if exists recommended_product_id,
    drop column if exists revenue_impact,
    drop column if exists updated_at;
alter table recommendation_metrics
    drop column if exists customer_id,
    drop column if exists event_type,
    drop column if exists event_value,
    drop column if exists session_id;
alter table skip_words
    drop column if exists active;

-- Inventory and purchasing
alter table provincial_suppliers
    drop column if exists address,
    drop column if exists contact_person,
    drop column if exists email,
    drop column if exists is_provincial_supplier,
    drop column if exists payment_terms,
    drop column if exists phone,
    drop column if exists provinces_territories_id,
    drop column if exists tenant_id;
alter table ocs_inventory
    drop column if exists batch_lot,
    drop column if exists brand,
    drop column if exists case_gtin,
    drop column if exists category,
    drop column if exists cbd_content,
    drop column if exists container_id,
    drop column if exists each_gtin,
    drop column if exists gtin_barcode,
    drop column if exists image_url,
    drop column if exists is_available,
    drop column if exists last_restock_date,
    drop column if exists max_stock_level,
    drop column if exists min_stock_level,
    drop column if exists override_price,
    drop column if exists packaged_on_date,
    drop column if exists plant_type,
    drop column if exists product_name,
    drop column if exists quantity_available,
    drop column if exists quantity_on_hand,
    drop column if exists quantity_reserved,
    drop column if exists retail_price,
    drop column if exists retail_price_dynamic,
    drop column if exists shipment_id,
    drop column if exists sku,
    drop column if exists strain_type,
    drop column if exists subcategory,
    drop column if exists supplier,
    drop column if exists thc_content,
    drop column if exists unit_cost,
    drop column if exists vendor;
alter table ocs_inventory_logs
    drop column if exists change_quantity,
    drop column if exists inventory_id,
    drop column if exists metadata,
    drop column if exists new_quantity,
    drop column if exists order_id,
    drop column if exists performed_by,
    drop column if exists previous_quantity,
    drop column if exists reason;
alter table ocs_inventory_movements
    drop column if exists inventory_id,
    drop column if exists performed_by,
    drop column if exists reason,
    drop column if exists reference_id,
    drop column if exists reference_type;
alter table ocs_inventory_reservations
    drop column if exists cart_session_id,
    drop column if exists inventory_id,
    drop column if exists order_id,
    drop column if exists status,
    drop column if exists updated_at;
alter table ocs_inventory_snapshots
    drop column if exists available_quantity,
    drop column if exists inventory_id,
    drop column if exists last_movement_id,
    drop column if exists quantity_on_hand,
    drop column if exists reserved_quantity;
alter table ocs_inventory_transactions
    drop column if exists batch_lot,
    drop column if exists created_by,
    drop column if exists quantity,
    drop column if exists running_balance,
    drop column if exists sku,
    drop column if exists unit_cost;
alter table inventory_locations
    drop column if exists code,
    drop column if exists name,
    drop column if exists type,
    drop column if exists updated_at,
    drop column if exists zone;
alter table shelf_locations
    drop column if exists aisle,
    drop column if exists bin,
    drop column if exists is_active,
    drop column if exists is_available,
    drop column if exists location_code,
    drop column if exists location_type,
    drop column if exists max_volume_m3,
    drop column if exists max_weight_kg,
    drop column if exists notes,
    drop column if exists shelf,
    drop column if exists temperature_range,
    drop column if exists zone;
alter table location_assignments_log
    drop column if exists inventory_id,
    drop column if exists location_id,
    drop column if exists notes,
    drop column if exists quantity;
alter table batch_tracking
    drop column if exists batch_lot,
    drop column if exists case_gtin,
    drop column if exists each_gtin,
    drop column if exists gtin_barcode,
    drop column if exists is_active,
    drop column if exists location_id,
    drop column if exists packaged_on_date,
    drop column if exists purchase_order_id,
    drop column if exists sku,
    drop column if exists unit_cost;
alter table purchase_orders
    drop column if exists container_id,
    drop column if exists expected_date,
    drop column if exists ocs_order_number,
    drop column if exists received_date,
    drop column if exists shipment_id,
    drop column if exists tenant_id,
    drop column if exists vendor;
alter table purchase_order_items
    drop column if exists batch_lot,
    drop column if exists brand,
    drop column if exists case_gtin,
    drop column if exists each_gtin,
    drop column if exists exists_in_inventory,
    drop column if exists gtin_barcode,
    drop column if exists item_name,
    drop column if exists line_total,
    drop column if exists packaged_on_date,
    drop column if exists shipped_qty,
    drop column if exists sku,
    drop column if exists uom,
    drop column if exists uom_conversion,
    drop column if exists uom_conversion_qty,
    drop column if exists updated_at,
    drop column if exists vendor;

-- Carts, orders, prices, promotions
alter table cart_sessions
    drop column if exists ai_personality_id,
    drop column if exists delivery_fee,
    drop column if exists discount_codes,
    drop column if exists status,
    drop column if exists tax_calculation,
    drop column if exists tenant_id,
    drop column if exists user_profile_id;
alter table order_status_history
    drop column if exists changed_at,
    drop column if exists notes,
    drop column if exists status;
alter table tax_rates
    drop column if exists cannabis_excise_duty,
    drop column if exists effective_to,
    drop column if exists environmental_fee,
    drop column if exists excise_calculation_method,
    drop column if exists federal_tax_rate,
    drop column if exists provincial_tax_rate,
    drop column if exists recycling_fee,
    drop column if exists tenant_id,
    drop column if exists updated_at;
alter table price_tiers
    drop column if exists active,
    drop column if exists customer_type,
    drop column if exists description,
    drop column if exists min_monthly_volume,
    drop column if exists min_order_value,
    drop column if exists name,
    drop column if exists priority,
    drop column if exists updated_at;
alter table customer_pricing_rules
    drop column if exists active,
    drop column if exists category_discounts,
    drop column if exists custom_markup_percentage,
    drop column if exists early_payment_discount,
    drop column if exists negotiated_products,
    drop column if exists payment_terms,
    drop column if exists price_tier_id,
    drop column if exists tenant_id,
    drop column if exists updated_at,
    drop column if exists volume_discounts;
alter table pricing_rules
    drop column if exists sub_category,
    drop column if exists sub_sub_category,
    drop column if exists updated_at;
alter table dynamic_pricing_rules
    drop column if exists action_type,
    drop column if exists action_value,
    drop column if exists active,
    drop column if exists category_ids,
    drop column if exists description,
    drop column if exists name,
    drop column if exists priority,
    drop column if exists product_ids,
    drop column if exists trigger_type,
    drop column if exists updated_at;
alter table price_history
    drop column if exists changed_at,
    drop column if exists product_id;
alter table bundle_deals
    drop column if exists active,
    drop column if exists allow_substitutions,
    drop column if exists bundle_type,
    drop column if exists description,
    drop column if exists discount_percentage,
    drop column if exists end_date,
    drop column if exists max_quantity,
    drop column if exists min_quantity,
    drop column if exists name,
    drop column if exists optional_products,
    drop column if exists require_all_items,
    drop column if exists required_products,
    drop column if exists start_date,
    drop column if exists updated_at;
alter table promotions
    drop column if exists active,
    drop column if exists applies_to,
    drop column if exists brand_ids,
    drop column if exists category_ids,
    drop column if exists created_by_user_id,
    drop column if exists customer_tier_ids,
    drop column if exists day_of_week,
    drop column if exists discount_type,
    drop column if exists discount_value,
    drop column if exists exclude_product_ids,
    drop column if exists first_time_customer_only,
    drop column if exists hour_of_day,
    drop column if exists is_continuous,
    drop column if exists max_discount_amount,
    drop column if exists min_purchase_amount,
    drop column if exists priority,
    drop column if exists product_ids,
    drop column if exists recurrence_type,
    drop column if exists stackable,
    drop column if exists tenant_id,
    drop column if exists time_end,
    drop column if exists time_start,
    drop column if exists timezone,
    drop column if exists total_usage_limit,
    drop column if exists usage_limit_per_customer;
alter table promotion_usage
    drop column if exists customer_id,
    drop column if exists tenant_id;
alter table discount_codes
    drop column if exists customer_id,
    drop column if exists description,
    drop column if exists minimum_purchase,
    drop column if exists order_id,
    drop column if exists promotion_id,
    drop column if exists tenant_id,
    drop column if exists used,
    drop column if exists used_at;
alter table discount_usage
    drop column if exists used_at;

-- Payments
alter table payment_providers
    drop column if exists capabilities,
    drop column if exists fee_structure,
    drop column if exists is_default,
    drop column if exists name,
    drop column if exists settlement_schedule,
    drop column if exists supported_card_types,
    drop column if exists webhook_url;
alter table payment_credentials
    drop column if exists description,
    drop column if exists encrypted_data,
    drop column if exists encryption_metadata,
    drop column if exists provider,
    drop column if exists revoked_at,
    drop column if exists tenant_id,
    drop column if exists updated_at,
    drop column if exists updated_by;
alter table payment_methods
    drop column if exists card_last_four,
    drop column if exists display_name,
    drop column if exists is_active,
    drop column if exists last_used_at,
    drop column if exists payment_token,
    drop column if exists tenant_id,
    drop column if exists type;
alter table payment_transactions
    drop column if exists authentication_data,
    drop column if exists authentication_status,
    drop column if exists device_fingerprint,
    drop column if exists failed_at,
    drop column if exists fraud_status,
    drop column if exists idempotency_key,
    drop column if exists ip_address,
    drop column if exists net_amount,
    drop column if exists platform_fee,
    drop column if exists processed_at,
    drop column if exists provider_fee,
    drop column if exists risk_factors,
    drop column if exists risk_score,
    drop column if exists tax_amount,
    drop column if exists tenant_id,
    drop column if exists tenant_net_amount,
    drop column if exists tenant_provider_id,
    drop column if exists transaction_reference,
    drop column if exists type,
    drop column if exists user_agent;
alter table payment_refunds
    drop column if exists amount,
    drop column if exists completed_at,
    drop column if exists initiated_by,
    drop column if exists notes,
    drop column if exists reason,
    drop column if exists refund_transaction_id;
alter table payment_disputes
    drop column if exists amount,
    drop column if exists currency,
    drop column if exists dispute_id,
    drop column if exists evidence_due_date,
    drop column if exists evidence_submitted,
    drop column if exists merchant_response,
    drop column if exists provider_id,
    drop column if exists provider_response,
    drop column if exists reason,
    drop column if exists reason_code,
    drop column if exists type,
    drop column if exists updated_at;
alter table payment_fee_splits
    drop column if exists gross_amount,
    drop column if exists platform_fee,
    drop column if exists platform_fee_collected,
    drop column if exists platform_fee_collected_at,
    drop column if exists platform_fixed_fee,
    drop column if exists platform_percentage_fee,
    drop column if exists provider_fee,
    drop column if exists tenant_id,
    drop column if exists tenant_net_amount,
    drop column if exists tenant_settled,
    drop column if exists tenant_settled_at;
alter table payment_subscriptions
    drop column if exists billing_cycles_completed,
    drop column if exists cancelled_at,
    drop column if exists failed_payment_count,
    drop column if exists "interval",
    drop column if exists interval_count,
    drop column if exists next_billing_date,
    drop column if exists provider_id,
    drop column if exists subscription_id,
    drop column if exists tenant_id,
    drop column if exists trial_end_date;
alter table payment_settlements
    drop column if exists adjustment_amount,
    drop column if exists bank_account_last_four,
    drop column if exists chargeback_amount,
    drop column if exists chargeback_count,
    drop column if exists currency,
    drop column if exists deposit_date,
    drop column if exists gross_amount,
    drop column if exists reconciled_at,
    drop column if exists refund_amount,
    drop column if exists refund_count,
    drop column if exists settlement_id,
    drop column if exists settlement_report_url;
alter table payment_metrics
    drop column if exists avg_transaction_time_ms,
    drop column if exists date,
    drop column if exists metrics_by_type,
    drop column if exists net_amount,
    drop column if exists success_rate,
    drop column if exists total_refunds;
alter table payment_provider_health_metrics
    drop column if exists checked_at,
    drop column if exists endpoint,
    drop column if exists error_type,
    drop column if exists is_successful,
    drop column if exists method,
    drop column if exists status_code,
    drop column if exists tenant_provider_id;
alter table payment_idempotency_keys
    drop column if exists response,
    drop column if exists status,
    drop column if exists tenant_id;
alter table payment_webhook_routes
    drop column if exists provider,
    drop column if exists tenant_id,
    drop column if exists tenant_provider_id,
    drop column if exists updated_at,
    drop column if exists webhook_url_path;
alter table payment_webhooks
    drop column if exists processed,
    drop column if exists processing_error,
    drop column if exists received_at,
    drop column if exists signature_verified,
    drop column if exists webhook_id;
alter table payment_audit_log
    drop column if exists details,
    drop column if exists entity_id,
    drop column if exists entity_type,
    drop column if exists tenant_id;

-- Delivery
alter table delivery_zones
    drop column if exists available_days,
    drop column if exists base_delivery_fee,
    drop column if exists delivery_hours,
    drop column if exists delivery_time_minutes,
    drop column if exists free_delivery_minimum,
    drop column if exists polygon_coordinates,
    drop column if exists radius_km,
    drop column if exists tenant_id,
    drop column if exists updated_at;
alter table delivery_batches
    drop column if exists estimated_duration_minutes,
    drop column if exists optimized_route,
    drop column if exists total_distance_km;
alter table deliveries
    drop column if exists accepted_at,
    drop column if exists age_verified,
    drop column if exists arrived_at,
    drop column if exists assigned_at,
    drop column if exists batch_id,
    drop column if exists batch_sequence,
    drop column if exists cancelled_at,
    drop column if exists completed_at,
    drop column if exists customer_email,
    drop column if exists customer_id,
    drop column if exists customer_name,
    drop column if exists customer_phone,
    drop column if exists delivery_fee,
    drop column if exists delivery_latitude,
    drop column if exists delivery_longitude,
    drop column if exists delivery_notes,
    drop column if exists departed_at,
    drop column if exists distance_km,
    drop column if exists feedback,
    drop column if exists id_verification_data,
    drop column if exists id_verification_type,
    drop column if exists id_verified,
    drop column if exists issues_reported,
    drop column if exists metadata,
    drop column if exists photo_proof_urls,
    drop column if exists rating,
    drop column if exists scheduled_at,
    drop column if exists signature_captured_at,
    drop column if exists signature_data,
    drop column if exists tip_amount;
alter table delivery_tracking
    drop column if exists activity_type,
    drop column if exists altitude_meters,
    drop column if exists is_mock_location,
    drop column if exists metadata,
    drop column if exists provider,
    drop column if exists received_at,
    drop column if exists recorded_at;
alter table delivery_geofences
    drop column if exists auto_complete_on_enter,
    drop column if exists center_latitude,
    drop column if exists center_longitude,
    drop column if exists delivery_id,
    drop column if exists dwell_time_seconds,
    drop column if exists entered_at,
    drop column if exists exited_at,
    drop column if exists notify_on_enter,
    drop column if exists notify_on_exit,
    drop column if exists radius_meters;
alter table staff_delivery_status
    drop column if exists available_from,
    drop column if exists available_until,
    drop column if exists average_delivery_time_minutes,
    drop column if exists current_deliveries,
    drop column if exists current_latitude,
    drop column if exists current_longitude,
    drop column if exists current_status,
    drop column if exists deliveries_completed,
    drop column if exists deliveries_today,
    drop column if exists last_location_update,
    drop column if exists max_deliveries,
    drop column if exists updated_at;

-- Communication
alter table message_templates
    drop column if exists approved_at,
    drop column if exists category,
    drop column if exists channel_type,
    drop column if exists content,
    drop column if exists description,
    drop column if exists is_approved,
    drop column if exists is_global,
    drop column if exists last_used_at,
    drop column if exists name,
    drop column if exists preview_text,
    drop column if exists tags,
    drop column if exists tenant_id,
    drop column if exists usage_count;
alter table broadcasts
    drop column if exists cancelled_at,
    drop column if exists completed_at,
    drop column if exists description,
    drop column if exists failed_sends,
    drop column if exists max_retries,
    drop column if exists name,
    drop column if exists respect_quiet_hours,
    drop column if exists retry_failed,
    drop column if exists send_immediately,
    drop column if exists started_at,
    drop column if exists successful_sends,
    drop column if exists tags,
    drop column if exists tenant_id,
    drop column if exists updated_at;
alter table broadcast_messages
    drop column if exists channel_type,
    drop column if exists content,
    drop column if exists is_active,
    drop column if exists preview_text,
    drop column if exists priority,
    drop column if exists push_action_url,
    drop column if exists push_badge_count,
    drop column if exists push_image_url,
    drop column if exists push_title,
    drop column if exists sender_email,
    drop column if exists sender_name,
    drop column if exists sender_phone,
    drop column if exists template_id,
    drop column if exists template_variables,
    drop column if exists updated_at;
alter table broadcast_recipients
    drop column if exists channels,
    drop column if exists customer_id,
    drop column if exists email,
    drop column if exists email_bounced_at,
    drop column if exists email_clicked_at,
    drop column if exists email_delivered_at,
    drop column if exists email_error,
    drop column if exists email_opened_at,
    drop column if exists email_retry_count,
    drop column if exists email_sent_at,
    drop column if exists email_status,
    drop column if exists email_unsubscribed_at,
    drop column if exists phone_number,
    drop column if exists push_delivered_at,
    drop column if exists push_error,
    drop column if exists push_opened_at,
    drop column if exists push_retry_count,
    drop column if exists push_sent_at,
    drop column if exists push_status,
    drop column if exists push_token,
    drop column if exists sms_delivered_at,
    drop column if exists sms_error,
    drop column if exists sms_replied_at,
    drop column if exists sms_retry_count,
    drop column if exists sms_sent_at,
    drop column if exists sms_status,
    drop column if exists updated_at;
alter table broadcast_segments
    drop column if exists broadcast_id,
    drop column if exists criteria,
    drop column if exists last_calculated_at,
    drop column if exists recipient_count;
alter table broadcast_audit_logs
    drop column if exists action_category,
    drop column if exists details,
    drop column if exists new_values,
    drop column if exists old_values,
    drop column if exists user_agent,
    drop column if exists user_role;
alter table communication_analytics
    drop column if exists avg_delivery_time_seconds,
    drop column if exists broadcast_id,
    drop column if exists calculated_at,
    drop column if exists email_bounced,
    drop column if exists email_click_rate,
    drop column if exists email_clicked,
    drop column if exists email_cost,
    drop column if exists email_delivered,
    drop column if exists email_open_rate,
    drop column if exists email_opened,
    drop column if exists email_sent,
    drop column if exists email_unsubscribed,
    drop column if exists push_cost,
    drop column if exists push_delivered,
    drop column if exists push_failed,
    drop column if exists push_open_rate,
    drop column if exists push_opened,
    drop column if exists push_sent,
    drop column if exists sms_cost,
    drop column if exists sms_delivered,
    drop column if exists sms_failed,
    drop column if exists sms_replied,
    drop column if exists sms_sent,
    drop column if exists total_cost;
alter table communication_logs
    drop column if exists content,
    drop column if exists created_at,
    drop column if exists delivered_at,
    drop column if exists provider_response,
    drop column if exists retry_count;
alter table communication_preferences
    drop column if exists alerts,
    drop column if exists channel_email,
    drop column if exists channel_push,
    drop column if exists channel_sms,
    drop column if exists customer_id,
    drop column if exists email_unsubscribe_token,
    drop column if exists frequency,
    drop column if exists last_email_at,
    drop column if exists last_push_at,
    drop column if exists last_sms_at,
    drop column if exists max_emails_per_day,
    drop column if exists max_push_per_day,
    drop column if exists max_sms_per_day,
    drop column if exists preferred_language,
    drop column if exists promotional,
    drop column if exists quiet_hours_enabled,
    drop column if exists quiet_hours_end,
    drop column if exists quiet_hours_start,
    drop column if exists sms_unsubscribe_token,
    drop column if exists timezone,
    drop column if exists transactional;
alter table push_subscriptions
    drop column if exists app_version,
    drop column if exists customer_id,
    drop column if exists device_model,
    drop column if exists device_name,
    drop column if exists device_token,
    drop column if exists failed_count,
    drop column if exists is_sandbox,
    drop column if exists last_active_at,
    drop column if exists notification_count,
    drop column if exists os_version,
    drop column if exists updated_at;
alter table unsubscribe_list
    drop column if exists additional_comments,
    drop column if exists broadcast_id,
    drop column if exists channel_type,
    drop column if exists created_at,
    drop column if exists customer_id,
    drop column if exists is_permanent,
    drop column if exists phone_number,
    drop column if exists resubscribe_allowed_after,
    drop column if exists unsubscribe_source;

-- The assistant
alter table ai_personalities
    drop column if exists avatar_url,
    drop column if exists is_default,
    drop column if exists name,
    drop column if exists tenant_id,
    drop column if exists traits,
    drop column if exists updated_at,
    drop column if exists voice_config;
alter table ai_conversations
    drop column if exists agent_id,
    drop column if exists context,
    drop column if exists conversation_id,
    drop column if exists created_at,
    drop column if exists customer_id,
    drop column if exists messages,
    drop column if exists personality_id,
    drop column if exists tenant_id,
    drop column if exists updated_at;
alter table chat_interactions
    drop column if exists ai_response,
    drop column if exists customer_id,
    drop column if exists metadata,
    drop column if exists response_time,
    drop column if exists session_id,
    drop column if exists user_message;
alter table conversation_states
    drop column if exists created_at,
    drop column if exists current_stage,
    drop column if exists engagement_score,
    drop column if exists intent_history,
    drop column if exists message_count,
    drop column if exists previous_stage,
    drop column if exists resistance_level,
    drop column if exists session_id,
    drop column if exists stage_history,
    drop column if exists stage_start_time,
    drop column if exists total_duration_seconds,
    drop column if exists updated_at;
alter table conversion_metrics
    drop column if exists abandonment_reason,
    drop column if exists abandonment_stage,
    drop column if exists cart_additions,
    drop column if exists cart_removals,
    drop column if exists conversion_events,
    drop column if exists conversion_score,
    drop column if exists converted,
    drop column if exists engagement_score,
    drop column if exists products_viewed,
    drop column if exists stage_transitions,
    drop column if exists total_session_duration_seconds;
alter table ai_training_data
    drop column if exists correction,
    drop column if exists customer_action,
    drop column if exists customer_message,
    drop column if exists feedback_score,
    drop column if exists inferred_params,
    drop column if exists model_confidence,
    drop column if exists response_time_ms,
    drop column if exists search_results;
alter table parameter_accuracy
    drop column if exists confidence_score,
    drop column if exists correct_value,
    drop column if exists inferred_value,
    drop column if exists is_correct,
    drop column if exists parameter_type;
alter table training_examples
    drop column if exists added_by,
    drop column if exists context,
    drop column if exists dataset_id,
    drop column if exists dataset_name,
    drop column if exists entities,
    drop column if exists expected_intent,
    drop column if exists expected_products,
    drop column if exists expected_response,
    drop column if exists expected_response_qualities,
    drop column if exists feedback_score,
    drop column if exists query,
    drop column if exists updated_at;
alter table training_sessions
    drop column if exists accuracy_after,
    drop column if exists accuracy_before,
    drop column if exists completed_at,
    drop column if exists dataset_id,
    drop column if exists error_message,
    drop column if exists examples_trained,
    drop column if exists improvements,
    drop column if exists session_id,
    drop column if exists started_at,
    drop column if exists status;
alter table model_versions
    drop column if exists config,
    drop column if exists description,
    drop column if exists is_active;
alter table model_deployments
    drop column if exists deployment_name,
    drop column if exists endpoint,
    drop column if exists is_active,
    drop column if exists started_at,
    drop column if exists status,
    drop column if exists stopped_at,
    drop column if exists traffic_percentage;
alter table model_metrics
    drop column if exists accuracy_score,
    drop column if exists evaluation_date,
    drop column if exists f1_score,
    drop column if exists model_name,
    drop column if exists notes,
    drop column if exists precision_score,
    drop column if exists recall_score,
    drop column if exists training_samples;

-- Languages
alter table supported_languages
    drop column if exists code,
    drop column if exists coverage_percentage,
    drop column if exists is_rtl,
    drop column if exists name;
alter table translations
    drop column if exists confidence_score,
    drop column if exists is_cached,
    drop column if exists is_verified,
    drop column if exists last_used_at,
    drop column if exists model_version,
    drop column if exists namespace,
    drop column if exists source_language,
    drop column if exists source_text,
    drop column if exists target_language,
    drop column if exists translated_text,
    drop column if exists usage_count;
alter table translation_overrides
    drop column if exists created_by,
    drop column if exists is_active,
    drop column if exists override_text,
    drop column if exists reason,
    drop column if exists translation_id,
    drop column if exists updated_at;
alter table translation_batches
    drop column if exists batch_key,
    drop column if exists completed_items,
    drop column if exists metadata,
    drop column if exists namespace,
    drop column if exists started_at,
    drop column if exists target_language,
    drop column if exists total_items;
alter table translation_batch_items
    drop column if exists completed_at,
    drop column if exists context,
    drop column if exists error_message,
    drop column if exists processing_time_ms,
    drop column if exists status;
