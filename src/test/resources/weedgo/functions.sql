-- What weedgo's functions do. Each ASSERT that does not hold is an error.

insert into provinces_territories (id, code, name, type)
values ('00000000-0000-4000-8000-000000000001', 'ON', 'Ontario', 'province');
insert into tenants (id, name, code) values
    ('00000000-0000-4000-8000-00000000000a', 'North', 'north'),
    ('00000000-0000-4000-8000-00000000000b', 'South', 'south');
insert into stores (id, tenant_id, province_territory_id, store_code, name, hours) values (
    '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-00000000000a',
    '00000000-0000-4000-8000-000000000001', 'n1', 'North 1',
    '{"monday": {"open": "09:00", "close": "21:00"}, "friday": {"open": "18:00", "close": "02:00"}}');
insert into users (id, email, password_hash) values
    ('00000000-0000-4000-8000-000000000003', 'a@example.org', 'x'),
    ('00000000-0000-4000-8000-000000000004', 'b@example.org', 'x');
insert into profiles (id, user_id) values
    ('00000000-0000-4000-8000-000000000005', '00000000-0000-4000-8000-000000000003');

-- Places
do $$
begin
    assert calculate_distance(43.6532, -79.3832, 45.5017, -73.5673) between 503 and 506, 'Toronto to Montreal';
    assert calculate_distance(10, 20, 10, 20) = 0, 'nowhere';
    assert calculate_distance(0, 0, 0, 180) between 20015 and 20016, 'half way round';
    assert check_geofence_entry(43.6532, -79.3832, 43.6536, -79.3832, 50), 'within 50 m';
    assert not check_geofence_entry(43.6532, -79.3832, 43.6542, -79.3832, 50), 'not within 50 m';
end
$$;

-- Holidays and hours
do $$
declare
    store constant uuid := '00000000-0000-4000-8000-000000000002';
    its   uuid;
begin
    insert into holidays (name, holiday_type, date_type, calculation_rule, typical_business_impact)
    values ('Good Friday', 'federal', 'calculated', 'easter-2', 'closed') returning id into its;
    assert calculate_holiday_date(2024, its) = '2024-03-29', 'Good Friday 2024';
    assert calculate_holiday_date(2025, its) = '2025-04-18', 'Good Friday 2025';
    assert calculate_holiday_date(2026, its) = '2026-04-03', 'Good Friday 2026';
    insert into holidays (name, holiday_type, date_type, calculation_rule)
    values ('Victoria Day', 'federal', 'calculated', 'monday-before-may-25') returning id into its;
    assert calculate_holiday_date(2026, its) = '2026-05-18', 'Victoria Day 2026';
    assert calculate_holiday_date(2020, its) = '2020-05-18', 'Victoria Day 2020';
    insert into holidays (name, holiday_type, date_type, floating_rule)
    values ('Thanksgiving', 'federal', 'floating', '{"month": 10, "weekday": 1, "occurrence": 2}') returning id into its;
    assert calculate_holiday_date(2025, its) = '2025-10-13', 'Thanksgiving 2025';
    insert into holidays (name, holiday_type, date_type, floating_rule)
    values ('Last Friday of May', 'custom', 'floating', '{"month": 5, "weekday": 5, "occurrence": -1}') returning id into its;
    assert calculate_holiday_date(2026, its) = '2026-05-29', 'last Friday of May 2026';
    insert into holidays (name, holiday_type, date_type, fixed_month, fixed_day)
    values ('Canada Day', 'federal', 'fixed', 7, 1) returning id into its;
    assert calculate_holiday_date(2026, its) = '2026-07-01', 'Canada Day 2026';

    assert is_store_open(store, '2026-06-01 09:00'), 'Monday morning';
    assert not is_store_open(store, '2026-06-01 21:00'), 'Monday evening';
    assert not is_store_open(store, '2026-06-02 12:00'), 'Tuesday';
    assert is_store_open(store, '2026-06-05 23:30'), 'Friday night';
    assert not is_store_open(store, '2026-04-03 19:00'), 'Good Friday';
    assert get_store_hours(store, 'Monday') ->> 'close' = '21:00', 'hours of Monday';
end
$$;

-- Discounts, prices, taxes
do $$
declare
    north    constant uuid := '00000000-0000-4000-8000-00000000000a';
    south    constant uuid := '00000000-0000-4000-8000-00000000000b';
    buyer    constant uuid := '00000000-0000-4000-8000-000000000003';
    customer constant uuid := '00000000-0000-4000-8000-000000000005';
    tier     uuid;
    made     uuid;
    price    record;
    taxes    jsonb;
begin
    insert into discount_codes (code, discount_type, discount_value, tenant_id, minimum_purchase)
    values ('TEN', 'percentage', 10, north, 20);
    assert apply_discount_code('ten', buyer, 10, north) ->> 'reason' = 'below_minimum', 'below the minimum';
    assert apply_discount_code('ten', buyer, 50, south) ->> 'reason' = 'unknown', 'of another tenant';
    assert apply_discount_code('ten', buyer, 50, north) @> '{"applied": true, "discount": 5.00, "total": 45.00}', 'ten percent';
    assert apply_discount_code('ten', buyer, 50, north) ->> 'reason' = 'used', 'once only';
    assert (select count(*) = 1 from discount_usage), 'one use';
    insert into discount_codes (code, discount_type, discount_value, customer_id) values ('MINE', 'fixed', 80, customer);
    assert apply_discount_code('MINE', '00000000-0000-4000-8000-000000000004', 50, north) ->> 'reason' = 'of_another_customer',
        'of another customer';
    assert (apply_discount_code('MINE', buyer, 50, north) ->> 'total')::numeric = 0, 'no more than all of it';

    insert into ocs_product_catalog (ocs_variant_number, product_name, brand, category, unit_price)
    values ('100001_3.5g___', 'Indica', 'Acme', 'Flower', 40.00);
    insert into price_tiers (name, discount_percentage) values ('gold', 5) returning id into tier;
    insert into customer_pricing_rules (customer_id, tenant_id, price_tier_id, volume_discounts)
    values (customer, north, tier, '[{"min_quantity": 10, "percent": 2.5}, {"min_quantity": 100, "percent": 20}]');
    insert into promotions (name, type, discount_type, discount_value, tenant_id, start_date, category_ids)
    values ('Spring', 'sale', 'percentage', 10, north, now() - interval '2 days', array['Flower']) returning id into made;
    assert is_promotion_active_now(made), 'the promotion is on';
    assert not is_promotion_active_now(made, (now() - interval '3 days')::timestamp), 'and was not three days ago';
    select * into price from calculate_final_price('100001_3.5G___', 10, customer, north);
    assert (price.base_price, price.tier_discount, price.promo_discount, price.volume_discount, price.final_price)
        = (40.00, 2.00, 4.00, 1.00, 33.00), 'the price of one of ten';
    assert not exists (select from calculate_final_price('nothing', 1, customer, north)), 'no such product';

    insert into tax_rates (province_territory_id, federal_tax_rate, provincial_tax_rate, environmental_fee)
    values ('00000000-0000-4000-8000-000000000001', 0.05, 0.08, 0.25);
    insert into checkout_sessions (tenant_id, store_id, expires_at)
    values (north, '00000000-0000-4000-8000-000000000002', now() - interval '1 hour') returning id into made;
    taxes := calculate_checkout_taxes(made, 100);
    assert (taxes ->> 'total')::numeric = 13.25, 'taxes of Ontario';
    perform expire_checkout_sessions();
    assert (select status = 'expired' and subtotal = 100 from checkout_sessions where id = made), 'expired';
    assert (select (platform_fee, tenant_net) = (3.20, 96.80) from calculate_platform_fee(100, 0.029, 0.30)), 'fees';
end
$$;

-- Purchasing
do $$
declare
    store constant uuid := '00000000-0000-4000-8000-000000000002';
    po    uuid;
    line  uuid;
begin
    insert into asn_import_staging (tenant_id, store_id, session_id, sku, unit_price, batch_lot, shipped_qty) values
        ('00000000-0000-4000-8000-00000000000a', store, 's1', '100001_3.5g___', 20, 'LOT-1', 12),
        ('00000000-0000-4000-8000-00000000000a', store, 's1', '100002_1g___', 5, 'LOT-2', 6);
    po := process_asn_to_purchase_order('s1', 'PO-1', null, current_date + 2);
    assert (select total_amount = 270 and status = 'pending' from purchase_orders where id = po), 'the order';
    begin
        perform process_asn_to_purchase_order('s1', 'PO-2', null, current_date);
        raise exception 'taken twice';
    exception
        when no_data_found then null;
    end;

    select id into line from purchase_order_items where purchase_order_id = po and sku = '100001_3.5g___';
    assert process_purchase_order_receipt(po, jsonb_build_array(jsonb_build_object('item_id', line, 'quantity', 4)))
        @> '{"status": "partial", "units": 4}', 'a part of it';
    begin
        perform process_purchase_order_receipt(po, jsonb_build_array(jsonb_build_object('item_id', line, 'quantity', 9)));
        raise exception 'more than was ordered';
    exception
        when check_violation then null;
    end;
    assert receive_purchase_order(po) @> '{"status": "received", "lines": 2, "units": 14}', 'the rest';
    assert (select quantity_on_hand = 12 and quantity_available = 12 from ocs_inventory where sku = '100001_3.5g___'), 'stock';
    assert (select quantity_remaining = 12 from batch_tracking where batch_lot = 'LOT-1'), 'batch';
    assert (select sum(quantity) = 18 from ocs_inventory_transactions where reference_id = po), 'the log of stock';
    assert check_inventory_exists(' 100001_3.5G___', 'LOT-1'), 'by any spelling';
end
$$;

-- Tokens, requests, permissions
do $$
declare
    buyer constant uuid := '00000000-0000-4000-8000-000000000003';
    north constant uuid := '00000000-0000-4000-8000-00000000000a';
begin
    perform create_auth_token(buyer, 'password_reset', 'hash-1');
    perform create_auth_token(buyer, 'password_reset', 'hash-2');
    assert not (select is_valid from validate_auth_token('hash-1', 'password_reset')), 'taken the place of';
    assert (select is_valid and user_id = buyer from validate_auth_token('hash-2', 'password_reset', true)), 'valid once';
    assert not (select is_valid from validate_auth_token('hash-2', 'password_reset')), 'used up';

    assert (select bool_and(check_otp_rate_limit('+1', 'phone', 3)) from generate_series(1, 3)), 'three are allowed';
    assert not check_otp_rate_limit('+1', 'phone', 3), 'the fourth is not';
    assert check_otp_rate_limit('+2', 'phone', 3), 'another may';

    assert check_idempotency_key('k', north, 'h') ->> 'status' = 'new', 'a new request';
    assert check_idempotency_key('k', north, 'h') ->> 'status' = 'processing', 'the same again';
    assert check_idempotency_key('k', north, 'other') ->> 'status' = 'conflict', 'another request';

    insert into role_permissions (role, resource_type, action) values ('customer', 'order', 'read'), ('customer', 'order', 'write');
    insert into user_permissions (tenant_id, user_id, resource_type, action, granted) values (north, buyer, 'order', 'write', false);
    assert user_has_permission(buyer, 'order', 'read'), 'by his role';
    assert not user_has_permission(buyer, 'order', 'write'), 'but not, because it is said of himself';
    assert not user_has_permission(buyer, 'store', 'read'), 'what nobody granted';
    assert get_user_context(buyer) ->> 'email' = 'a@example.org', 'the context';

    insert into user_login_logs (user_id, login_successful, ip_address, country) values
        (buyer, true, '10.0.0.1', 'CA'), (buyer, true, '10.0.0.1', 'CA'), (buyer, false, '10.0.0.2', 'US');
    assert (select login_count = 2 and last_login_at is not null from users where id = buyer), 'counted';
    assert (select (total_logins, failed_logins, unique_ips, most_common_country) = (3, 1, 2, 'CA'::varchar)
            from get_user_login_stats(buyer)), 'statistics';
    assert (select count(*) = 3 from recent_login_activity), 'the view';
end
$$;

-- Reviews
do $$
declare
    review uuid;
    bought uuid;
begin
    insert into orders (tenant_id, store_id, user_id, order_number, subtotal, total_amount)
    values ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000002',
            '00000000-0000-4000-8000-000000000003', 'O-1', 40, 45) returning id into bought;
    insert into order_items (order_id, sku, quantity, unit_price, line_total) values (bought, '100001_3.5g___', 1, 40, 40);
    insert into product_ratings (sku) values ('100001_3.5g___');
    insert into customer_reviews (user_id, order_id, sku, rating, status)
    values ('00000000-0000-4000-8000-000000000003', bought, '100001_3.5g___', 4, 'approved') returning id into review;
    insert into customer_reviews (user_id, sku, rating, status, is_verified_purchase)
    values ('00000000-0000-4000-8000-000000000004', '100001_3.5g___', 1, 'approved', true);
    assert (select is_verified_purchase from customer_reviews where id = review), 'was bought';
    assert (select count(*) = 1 from customer_reviews where is_verified_purchase), 'the other was not, whatever it says';
    assert (select (average_rating, total_reviews, verified_purchase_count) = (2.50, 2, 1) from product_ratings), 'two reviews';
    assert (select rating = 2.50 and rating_count = 2 from ocs_product_catalog), 'in the catalogue';
    insert into review_votes (review_id, user_id, vote_type)
    values (review, '00000000-0000-4000-8000-000000000004', 'helpful');
    assert (select helpful_count = 1 from customer_reviews where id = review), 'a vote';
    delete from customer_reviews where id = review;
    assert (select average_rating = 1 and total_reviews = 1 from product_ratings), 'one review';
    perform refresh_review_summary();
    assert generate_product_slug('Acme & Co', 'Indica 1', null, '3.5g', '') = 'acme-co-indica-1-3-5g', 'a slug';
end
$$;

-- Token bucket
do $$
declare
    taken integer;
begin
    insert into agi_rate_limit_rules (name, scope, strategy, limit_value, window_seconds, burst_size)
    values ('search', 'user', 'token_bucket', 1, 86400, 5), ('off', 'user', 'token_bucket', 1, 86400, 1);
    update agi_rate_limit_rules set enabled = false where name = 'off';
    select count(*) filter (where agi_take_tokens('search', 'u1')) into taken from generate_series(1, 7);
    assert taken = 5, 'five of seven';
    assert (select count(*) = 2 from agi_rate_limit_violations where identifier = 'u1'), 'two on record';
    assert agi_take_tokens('search', 'u2', 5) and not agi_take_tokens('search', 'u2'), 'each has a bucket of his own';
    assert (select bool_and(agi_take_tokens('off', 'u1')) from generate_series(1, 9)), 'a rule that is off';
    update agi_rate_limit_buckets set last_update = last_update - interval '1 day' where key = 'search:u1';
    assert agi_take_tokens('search', 'u1') and not agi_take_tokens('search', 'u1'), 'one more after a day';
    assert (select count(*) = 4 from agi_audit_logs where event_type = 'rate_limit_violation'), 'violations are audited';
    assert (select count(*) = 3 from agi_audit_logs where event_type = 'rate_limit_rule'), 'rules are audited';
    assert (select bool_and(event_hash ~ '^[0-9a-f]{64}$') from agi_audit_logs), 'with a hash';
end
$$;
