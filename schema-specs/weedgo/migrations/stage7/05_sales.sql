-- Stage 7, indexes: carts, orders, prices, promotions.

create index concurrently if not exists idx_cart_sessions_status on cart_sessions (status);

create index concurrently if not exists idx_order_status_history_order_id on order_status_history (order_id);

create index concurrently if not exists idx_tax_rates_effective on tax_rates (effective_from, effective_to);
create index concurrently if not exists idx_tax_rates_tenant on tax_rates (tenant_id, is_active);

create unique index concurrently if not exists price_tiers_name_key on price_tiers (name);

create index concurrently if not exists idx_pricing_rules_category on pricing_rules (store_id, category);
create index concurrently if not exists idx_pricing_rules_subcategory on pricing_rules (store_id, category, sub_category);
create index concurrently if not exists idx_pricing_rules_subsubcategory on pricing_rules (store_id, category, sub_category, sub_sub_category);
create unique index concurrently if not exists unique_store_category_rule on pricing_rules (store_id, category, sub_category, sub_sub_category);

create index concurrently if not exists idx_dynamic_pricing_active on dynamic_pricing_rules (active);

create index concurrently if not exists idx_price_history_product on price_history (product_id, changed_at);

create index concurrently if not exists idx_promotions_active on promotions (active, start_date, end_date);
create index concurrently if not exists idx_promotions_active_dates on promotions (active, start_date, end_date) where active = true;
create index concurrently if not exists idx_promotions_code on promotions (code) where code is not null;
create index concurrently if not exists idx_promotions_continuous on promotions (is_continuous, active) where is_continuous = true and active = true;
create index concurrently if not exists idx_promotions_recurring on promotions (recurrence_type, active) where recurrence_type <> 'none' and active = true;
create index concurrently if not exists idx_promotions_store on promotions (store_id) where store_id is not null;
create index concurrently if not exists idx_promotions_tenant on promotions (tenant_id) where tenant_id is not null;
create index concurrently if not exists idx_promotions_type on promotions (type);
create unique index concurrently if not exists promotions_code_key on promotions (code);

create index concurrently if not exists idx_discount_codes_unused on discount_codes (used, valid_until) where used = false;
create index concurrently if not exists idx_discount_codes_validity on discount_codes (valid_from, valid_until);

create index concurrently if not exists idx_discount_usage_discount on discount_usage (discount_code_id);

create index concurrently if not exists idx_review_summary_rating on review_summary_view (average_rating desc);
create index concurrently if not exists idx_review_summary_sku on review_summary_view (sku);
