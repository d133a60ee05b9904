-- The schema of the legacy database, as pg_dump -s writes it, without its headings.

\restrict legacy

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE TYPE public.delivery_status AS ENUM (
    'pending',
    'assigned',
    'accepted',
    'preparing',
    'ready',
    'picked_up',
    'en_route',
    'arrived',
    'completed',
    'failed',
    'cancelled'
);

ALTER TYPE public.delivery_status OWNER TO weedgo_owner;

CREATE TYPE public.user_role_simple AS ENUM (
    'super_admin',
    'tenant_admin',
    'store_manager',
    'staff',
    'customer'
);

ALTER TYPE public.user_role_simple OWNER TO weedgo_owner;

CREATE FUNCTION public.apply_discount_code(p_code character varying, p_user_id uuid, p_subtotal numeric, p_tenant_id uuid) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    discount discount_codes;
    refusal  text;
    off      numeric;
begin
    select discount_codes.* into discount
    from discount_codes
    where upper(discount_codes.code) = upper(trim(p_code))
      and (discount_codes.tenant_id = p_tenant_id or discount_codes.tenant_id is null)
    order by discount_codes.tenant_id nulls last, discount_codes.id
    limit 1
    for update;

    refusal := case
        when discount.id is null then 'unknown'
        when discount.used then 'used'
        when discount.valid_from > current_timestamp then 'not_yet_valid'
        when discount.valid_until < current_timestamp then 'expired'
        when p_subtotal < coalesce(discount.minimum_purchase, 0) then 'below_minimum'
        when discount.customer_id is not null and not exists (
            select from profiles where profiles.id = discount.customer_id and profiles.user_id = p_user_id)
            then 'of_another_customer'
    end;
    if refusal is not null then
        return jsonb_build_object('applied', false, 'reason', refusal, 'discount', 0);
    end if;

    off := case discount.discount_type
        when 'percentage' then round(p_subtotal * least(discount.discount_value, 100) / 100, 2)
        when 'fixed' then least(discount.discount_value, p_subtotal)
        else 0
    end;
    update discount_codes set used = true, used_at = current_timestamp where discount_codes.id = discount.id;
    insert into discount_usage (discount_code_id, user_id, discount_amount) values (discount.id, p_user_id, off);
    return jsonb_build_object(
        'applied', true, 'discount_code_id', discount.id, 'type', discount.discount_type, 'discount', off,
        'free_delivery', discount.discount_type = 'free_delivery', 'total', p_subtotal - off);
end
$$;

ALTER FUNCTION public.apply_discount_code(p_code character varying, p_user_id uuid, p_subtotal numeric, p_tenant_id uuid) OWNER TO weedgo_owner;

CREATE FUNCTION public.calculate_checkout_taxes(p_checkout_id uuid, p_subtotal numeric) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    rates  tax_rates;
    excise numeric;
    result jsonb;
begin
    select tax_rates.* into rates
    from checkout_sessions
    join stores on stores.id = checkout_sessions.store_id
    join tax_rates on tax_rates.province_territory_id = stores.province_territory_id
    where checkout_sessions.id = p_checkout_id
      and tax_rates.is_active
      and (tax_rates.tenant_id = checkout_sessions.tenant_id or tax_rates.tenant_id is null)
      and current_date >= tax_rates.effective_from
      and (tax_rates.effective_to is null or current_date <= tax_rates.effective_to)
    order by tax_rates.tenant_id nulls last, tax_rates.effective_from desc, tax_rates.id
    limit 1;
    if not found then
        raise exception 'there is no tax rate for checkout %', p_checkout_id using errcode = 'no_data_found';
    end if;

    excise := case
        when rates.excise_calculation_method = 'percentage' then round(p_subtotal * coalesce(rates.cannabis_excise_duty, 0) / 100, 2)
        else coalesce(rates.cannabis_excise_duty, 0)
    end;
    result := jsonb_build_object(
        'federal', round(p_subtotal * coalesce(rates.federal_tax_rate, 0), 2),
        'provincial', round(p_subtotal * coalesce(rates.provincial_tax_rate, 0), 2),
        'excise', excise,
        'fees', coalesce(rates.environmental_fee, 0) + coalesce(rates.recycling_fee, 0));
    result := result || jsonb_build_object(
        'total', (select sum(value::numeric) from jsonb_each_text(result)));
    update checkout_sessions set subtotal = p_subtotal, taxes = result where id = p_checkout_id;
    return result;
end
$$;

ALTER FUNCTION public.calculate_checkout_taxes(p_checkout_id uuid, p_subtotal numeric) OWNER TO weedgo_owner;

CREATE FUNCTION public.calculate_distance(lat1 numeric, lon1 numeric, lat2 numeric, lon2 numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select round((2 * 6371.0088 * asin(least(1, sqrt(
        power(sin(radians(lat2 - lat1) / 2), 2)
        + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2)))))::numeric, 4);
$$;

ALTER FUNCTION public.calculate_distance(lat1 numeric, lon1 numeric, lat2 numeric, lon2 numeric) OWNER TO weedgo_owner;

CREATE FUNCTION public.calculate_final_price(p_product_id character varying, p_quantity integer, p_customer_id uuid, p_tenant_id uuid) RETURNS TABLE(base_price numeric, tier_discount numeric, promo_discount numeric, volume_discount numeric, final_price numeric)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    its_category text;
    its_brand    text;
    terms        customer_pricing_rules;
begin
    select found_product.price, found_product.category, found_product.brand
    into base_price, its_category, its_brand
    from (
        select product.unit_price as price, product.category::text as category, product.brand::text as brand, 1 as rank
        from ocs_product_catalog as product
        where lower(trim(product.ocs_variant_number)) = lower(trim(p_product_id))
        union all
        select accessory.retail_price, null, accessory.brand, 2
        from accessories_catalog as accessory
        where accessory.tenant_id = p_tenant_id and accessory.sku = p_product_id
    ) as found_product
    order by found_product.rank
    limit 1;
    if base_price is null then
        return;
    end if;

    select customer_pricing_rules.* into terms
    from customer_pricing_rules
    where customer_pricing_rules.customer_id = p_customer_id
      and customer_pricing_rules.tenant_id = p_tenant_id
      and customer_pricing_rules.active
    order by customer_pricing_rules.created_at desc, customer_pricing_rules.id
    limit 1;

    select round(base_price * price_tiers.discount_percentage / 100, 2) into tier_discount
    from price_tiers
    where price_tiers.id = terms.price_tier_id and price_tiers.active;
    tier_discount := coalesce(tier_discount, 0);

    select max(round(base_price * (step ->> 'percent')::numeric / 100, 2)) into volume_discount
    from jsonb_array_elements(coalesce(terms.volume_discounts, '[]')) as step
    where p_quantity >= (step ->> 'min_quantity')::integer;
    volume_discount := coalesce(volume_discount, 0);

    select max(case promotions.discount_type
                   when 'percentage' then round(base_price * promotions.discount_value / 100, 2)
                   else promotions.discount_value
               end)
    into promo_discount
    from promotions
    where (promotions.tenant_id = p_tenant_id or promotions.tenant_id is null)
      and promotions.active
      and promotions.code is null
      and promotions.discount_type in ('percentage', 'fixed')
      and (promotions.product_ids is null or p_product_id = any (promotions.product_ids))
      and (promotions.category_ids is null or its_category = any (promotions.category_ids))
      and (promotions.brand_ids is null or its_brand = any (promotions.brand_ids))
      and (promotions.exclude_product_ids is null or p_product_id <> all (promotions.exclude_product_ids))
      and is_promotion_active_now(promotions.id);
    promo_discount := coalesce(promo_discount, 0);

    final_price := greatest(base_price - tier_discount - promo_discount - volume_discount, 0);
    return next;
end
$$;

ALTER FUNCTION public.calculate_final_price(p_product_id character varying, p_quantity integer, p_customer_id uuid, p_tenant_id uuid) OWNER TO weedgo_owner;

CREATE FUNCTION public.calculate_holiday_date(p_year integer, p_holiday_id uuid) RETURNS date
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
declare
    holiday    holidays;
    first_day  date;
    last_day   date;
    weekday    integer;
    occurrence integer;
    century    integer;
    golden     integer;
    epact      integer;
    sunday     integer;
    easter     date;
begin
    select holidays.* into holiday from holidays where holidays.id = p_holiday_id;
    if not found then
        return null;
    end if;

    if holiday.date_type = 'fixed' then
        return make_date(p_year, holiday.fixed_month, holiday.fixed_day);
    end if;

    if holiday.date_type = 'floating' then
        first_day  := make_date(p_year, (holiday.floating_rule ->> 'month')::integer, 1);
        last_day   := (first_day + interval '1 month - 1 day')::date;
        weekday    := (holiday.floating_rule ->> 'weekday')::integer;
        occurrence := (holiday.floating_rule ->> 'occurrence')::integer;
        if occurrence > 0 then
            return first_day + (weekday - extract(dow from first_day)::integer + 7) % 7 + 7 * (occurrence - 1);
        end if;
        return last_day - (extract(dow from last_day)::integer - weekday + 7) % 7 + 7 * (occurrence + 1);
    end if;

    if holiday.calculation_rule = 'monday-before-may-25' then
        last_day := make_date(p_year, 5, 24);
        return last_day - (extract(dow from last_day)::integer + 6) % 7;
    end if;

    if holiday.calculation_rule ~ '^easter([+-][0-9]+)?$' then
        -- The Gregorian computus, as Meeus gives it.
        golden  := p_year % 19;
        century := p_year / 100;
        epact   := (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        sunday  := (32 + 2 * (century % 4) + 2 * (p_year % 100 / 4) - epact - p_year % 100 % 4) % 7;
        occurrence := epact + sunday - 7 * ((golden + 11 * epact + 22 * sunday) / 451) + 114;
        easter  := make_date(p_year, occurrence / 31, occurrence % 31 + 1);
        return easter + coalesce(substring(holiday.calculation_rule from '[+-][0-9]+')::integer, 0);
    end if;

    return null;
end
$_$;

ALTER FUNCTION public.calculate_holiday_date(p_year integer, p_holiday_id uuid) OWNER TO weedgo_owner;

CREATE FUNCTION public.calculate_platform_fee(p_amount numeric, p_percentage_fee numeric, p_fixed_fee numeric) RETURNS TABLE(platform_fee numeric, tenant_net numeric)
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select fee.amount, p_amount - fee.amount
    from (select least(round(p_amount * p_percentage_fee + p_fixed_fee, 2), p_amount) as amount) as fee;
$$;

ALTER FUNCTION public.calculate_platform_fee(p_amount numeric, p_percentage_fee numeric, p_fixed_fee numeric) OWNER TO weedgo_owner;

CREATE FUNCTION public.check_geofence_entry(point_lat numeric, point_lon numeric, fence_lat numeric, fence_lon numeric, fence_radius_meters integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select calculate_distance(point_lat, point_lon, fence_lat, fence_lon) * 1000 <= fence_radius_meters;
$$;

ALTER FUNCTION public.check_geofence_entry(point_lat numeric, point_lon numeric, fence_lat numeric, fence_lon numeric, fence_radius_meters integer) OWNER TO weedgo_owner;

CREATE FUNCTION public.check_idempotency_key(p_key character varying, p_tenant_id uuid, p_request_hash character varying) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    known payment_idempotency_keys;
begin
    delete from payment_idempotency_keys where idempotency_key = p_key and expires_at < current_timestamp;
    insert into payment_idempotency_keys (idempotency_key, tenant_id, request_hash)
    values (p_key, p_tenant_id, p_request_hash)
    on conflict (idempotency_key) do nothing;
    if found then
        return jsonb_build_object('status', 'new');
    end if;

    select payment_idempotency_keys.* into known
    from payment_idempotency_keys
    where payment_idempotency_keys.idempotency_key = p_key;
    if known.tenant_id is distinct from p_tenant_id or known.request_hash is distinct from p_request_hash then
        return jsonb_build_object('status', 'conflict');
    end if;
    return jsonb_build_object('status', known.status, 'response', known.response);
end
$$;

ALTER FUNCTION public.check_idempotency_key(p_key character varying, p_tenant_id uuid, p_request_hash character varying) OWNER TO weedgo_owner;

CREATE FUNCTION public.check_inventory_exists(p_sku character varying, p_batch_lot character varying) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select exists (
        select
        from ocs_inventory
        where lower(trim(sku)) = lower(trim(p_sku)) and batch_lot is not distinct from p_batch_lot);
$$;

ALTER FUNCTION public.check_inventory_exists(p_sku character varying, p_batch_lot character varying) OWNER TO weedgo_owner;

CREATE FUNCTION public.check_otp_rate_limit(p_identifier character varying, p_identifier_type character varying, p_max_requests integer DEFAULT 5, p_window_minutes integer DEFAULT 60) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    time_window constant interval := make_interval(mins => p_window_minutes);
    so_far      otp_rate_limits;
begin
    insert into otp_rate_limits as limits (identifier, identifier_type, request_count, first_request_at, last_request_at)
    values (p_identifier, p_identifier_type, 1, current_timestamp, current_timestamp)
    on conflict (identifier, identifier_type) do update
    set request_count = case
            when limits.blocked_until > current_timestamp then limits.request_count
            when limits.first_request_at < current_timestamp - time_window then 1
            else limits.request_count + 1
        end,
        first_request_at = case
            when limits.blocked_until > current_timestamp then limits.first_request_at
            when limits.first_request_at < current_timestamp - time_window then current_timestamp
            else limits.first_request_at
        end,
        last_request_at = current_timestamp
    returning * into so_far;

    if so_far.blocked_until > current_timestamp then
        return false;
    end if;
    if so_far.request_count > p_max_requests then
        update otp_rate_limits set blocked_until = current_timestamp + time_window where id = so_far.id;
        return false;
    end if;
    return true;
end
$$;

ALTER FUNCTION public.check_otp_rate_limit(p_identifier character varying, p_identifier_type character varying, p_max_requests integer, p_window_minutes integer) OWNER TO weedgo_owner;

CREATE FUNCTION public.cleanup_expired_idempotency_keys() RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    deleted integer;
begin
    delete from payment_idempotency_keys where expires_at < current_timestamp;
    get diagnostics deleted = row_count;
    return deleted;
end
$$;

ALTER FUNCTION public.cleanup_expired_idempotency_keys() OWNER TO weedgo_owner;

CREATE FUNCTION public.cleanup_expired_otp_codes() RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    delete from otp_codes where expires_at < current_timestamp;
$$;

ALTER FUNCTION public.cleanup_expired_otp_codes() OWNER TO weedgo_owner;

CREATE FUNCTION public.cleanup_expired_tokens() RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    tokens   integer;
    revoked  integer;
    sessions integer;
begin
    delete from auth_tokens where expires_at < current_timestamp;
    get diagnostics tokens = row_count;
    delete from token_blacklist where expires_at < current_timestamp;
    get diagnostics revoked = row_count;
    delete from user_sessions where expires_at < current_timestamp;
    get diagnostics sessions = row_count;
    return tokens + revoked + sessions;
end
$$;

ALTER FUNCTION public.cleanup_expired_tokens() OWNER TO weedgo_owner;

CREATE FUNCTION public.cleanup_old_audit_logs() RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    deleted integer;
begin
    delete from audit_log where "timestamp" < current_timestamp - interval '1 year';
    get diagnostics deleted = row_count;
    return deleted;
end
$$;

ALTER FUNCTION public.cleanup_old_audit_logs() OWNER TO weedgo_owner;

CREATE FUNCTION public.create_auth_token(p_user_id uuid, p_token_type character varying, p_token_hash character varying, p_expires_in_hours integer DEFAULT 24, p_metadata jsonb DEFAULT '{}'::jsonb) RETURNS uuid
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    made uuid;
begin
    if p_token_type in ('email_verification', 'password_reset') then
        update auth_tokens
        set is_used = true, used_at = current_timestamp
        where user_id = p_user_id and token_type = p_token_type and not is_used;
    end if;

    insert into auth_tokens (user_id, token_type, token_hash, expires_at, metadata)
    values (p_user_id, p_token_type, p_token_hash, current_timestamp + make_interval(hours => p_expires_in_hours), p_metadata)
    returning id into made;
    return made;
end
$$;

ALTER FUNCTION public.create_auth_token(p_user_id uuid, p_token_type character varying, p_token_hash character varying, p_expires_in_hours integer, p_metadata jsonb) OWNER TO weedgo_owner;

CREATE FUNCTION public.expire_checkout_sessions() RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    update checkout_sessions set status = 'expired' where status = 'open' and expires_at < current_timestamp;
$$;

ALTER FUNCTION public.expire_checkout_sessions() OWNER TO weedgo_owner;

CREATE FUNCTION public.generate_product_slug(p_brand text, p_product_name text, p_sub_category text, p_size text, p_colour text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select trim(both '-' from regexp_replace(
        lower(concat_ws('-', nullif(trim(p_brand), ''), nullif(trim(p_product_name), ''), nullif(trim(p_sub_category), ''),
                        nullif(trim(p_size), ''), nullif(trim(p_colour), ''))),
        '[^a-z0-9]+', '-', 'g'));
$$;

ALTER FUNCTION public.generate_product_slug(p_brand text, p_product_name text, p_sub_category text, p_size text, p_colour text) OWNER TO weedgo_owner;

CREATE FUNCTION public.get_staff_active_deliveries(staff_id uuid) RETURNS TABLE(delivery_id uuid, order_id uuid, customer_name character varying, delivery_address jsonb, status public.delivery_status, estimated_time timestamp without time zone)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select its.id, its.order_id, its.customer_name, its.delivery_address, its.status, its.estimated_delivery_time
    from deliveries as its
    where its.assigned_to = staff_id
      and its.status not in ('completed', 'failed', 'cancelled')
    order by its.batch_sequence nulls last, its.estimated_delivery_time nulls last, its.created_at, its.id;
$$;

ALTER FUNCTION public.get_staff_active_deliveries(staff_id uuid) OWNER TO weedgo_owner;

CREATE FUNCTION public.get_store_ai_config(p_store_id uuid, p_agent_name text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select case
        when p_agent_name is null then coalesce(jsonb_object_agg(agent.agent_name, agent.its_config), '{}')
        else (array_agg(agent.its_config))[1]
    end
    from (
        select store_ai_agents.agent_name,
               jsonb_build_object(
                   'config', store_ai_agents.config,
                   'personality', ai_personalities.name,
                   'traits', ai_personalities.traits,
                   'voice', ai_personalities.voice_config) as its_config
        from store_ai_agents
        left join ai_personalities on ai_personalities.id = store_ai_agents.personality_id
        where store_ai_agents.store_id = p_store_id
          and store_ai_agents.is_active
          and (p_agent_name is null or store_ai_agents.agent_name = p_agent_name)
    ) as agent;
$$;

ALTER FUNCTION public.get_store_ai_config(p_store_id uuid, p_agent_name text) OWNER TO weedgo_owner;

CREATE FUNCTION public.get_store_hours(p_store_id uuid, p_day_of_week text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select case when p_day_of_week is null then stores.hours else stores.hours -> lower(p_day_of_week) end
    from stores
    where stores.id = p_store_id;
$$;

ALTER FUNCTION public.get_store_hours(p_store_id uuid, p_day_of_week text) OWNER TO weedgo_owner;

CREATE FUNCTION public.get_tenant_primary_provider(p_tenant_id uuid, p_provider_type character varying DEFAULT NULL::character varying) RETURNS uuid
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select its.provider_id
    from tenant_payment_providers as its
    join payment_providers on payment_providers.id = its.provider_id
    where its.tenant_id = p_tenant_id
      and its.is_active
      and payment_providers.is_active
      and (p_provider_type is null or payment_providers.provider_type = p_provider_type)
    order by its.is_primary desc, its.created_at, its.id
    limit 1;
$$;

ALTER FUNCTION public.get_tenant_primary_provider(p_tenant_id uuid, p_provider_type character varying) OWNER TO weedgo_owner;

CREATE FUNCTION public.get_user_context(user_id_param uuid) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select jsonb_build_object(
        'user_id', users.id,
        'email', users.email,
        'role', users.role,
        'tenant_id', users.tenant_id,
        'tenant_name', tenants.name,
        'tenant_status', tenants.status,
        'store_id', users.store_id,
        'store_name', stores.name,
        'permissions', coalesce(
            (select jsonb_agg(distinct own.resource_type || ':' || own.action)
             from user_permissions as own
             where own.user_id = users.id and own.granted),
            '[]'))
    from users
    left join tenants on tenants.id = users.tenant_id
    left join stores on stores.id = users.store_id
    where users.id = user_id_param;
$$;

ALTER FUNCTION public.get_user_context(user_id_param uuid) OWNER TO weedgo_owner;

CREATE FUNCTION public.get_user_login_stats(p_user_id uuid) RETURNS TABLE(total_logins integer, successful_logins integer, failed_logins integer, unique_ips integer, unique_countries integer, last_login timestamp with time zone, most_common_ip inet, most_common_country character varying)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select count(*)::integer,
           (count(*) filter (where log.login_successful))::integer,
           (count(*) filter (where not log.login_successful))::integer,
           count(distinct log.ip_address)::integer,
           count(distinct log.country)::integer,
           max(log.login_timestamp) filter (where log.login_successful),
           mode() within group (order by log.ip_address),
           mode() within group (order by log.country)
    from user_login_logs as log
    where log.user_id = p_user_id;
$$;

ALTER FUNCTION public.get_user_login_stats(p_user_id uuid) OWNER TO weedgo_owner;

CREATE FUNCTION public.get_wishlist_stats(p_customer_id uuid) RETURNS TABLE(total_items integer, high_priority_items integer, on_sale_items integer, out_of_stock_items integer, total_value numeric)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select count(*)::integer,
           (count(*) filter (where wish.priority >= 2))::integer,
           (count(*) filter (where stock.override_price < stock.retail_price))::integer,
           (count(*) filter (where coalesce(stock.quantity_available, 0) = 0))::integer,
           coalesce(sum(coalesce(stock.override_price, stock.retail_price, product.unit_price)), 0)
    from wishlist as wish
    left join ocs_product_catalog as product on product.id = wish.product_id
    left join ocs_inventory as stock on stock.store_id = wish.store_id and stock.sku = product.ocs_variant_number
    where wish.customer_id = p_customer_id;
$$;

ALTER FUNCTION public.get_wishlist_stats(p_customer_id uuid) OWNER TO weedgo_owner;

CREATE FUNCTION public.is_promotion_active_now(p_id uuid, p_current_time timestamp without time zone DEFAULT CURRENT_TIMESTAMP) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    promotion promotions;
    its_time  timestamp;
begin
    select promotions.* into promotion from promotions where promotions.id = p_id;
    if not found or not coalesce(promotion.active, false) then
        return false;
    end if;
    its_time := p_current_time::timestamptz at time zone coalesce(promotion.timezone, 'America/Toronto');

    return its_time >= promotion.start_date
       and (promotion.is_continuous or promotion.end_date is null or its_time <= promotion.end_date)
       and (promotion.total_usage_limit is null or promotion.times_used < promotion.total_usage_limit)
       and (promotion.recurrence_type is distinct from 'weekly'
            or lower(to_char(its_time, 'FMday')) = any (
                select lower(its_day) from unnest(promotion.day_of_week) as its_day))
       and (promotion.time_start is null or its_time::time between promotion.time_start and promotion.time_end);
end
$$;

ALTER FUNCTION public.is_promotion_active_now(p_id uuid, p_current_time timestamp without time zone) OWNER TO weedgo_owner;

CREATE FUNCTION public.is_store_open(p_store_id uuid, p_datetime timestamp without time zone) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    store    stores;
    today    jsonb;
    opens    time;
    closes   time;
    its_time constant time := p_datetime::time;
begin
    select stores.* into store from stores where stores.id = p_store_id;
    if not found or not store.is_active then
        return false;
    end if;
    if exists (
        select
        from holidays
        where (holidays.province_territory_id = store.province_territory_id or holidays.province_territory_id is null)
          and holidays.typical_business_impact = 'closed'
          and calculate_holiday_date(extract(year from p_datetime)::integer, holidays.id) = p_datetime::date
    ) then
        return false;
    end if;

    today := get_store_hours(p_store_id, to_char(p_datetime, 'FMday'));
    if today is null or coalesce((today ->> 'closed')::boolean, false) then
        return false;
    end if;
    opens  := (today ->> 'open')::time;
    closes := (today ->> 'close')::time;
    if opens is null or closes is null then
        return false;
    end if;
    if closes <= opens then
        return its_time >= opens or its_time < closes;
    end if;
    return its_time >= opens and its_time < closes;
end
$$;

ALTER FUNCTION public.is_store_open(p_store_id uuid, p_datetime timestamp without time zone) OWNER TO weedgo_owner;

CREATE FUNCTION public.log_delivery_event(p_delivery_id uuid, p_event_type character varying, p_event_data jsonb DEFAULT '{}'::jsonb, p_user_id uuid DEFAULT NULL::uuid) RETURNS uuid
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    insert into delivery_events (delivery_id, event_type, event_data, performed_by)
    values (p_delivery_id, p_event_type, coalesce(p_event_data, '{}'), p_user_id)
    returning id;
$$;

ALTER FUNCTION public.log_delivery_event(p_delivery_id uuid, p_event_type character varying, p_event_data jsonb, p_user_id uuid) OWNER TO weedgo_owner;

CREATE FUNCTION public.process_asn_to_purchase_order(p_session_id character varying, p_po_number character varying, p_supplier_id uuid, p_expected_date date, p_notes text DEFAULT NULL::text) RETURNS uuid
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    announced record;
    made      uuid;
begin
    -- Locked first, and by the smallest id first, so that two calls for one session do not both take the rows.
    perform from asn_import_staging
    where session_id = p_session_id and processed_at is null
    order by id
    for update;

    select min(tenant_id::text)::uuid as tenant_id, min(store_id::text)::uuid as store_id, count(distinct store_id) as stores,
           min(vendor) as vendor, min(shipment_id) as shipment_id, min(container_id) as container_id,
           sum(shipped_qty * unit_price) as total
    into announced
    from asn_import_staging
    where session_id = p_session_id and processed_at is null;

    if announced.tenant_id is null then
        raise exception 'nothing is announced in session %', p_session_id using errcode = 'no_data_found';
    end if;
    if announced.stores > 1 then
        raise exception 'session % is for % stores', p_session_id, announced.stores
            using errcode = 'cardinality_violation', hint = 'Import the notice of each store in a session of its own.';
    end if;

    insert into purchase_orders (
        po_number, tenant_id, store_id, supplier_id, expected_date, status, total_amount, notes, vendor, shipment_id,
        container_id)
    values (
        p_po_number, announced.tenant_id, announced.store_id, p_supplier_id, p_expected_date, 'pending', announced.total,
        p_notes, announced.vendor, announced.shipment_id, announced.container_id)
    returning id into made;

    insert into purchase_order_items (
        purchase_order_id, sku, item_name, quantity_ordered, shipped_qty, unit_cost, line_total, vendor, brand, case_gtin,
        each_gtin, gtin_barcode, batch_lot, packaged_on_date, uom, uom_conversion, uom_conversion_qty, exists_in_inventory)
    select made, sku, item_name, shipped_qty, shipped_qty, unit_price, shipped_qty * unit_price, vendor, brand, case_gtin,
           each_gtin, gtin_barcode, batch_lot, packaged_on_date, uom, uom_conversion, uom_conversion_qty,
           check_inventory_exists(sku, batch_lot)
    from asn_import_staging
    where session_id = p_session_id and processed_at is null;

    update asn_import_staging
    set processed_at = current_timestamp
    where session_id = p_session_id and processed_at is null;
    return made;
end
$$;

ALTER FUNCTION public.process_asn_to_purchase_order(p_session_id character varying, p_po_number character varying, p_supplier_id uuid, p_expected_date date, p_notes text) OWNER TO weedgo_owner;

CREATE FUNCTION public.process_purchase_order_receipt(p_po_id uuid, p_items jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    purchase purchase_orders;
    come     record;
    item     purchase_order_items;
    balance  integer;
    lines    integer := 0;
    units    integer := 0;
    open     integer;
begin
    select purchase_orders.* into purchase from purchase_orders where purchase_orders.id = p_po_id for update;
    if not found then
        raise exception 'there is no purchase order %', p_po_id using errcode = 'no_data_found';
    end if;
    if purchase.status in ('received', 'cancelled') then
        raise exception 'purchase order % is %', purchase.po_number, purchase.status using errcode = 'object_not_in_prerequisite_state';
    end if;
    if purchase.store_id is null then
        raise exception 'purchase order % names no store', purchase.po_number using errcode = 'not_null_violation';
    end if;

    for come in
        select (entry ->> 'item_id')::uuid as item_id, (entry ->> 'quantity')::integer as quantity
        from jsonb_array_elements(p_items) as entry
        order by 1
    loop
        update purchase_order_items
        set quantity_received = purchase_order_items.quantity_received + come.quantity, updated_at = current_timestamp
        where purchase_order_items.id = come.item_id
          and purchase_order_items.purchase_order_id = p_po_id
          and come.quantity > 0
          and purchase_order_items.quantity_received + come.quantity <= purchase_order_items.quantity_ordered
        returning purchase_order_items.* into item;
        if not found then
            raise exception 'item % of purchase order % cannot take in %', come.item_id, purchase.po_number, come.quantity
                using errcode = 'check_violation';
        end if;

        insert into ocs_inventory as stock (
            store_id, sku, product_name, quantity_on_hand, quantity_available, unit_cost, batch_lot, case_gtin, each_gtin,
            gtin_barcode, packaged_on_date, brand, vendor, last_restock_date)
        values (
            purchase.store_id, item.sku, item.item_name, come.quantity, come.quantity, item.unit_cost, item.batch_lot,
            item.case_gtin, item.each_gtin, item.gtin_barcode, item.packaged_on_date, item.brand, item.vendor,
            current_timestamp)
        on conflict (store_id, sku) do update
        set quantity_on_hand   = coalesce(stock.quantity_on_hand, 0) + excluded.quantity_on_hand,
            quantity_available = coalesce(stock.quantity_available, 0) + excluded.quantity_available,
            unit_cost          = excluded.unit_cost,
            batch_lot          = excluded.batch_lot,
            last_restock_date  = excluded.last_restock_date
        returning stock.quantity_on_hand into balance;

        if item.batch_lot is not null then
            insert into batch_tracking as batch (
                store_id, sku, batch_lot, purchase_order_id, quantity_received, quantity_remaining, unit_cost, case_gtin,
                each_gtin, gtin_barcode, packaged_on_date)
            values (
                purchase.store_id, item.sku, item.batch_lot, p_po_id, come.quantity, come.quantity, item.unit_cost,
                item.case_gtin, item.each_gtin, item.gtin_barcode, item.packaged_on_date)
            on conflict (batch_lot) do update
            set quantity_received  = batch.quantity_received + excluded.quantity_received,
                quantity_remaining = batch.quantity_remaining + excluded.quantity_remaining;
        end if;

        insert into ocs_inventory_transactions (
            store_id, sku, transaction_type, quantity, unit_cost, running_balance, batch_lot, reference_id)
        values (
            purchase.store_id, item.sku, 'purchase', come.quantity, item.unit_cost, balance, item.batch_lot, p_po_id);
        lines := lines + 1;
        units := units + come.quantity;
    end loop;

    select count(*) into open
    from purchase_order_items
    where purchase_order_items.purchase_order_id = p_po_id
      and purchase_order_items.quantity_received < purchase_order_items.quantity_ordered;
    update purchase_orders
    set status = case when open = 0 then 'received' when units > 0 then 'partial' else status end,
        received_date = case when open = 0 then current_timestamp else received_date end,
        updated_at = current_timestamp
    where purchase_orders.id = p_po_id
    returning status into purchase.status;
    return jsonb_build_object('purchase_order_id', p_po_id, 'lines', lines, 'units', units, 'status', purchase.status);
end
$$;

ALTER FUNCTION public.process_purchase_order_receipt(p_po_id uuid, p_items jsonb) OWNER TO weedgo_owner;

CREATE FUNCTION public.receive_purchase_order(p_po_id uuid) RETURNS jsonb
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select process_purchase_order_receipt(
        p_po_id,
        coalesce(
            (select jsonb_agg(jsonb_build_object('item_id', id, 'quantity', quantity_ordered - quantity_received))
             from purchase_order_items
             where purchase_order_id = p_po_id and quantity_received < quantity_ordered),
            '[]'));
$$;

ALTER FUNCTION public.receive_purchase_order(p_po_id uuid) OWNER TO weedgo_owner;

CREATE FUNCTION public.refresh_review_summary() RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    refresh materialized view review_summary_view;
$$;

ALTER FUNCTION public.refresh_review_summary() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_checkout_session_timestamp() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;

ALTER FUNCTION public.update_checkout_session_timestamp() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_inventory_movements_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;

ALTER FUNCTION public.update_inventory_movements_updated_at() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_inventory_timestamp() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;

ALTER FUNCTION public.update_inventory_timestamp() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_pricing_rules_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;

ALTER FUNCTION public.update_pricing_rules_updated_at() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_product_catalog_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    new.updated_at := current_timestamp;
    new.slug := coalesce(
        new.slug,
        nullif(generate_product_slug(new.brand, new.product_name, new.sub_category, new.size, new.colour), ''));
    return new;
end
$$;

ALTER FUNCTION public.update_product_catalog_updated_at() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_product_rating() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    changed text[];
begin
    if tg_op = 'INSERT' then
        changed := array[new.sku];
    elsif tg_op = 'DELETE' then
        changed := array[old.sku];
    else
        changed := array[old.sku, new.sku];
    end if;

    update product_ratings
    set total_reviews           = counted.reviews,
        average_rating          = counted.average,
        verified_purchase_count = counted.verified,
        recommended_percentage  = counted.recommended,
        rating_distribution     = counted.distribution,
        last_calculated         = now()
    from (
        select products.sku,
               count(review.id)                                                  as reviews,
               coalesce(round(avg(review.rating), 2), 0)                         as average,
               count(review.id) filter (where review.is_verified_purchase)       as verified,
               coalesce(round(100.0 * count(review.id) filter (where review.is_recommended)
                              / nullif(count(review.id), 0), 2), 0)              as recommended,
               jsonb_build_object(
                   '1', count(review.id) filter (where review.rating = 1),
                   '2', count(review.id) filter (where review.rating = 2),
                   '3', count(review.id) filter (where review.rating = 3),
                   '4', count(review.id) filter (where review.rating = 4),
                   '5', count(review.id) filter (where review.rating = 5))       as distribution
        from (select distinct unnest(changed) as sku) as products
        left join customer_reviews as review on review.sku = products.sku and review.status = 'approved'
        group by products.sku
    ) as counted
    where product_ratings.sku = counted.sku;

    update ocs_product_catalog
    set rating = product_ratings.average_rating, rating_count = product_ratings.total_reviews
    from product_ratings
    where product_ratings.sku = any (changed)
      and lower(trim(ocs_product_catalog.ocs_variant_number)) = lower(trim(product_ratings.sku));
    return null;
end
$$;

ALTER FUNCTION public.update_product_rating() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_review_vote_counts() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array[new.review_id];
    elsif tg_op = 'DELETE' then
        changed := array[old.review_id];
    else
        changed := array[old.review_id, new.review_id];
    end if;

    update customer_reviews
    set helpful_count = (
            select count(*) from review_votes
            where review_votes.review_id = customer_reviews.id and review_votes.vote_type = 'helpful'),
        not_helpful_count = (
            select count(*) from review_votes
            where review_votes.review_id = customer_reviews.id and review_votes.vote_type = 'not_helpful')
    where customer_reviews.id = any (changed);
    return null;
end
$$;

ALTER FUNCTION public.update_review_vote_counts() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_system_settings_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;

ALTER FUNCTION public.update_system_settings_updated_at() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_translation_usage() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if new.last_used_at is distinct from old.last_used_at then
        new.usage_count := coalesce(old.usage_count, 0) + 1;
    end if;
    return new;
end
$$;

ALTER FUNCTION public.update_translation_usage() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_updated_at_column() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    new.updated_at := now();
    return new;
end
$$;

ALTER FUNCTION public.update_updated_at_column() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_user_last_login() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if new.login_successful then
        update users
        set last_login_at = new.login_timestamp, login_count = login_count + 1
        where id = new.user_id;
    end if;
    return null;
end
$$;

ALTER FUNCTION public.update_user_last_login() OWNER TO weedgo_owner;

CREATE FUNCTION public.update_user_payment_methods_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;

ALTER FUNCTION public.update_user_payment_methods_updated_at() OWNER TO weedgo_owner;

CREATE FUNCTION public.user_has_permission(user_id_param uuid, resource_type_param character varying, action_param character varying) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select coalesce(
        (select users.active and (
            users.role = 'super_admin'
            or coalesce(
                (select own.granted
                 from user_permissions as own
                 where own.user_id = users.id
                   and own.resource_type = resource_type_param
                   and own.action = action_param),
                (select bool_or(its.granted)
                 from role_permissions as its
                 where its.role = users.role::text
                   and its.resource_type = resource_type_param
                   and its.action = action_param),
                false))
         from users
         where users.id = user_id_param),
        false);
$$;

ALTER FUNCTION public.user_has_permission(user_id_param uuid, resource_type_param character varying, action_param character varying) OWNER TO weedgo_owner;

CREATE FUNCTION public.validate_auth_token(p_token_hash character varying, p_token_type character varying, p_mark_as_used boolean DEFAULT false) RETURNS TABLE(is_valid boolean, user_id uuid, metadata jsonb)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    token auth_tokens;
begin
    select auth_tokens.* into token
    from auth_tokens
    where auth_tokens.token_hash = p_token_hash
      and auth_tokens.token_type = p_token_type
      and not auth_tokens.is_used
      and auth_tokens.expires_at > current_timestamp
    order by auth_tokens.created_at desc
    limit 1
    for update;

    if not found then
        return query select false, null::uuid, null::jsonb;
        return;
    end if;
    if p_mark_as_used then
        update auth_tokens set is_used = true, used_at = current_timestamp where auth_tokens.id = token.id;
    end if;
    return query select true, token.user_id, token.metadata;
end
$$;

ALTER FUNCTION public.validate_auth_token(p_token_hash character varying, p_token_type character varying, p_mark_as_used boolean) OWNER TO weedgo_owner;

CREATE FUNCTION public.validate_verified_purchase() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    new.is_verified_purchase := exists (
        select
        from orders
        join order_items on order_items.order_id = orders.id
        where orders.user_id = new.user_id
          and orders.id = coalesce(new.order_id, orders.id)
          and order_items.sku = new.sku);
    return new;
end
$$;

ALTER FUNCTION public.validate_verified_purchase() OWNER TO weedgo_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.accessories_catalog (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid NOT NULL,
    category_id uuid,
    sku character varying(100) NOT NULL,
    barcode character varying(100),
    name character varying(255) NOT NULL,
    brand character varying(255),
    retail_price numeric(10,2) DEFAULT 0 NOT NULL,
    quantity integer DEFAULT 0 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT accessories_catalog_quantity_check CHECK ((quantity >= 0))
);

ALTER TABLE public.accessories_catalog OWNER TO weedgo_owner;

CREATE TABLE public.accessory_categories (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    parent_id uuid,
    slug character varying(100) NOT NULL,
    name character varying(100) NOT NULL,
    display_order integer DEFAULT 0 NOT NULL
);

ALTER TABLE public.accessory_categories OWNER TO weedgo_owner;

CREATE TABLE public.age_verification_logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid,
    verification_by character varying(50) DEFAULT 'self_declared'::character varying NOT NULL,
    age_info jsonb NOT NULL,
    verified boolean NOT NULL,
    "timestamp" timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    session_id character varying(255)
);

ALTER TABLE public.age_verification_logs OWNER TO weedgo_owner;

CREATE TABLE public.agi_audit_aggregates (
    id integer NOT NULL,
    period_start timestamp with time zone NOT NULL,
    period_end timestamp with time zone NOT NULL,
    event_type text NOT NULL,
    severity text,
    count bigint DEFAULT 0 NOT NULL,
    unique_users integer DEFAULT 0,
    metadata jsonb DEFAULT '{}'::jsonb,
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.agi_audit_aggregates OWNER TO weedgo_owner;

CREATE SEQUENCE public.agi_audit_aggregates_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE public.agi_audit_aggregates_id_seq OWNER TO weedgo_owner;

ALTER SEQUENCE public.agi_audit_aggregates_id_seq OWNED BY public.agi_audit_aggregates.id;

CREATE TABLE public.agi_audit_alerts (
    id integer NOT NULL,
    alert_type text NOT NULL,
    severity text NOT NULL,
    event_count integer NOT NULL,
    time_window_minutes integer NOT NULL,
    triggered_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    resolved_at timestamp with time zone,
    alert_data jsonb DEFAULT '{}'::jsonb,
    acknowledged boolean DEFAULT false,
    acknowledged_by text,
    acknowledged_at timestamp with time zone
);

ALTER TABLE public.agi_audit_alerts OWNER TO weedgo_owner;

CREATE SEQUENCE public.agi_audit_alerts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE public.agi_audit_alerts_id_seq OWNER TO weedgo_owner;

ALTER SEQUENCE public.agi_audit_alerts_id_seq OWNED BY public.agi_audit_alerts.id;

CREATE TABLE public.agi_audit_logs (
    id bigint NOT NULL,
    event_type text NOT NULL,
    severity text NOT NULL,
    user_id text,
    session_id text,
    resource_type text,
    resource_id text,
    action text,
    result text,
    ip_address text,
    user_agent text,
    error_message text,
    stack_trace text,
    metadata jsonb DEFAULT '{}'::jsonb,
    event_hash text NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.agi_audit_logs OWNER TO weedgo_owner;

CREATE SEQUENCE public.agi_audit_logs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE public.agi_audit_logs_id_seq OWNER TO weedgo_owner;

ALTER SEQUENCE public.agi_audit_logs_id_seq OWNED BY public.agi_audit_logs.id;

CREATE TABLE public.agi_rate_limit_buckets (
    key text NOT NULL,
    tokens double precision NOT NULL,
    last_update timestamp with time zone NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb
);

ALTER TABLE public.agi_rate_limit_buckets OWNER TO weedgo_owner;

CREATE SEQUENCE public.agi_rate_limit_buckets_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE public.agi_rate_limit_buckets_id_seq OWNER TO weedgo_owner;

CREATE TABLE public.agi_rate_limit_rules (
    name text NOT NULL,
    scope text NOT NULL,
    strategy text NOT NULL,
    limit_value integer NOT NULL,
    window_seconds integer NOT NULL,
    burst_size integer,
    priority integer DEFAULT 0,
    enabled boolean DEFAULT true,
    metadata jsonb DEFAULT '{}'::jsonb,
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.agi_rate_limit_rules OWNER TO weedgo_owner;

CREATE SEQUENCE public.agi_rate_limit_rules_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE public.agi_rate_limit_rules_id_seq OWNER TO weedgo_owner;

CREATE TABLE public.agi_rate_limit_violations (
    id integer NOT NULL,
    rule_name text NOT NULL,
    identifier text NOT NULL,
    resource text,
    attempts integer NOT NULL,
    window_start timestamp with time zone NOT NULL,
    window_end timestamp with time zone NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb,
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.agi_rate_limit_violations OWNER TO weedgo_owner;

CREATE SEQUENCE public.agi_rate_limit_violations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE public.agi_rate_limit_violations_id_seq OWNER TO weedgo_owner;

ALTER SEQUENCE public.agi_rate_limit_violations_id_seq OWNED BY public.agi_rate_limit_violations.id;

CREATE TABLE public.ai_conversations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    session_id character varying(255) NOT NULL,
    user_id uuid,
    agent_id uuid,
    context jsonb,
    conversation_id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    customer_id character varying(255),
    messages jsonb,
    personality_id uuid,
    tenant_id uuid,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.ai_conversations OWNER TO weedgo_owner;

CREATE TABLE public.ai_personalities (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    system_prompt text,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    name character varying(100) NOT NULL,
    tenant_id uuid NOT NULL,
    avatar_url character varying(500),
    is_default boolean DEFAULT false,
    traits jsonb DEFAULT '{}'::jsonb,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    voice_config jsonb DEFAULT '{}'::jsonb
);

ALTER TABLE public.ai_personalities OWNER TO weedgo_owner;

CREATE TABLE public.ai_training_data (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    detected_intent character varying(100),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    customer_message text NOT NULL,
    inferred_params jsonb NOT NULL,
    correction jsonb,
    customer_action character varying(50),
    feedback_score double precision,
    model_confidence double precision,
    response_time_ms integer,
    search_results jsonb
);

ALTER TABLE public.ai_training_data OWNER TO weedgo_owner;

CREATE TABLE public.api_keys (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid,
    key_hash character varying(255) NOT NULL,
    key_prefix character varying(12) NOT NULL,
    expires_at timestamp without time zone,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    active boolean DEFAULT true,
    allowed_stores text[],
    description text,
    last_used timestamp without time zone,
    name character varying(255),
    tenant_id uuid,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.api_keys OWNER TO weedgo_owner;

CREATE TABLE public.asn_import_staging (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid NOT NULL,
    store_id uuid NOT NULL,
    session_id character varying(255) NOT NULL,
    shipment_id character varying(100),
    container_id character varying(100),
    sku character varying(100) NOT NULL,
    item_name character varying(255),
    unit_price numeric(10,2) NOT NULL,
    vendor character varying(255),
    brand character varying(255),
    case_gtin character varying(100),
    each_gtin character varying(100),
    gtin_barcode character varying(100),
    batch_lot character varying(100),
    packaged_on_date date,
    shipped_qty integer NOT NULL,
    uom character varying(50),
    uom_conversion numeric(10,4),
    uom_conversion_qty integer,
    exists_in_inventory boolean DEFAULT false NOT NULL,
    processed_at timestamp without time zone,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT asn_import_staging_shipped_qty_check CHECK ((shipped_qty > 0)),
    CONSTRAINT asn_import_staging_unit_price_check CHECK ((unit_price >= (0)::numeric))
);

ALTER TABLE public.asn_import_staging OWNER TO weedgo_owner;

CREATE TABLE public.audit_log (
    id bigint NOT NULL,
    user_id uuid,
    action character varying(100) NOT NULL,
    resource_type character varying(100) NOT NULL,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    ip_address character varying(45),
    "timestamp" timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    resource_id character varying(255),
    store_id uuid,
    success boolean DEFAULT true,
    tenant_id uuid
);

ALTER TABLE public.audit_log OWNER TO weedgo_owner;

ALTER TABLE public.audit_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_tokens (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    token_type character varying(50) NOT NULL,
    token_hash character varying(255) NOT NULL,
    expires_at timestamp without time zone NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    is_used boolean DEFAULT false,
    metadata jsonb DEFAULT '{}'::jsonb,
    used_at timestamp without time zone,
    CONSTRAINT auth_tokens_token_type_check CHECK ((token_type IN ('email_verification', 'password_reset', 'refresh', 'api_key')))
);

ALTER TABLE public.auth_tokens OWNER TO weedgo_owner;

CREATE TABLE public.batch_tracking (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid NOT NULL,
    quantity_received integer DEFAULT 0 NOT NULL,
    quantity_remaining integer DEFAULT 0 NOT NULL,
    received_date timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    expiry_date date,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    batch_lot character varying(100) NOT NULL,
    sku character varying(100) NOT NULL,
    case_gtin character varying(100),
    each_gtin character varying(100),
    gtin_barcode character varying(100),
    is_active boolean DEFAULT true,
    location_id uuid,
    packaged_on_date date,
    purchase_order_id uuid,
    unit_cost numeric(10,2),
    CONSTRAINT batch_tracking_quantity_received_check CHECK ((quantity_received >= 0)),
    CONSTRAINT batch_tracking_quantity_remaining_check CHECK ((quantity_remaining >= 0))
);

ALTER TABLE public.batch_tracking OWNER TO weedgo_owner;

CREATE TABLE public.broadcast_audit_logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    broadcast_id uuid,
    action character varying(100) NOT NULL,
    performed_by uuid,
    ip_address character varying(45),
    created_at timestamp without time zone DEFAULT now() NOT NULL,
    action_category character varying(50),
    details jsonb DEFAULT '{}'::jsonb,
    new_values jsonb,
    old_values jsonb,
    user_agent text,
    user_role character varying(50),
    CONSTRAINT broadcast_audit_logs_action_category_check CHECK ((action_category IN ('create', 'update', 'send', 'cancel', 'pause', 'resume', 'delete', 'approve')))
);

ALTER TABLE public.broadcast_audit_logs OWNER TO weedgo_owner;

CREATE TABLE public.broadcast_messages (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    broadcast_id uuid NOT NULL,
    subject character varying(255),
    created_at timestamp without time zone DEFAULT now() NOT NULL,
    channel_type character varying(50) NOT NULL,
    content text NOT NULL,
    is_active boolean DEFAULT true,
    preview_text character varying(160),
    priority character varying(20) DEFAULT 'normal'::character varying,
    push_action_url character varying(500),
    push_badge_count integer,
    push_image_url character varying(500),
    push_title character varying(100),
    sender_email character varying(255),
    sender_name character varying(100),
    sender_phone character varying(20),
    template_id uuid,
    template_variables jsonb DEFAULT '{}'::jsonb,
    updated_at timestamp without time zone DEFAULT now(),
    CONSTRAINT broadcast_messages_channel_type_check CHECK ((channel_type IN ('email', 'sms', 'push'))),
    CONSTRAINT broadcast_messages_priority_check CHECK ((priority IN ('low', 'normal', 'high', 'urgent')))
);

ALTER TABLE public.broadcast_messages OWNER TO weedgo_owner;

CREATE TABLE public.broadcast_recipients (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    broadcast_id uuid NOT NULL,
    created_at timestamp without time zone DEFAULT now() NOT NULL,
    customer_id text NOT NULL,
    channels jsonb DEFAULT '{}'::jsonb,
    email character varying(255),
    email_bounced_at timestamp without time zone,
    email_clicked_at timestamp without time zone,
    email_delivered_at timestamp without time zone,
    email_error text,
    email_opened_at timestamp without time zone,
    email_retry_count integer DEFAULT 0,
    email_sent_at timestamp without time zone,
    email_status character varying(50) DEFAULT 'pending'::character varying,
    email_unsubscribed_at timestamp without time zone,
    phone_number character varying(20),
    push_delivered_at timestamp without time zone,
    push_error text,
    push_opened_at timestamp without time zone,
    push_retry_count integer DEFAULT 0,
    push_sent_at timestamp without time zone,
    push_status character varying(50) DEFAULT 'pending'::character varying,
    push_token character varying(500),
    sms_delivered_at timestamp without time zone,
    sms_error text,
    sms_replied_at timestamp without time zone,
    sms_retry_count integer DEFAULT 0,
    sms_sent_at timestamp without time zone,
    sms_status character varying(50) DEFAULT 'pending'::character varying,
    updated_at timestamp without time zone DEFAULT now()
);

ALTER TABLE public.broadcast_recipients OWNER TO weedgo_owner;

CREATE TABLE public.broadcast_segments (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    segment_name character varying(100) NOT NULL,
    created_at timestamp without time zone DEFAULT now() NOT NULL,
    broadcast_id uuid NOT NULL,
    criteria jsonb NOT NULL,
    last_calculated_at timestamp without time zone,
    recipient_count integer DEFAULT 0
);

ALTER TABLE public.broadcast_segments OWNER TO weedgo_owner;

CREATE TABLE public.broadcasts (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid,
    created_by uuid,
    status character varying(50) DEFAULT 'draft'::character varying NOT NULL,
    scheduled_at timestamp without time zone,
    total_recipients integer DEFAULT 0 NOT NULL,
    created_at timestamp without time zone DEFAULT now() NOT NULL,
    name character varying(255) NOT NULL,
    tenant_id uuid NOT NULL,
    cancelled_at timestamp without time zone,
    completed_at timestamp without time zone,
    description text,
    failed_sends integer DEFAULT 0,
    max_retries integer DEFAULT 3,
    respect_quiet_hours boolean DEFAULT true,
    retry_failed boolean DEFAULT true,
    send_immediately boolean DEFAULT false,
    started_at timestamp without time zone,
    successful_sends integer DEFAULT 0,
    tags text[],
    updated_at timestamp without time zone DEFAULT now(),
    CONSTRAINT broadcasts_status_check CHECK ((status IN ('draft', 'scheduled', 'sending', 'sent', 'paused', 'cancelled', 'failed')))
);

ALTER TABLE public.broadcasts OWNER TO weedgo_owner;

CREATE TABLE public.bundle_deals (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    bundle_price numeric(10,2),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    name character varying(200) NOT NULL,
    active boolean DEFAULT true,
    allow_substitutions boolean DEFAULT false,
    bundle_type character varying(50),
    description text,
    discount_percentage numeric(5,2),
    end_date timestamp without time zone,
    max_quantity integer,
    min_quantity integer DEFAULT 1,
    optional_products jsonb,
    require_all_items boolean DEFAULT true,
    required_products jsonb,
    start_date timestamp without time zone,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT bundle_deals_bundle_price_check CHECK ((bundle_price >= (0)::numeric))
);

ALTER TABLE public.bundle_deals OWNER TO weedgo_owner;

CREATE TABLE public.cart_sessions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    session_id character varying(255) NOT NULL,
    user_id uuid,
    store_id uuid,
    items jsonb DEFAULT '[]'::jsonb NOT NULL,
    subtotal numeric(10,2) DEFAULT 0 NOT NULL,
    expires_at timestamp without time zone,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    ai_personality_id uuid,
    delivery_fee numeric(10,2) DEFAULT 0.00,
    discount_codes jsonb DEFAULT '[]'::jsonb,
    status character varying(50) DEFAULT 'active'::character varying,
    tax_calculation jsonb,
    tenant_id uuid,
    user_profile_id uuid
);

ALTER TABLE public.cart_sessions OWNER TO weedgo_owner;

CREATE TABLE public.chat_interactions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    intent character varying(100),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    ai_response text,
    customer_id character varying(255),
    metadata jsonb,
    response_time double precision,
    session_id character varying(255),
    user_message text
);

ALTER TABLE public.chat_interactions OWNER TO weedgo_owner;

CREATE TABLE public.checkout_sessions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid NOT NULL,
    store_id uuid NOT NULL,
    cart_id uuid,
    user_id uuid,
    status character varying(20) DEFAULT 'open'::character varying NOT NULL,
    subtotal numeric(10,2) DEFAULT 0 NOT NULL,
    taxes jsonb DEFAULT '{}'::jsonb NOT NULL,
    expires_at timestamp without time zone NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT checkout_sessions_status_check CHECK ((status IN ('open', 'completed', 'expired'))),
    CONSTRAINT checkout_sessions_subtotal_check CHECK ((subtotal >= (0)::numeric))
);

ALTER TABLE public.checkout_sessions OWNER TO weedgo_owner;

CREATE TABLE public.communication_analytics (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    total_recipients integer DEFAULT 0 NOT NULL,
    avg_delivery_time_seconds integer,
    broadcast_id uuid,
    calculated_at timestamp without time zone DEFAULT now(),
    email_bounced integer DEFAULT 0,
    email_click_rate numeric(5,2),
    email_clicked integer DEFAULT 0,
    email_cost numeric(10,2) DEFAULT 0,
    email_delivered integer DEFAULT 0,
    email_open_rate numeric(5,2),
    email_opened integer DEFAULT 0,
    email_sent integer DEFAULT 0,
    email_unsubscribed integer DEFAULT 0,
    push_cost numeric(10,2) DEFAULT 0,
    push_delivered integer DEFAULT 0,
    push_failed integer DEFAULT 0,
    push_open_rate numeric(5,2),
    push_opened integer DEFAULT 0,
    push_sent integer DEFAULT 0,
    sms_cost numeric(10,2) DEFAULT 0,
    sms_delivered integer DEFAULT 0,
    sms_failed integer DEFAULT 0,
    sms_replied integer DEFAULT 0,
    sms_sent integer DEFAULT 0,
    total_cost numeric(10,2) DEFAULT 0
);

ALTER TABLE public.communication_analytics OWNER TO weedgo_owner;

CREATE TABLE public.communication_logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid,
    channel character varying(20) NOT NULL,
    recipient character varying(255) NOT NULL,
    status character varying(50) DEFAULT 'pending'::character varying NOT NULL,
    provider_message_id character varying(255),
    error_message text,
    content text,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    delivered_at timestamp without time zone,
    provider_response jsonb,
    retry_count integer DEFAULT 0
);

ALTER TABLE public.communication_logs OWNER TO weedgo_owner;

CREATE TABLE public.communication_preferences (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp without time zone DEFAULT now() NOT NULL,
    updated_at timestamp without time zone DEFAULT now() NOT NULL,
    customer_id text NOT NULL,
    alerts boolean DEFAULT true,
    channel_email boolean DEFAULT true,
    channel_push boolean DEFAULT true,
    channel_sms boolean DEFAULT true,
    email_unsubscribe_token character varying(100),
    frequency character varying(50) DEFAULT 'normal'::character varying,
    last_email_at timestamp without time zone,
    last_push_at timestamp without time zone,
    last_sms_at timestamp without time zone,
    max_emails_per_day integer DEFAULT 5,
    max_push_per_day integer DEFAULT 10,
    max_sms_per_day integer DEFAULT 3,
    preferred_language character varying(10) DEFAULT 'en'::character varying,
    promotional boolean DEFAULT true,
    quiet_hours_enabled boolean DEFAULT false,
    quiet_hours_end time without time zone,
    quiet_hours_start time without time zone,
    sms_unsubscribe_token character varying(100),
    timezone character varying(50) DEFAULT 'America/Toronto'::character varying,
    transactional boolean DEFAULT true,
    CONSTRAINT communication_preferences_frequency_check CHECK ((frequency IN ('immediate', 'daily', 'weekly', 'monthly', 'normal')))
);

ALTER TABLE public.communication_preferences OWNER TO weedgo_owner;

CREATE TABLE public.conversation_states (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid,
    customer_intent character varying(100),
    current_stage character varying(50) NOT NULL,
    session_id character varying(255) NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    engagement_score double precision DEFAULT 0.5,
    intent_history jsonb DEFAULT '[]'::jsonb,
    message_count integer DEFAULT 0,
    previous_stage character varying(50),
    resistance_level double precision DEFAULT 0.0,
    stage_history jsonb DEFAULT '[]'::jsonb,
    stage_start_time timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    total_duration_seconds integer DEFAULT 0,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.conversation_states OWNER TO weedgo_owner;

CREATE TABLE public.conversion_metrics (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    session_id character varying(255) NOT NULL,
    user_id uuid,
    final_stage character varying(50),
    order_value numeric(10,2),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    abandonment_reason text,
    abandonment_stage character varying(50),
    cart_additions integer DEFAULT 0,
    cart_removals integer DEFAULT 0,
    conversion_events jsonb DEFAULT '[]'::jsonb,
    conversion_score double precision DEFAULT 0.0,
    converted boolean DEFAULT false,
    engagement_score double precision DEFAULT 0.0,
    products_viewed integer DEFAULT 0,
    stage_transitions jsonb DEFAULT '[]'::jsonb,
    total_session_duration_seconds integer DEFAULT 0
);

ALTER TABLE public.conversion_metrics OWNER TO weedgo_owner;

CREATE TABLE public.customer_pricing_rules (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    customer_id uuid,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    active boolean DEFAULT true,
    category_discounts jsonb,
    custom_markup_percentage numeric(5,2),
    early_payment_discount numeric(5,2),
    negotiated_products jsonb,
    payment_terms character varying(50),
    price_tier_id uuid,
    tenant_id uuid,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    volume_discounts jsonb
);

ALTER TABLE public.customer_pricing_rules OWNER TO weedgo_owner;

CREATE TABLE public.customer_reviews (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    order_id uuid,
    rating integer NOT NULL,
    title character varying(200),
    review_text text,
    is_verified_purchase boolean DEFAULT false NOT NULL,
    helpful_count integer DEFAULT 0 NOT NULL,
    not_helpful_count integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    sku character varying(255) NOT NULL,
    is_recommended boolean DEFAULT true,
    status character varying(20) DEFAULT 'pending'::character varying,
    CONSTRAINT customer_reviews_helpful_count_check CHECK ((helpful_count >= 0)),
    CONSTRAINT customer_reviews_not_helpful_count_check CHECK ((not_helpful_count >= 0)),
    CONSTRAINT customer_reviews_rating_check CHECK (((rating >= 1) AND (rating <= 5))),
    CONSTRAINT customer_reviews_status_check CHECK ((status IN ('pending', 'approved', 'rejected', 'flagged')))
);

ALTER TABLE public.customer_reviews OWNER TO weedgo_owner;

CREATE TABLE public.deliveries (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    order_id uuid NOT NULL,
    store_id uuid NOT NULL,
    assigned_to uuid,
    status public.delivery_status DEFAULT 'pending'::public.delivery_status NOT NULL,
    delivery_address jsonb NOT NULL,
    estimated_delivery_time timestamp without time zone,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    customer_name character varying(200) NOT NULL,
    customer_phone character varying(20) NOT NULL,
    accepted_at timestamp without time zone,
    age_verified boolean DEFAULT false,
    arrived_at timestamp without time zone,
    assigned_at timestamp without time zone,
    batch_id uuid,
    batch_sequence integer,
    cancelled_at timestamp without time zone,
    completed_at timestamp without time zone,
    customer_email character varying(255),
    customer_id uuid,
    delivery_fee numeric(10,2) DEFAULT 0,
    delivery_latitude numeric(10,8),
    delivery_longitude numeric(11,8),
    delivery_notes text,
    departed_at timestamp without time zone,
    distance_km numeric(10,2),
    feedback text,
    id_verification_data jsonb,
    id_verification_type character varying(50),
    id_verified boolean DEFAULT false,
    issues_reported jsonb DEFAULT '[]'::jsonb,
    metadata jsonb DEFAULT '{}'::jsonb,
    photo_proof_urls text[],
    rating integer,
    scheduled_at timestamp without time zone,
    signature_captured_at timestamp without time zone,
    signature_data text,
    tip_amount numeric(10,2) DEFAULT 0,
    CONSTRAINT deliveries_delivery_address_check CHECK (((delivery_address ? 'street'::text) AND (delivery_address ? 'city'::text) AND (delivery_address ? 'postal_code'::text))),
    CONSTRAINT deliveries_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
);

ALTER TABLE public.deliveries OWNER TO weedgo_owner;

CREATE TABLE public.delivery_batches (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid NOT NULL,
    store_id uuid NOT NULL,
    driver_id uuid,
    batch_number character varying(50) NOT NULL,
    status character varying(50) DEFAULT 'planned'::character varying NOT NULL,
    total_deliveries integer DEFAULT 0 NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    estimated_duration_minutes integer,
    optimized_route jsonb,
    total_distance_km numeric(10,2)
);

ALTER TABLE public.delivery_batches OWNER TO weedgo_owner;

CREATE TABLE public.delivery_events (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    delivery_id uuid NOT NULL,
    event_type character varying(50) NOT NULL,
    event_data jsonb DEFAULT '{}'::jsonb NOT NULL,
    performed_by uuid,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

ALTER TABLE public.delivery_events OWNER TO weedgo_owner;

CREATE TABLE public.delivery_geofences (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name character varying(100),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    center_latitude numeric(10,8) NOT NULL,
    center_longitude numeric(11,8) NOT NULL,
    delivery_id uuid NOT NULL,
    auto_complete_on_enter boolean DEFAULT false,
    dwell_time_seconds integer,
    entered_at timestamp without time zone,
    exited_at timestamp without time zone,
    notify_on_enter boolean DEFAULT true,
    notify_on_exit boolean DEFAULT false,
    radius_meters integer DEFAULT 100 NOT NULL
);

ALTER TABLE public.delivery_geofences OWNER TO weedgo_owner;

CREATE TABLE public.delivery_tracking (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    delivery_id uuid NOT NULL,
    latitude numeric(10,8) NOT NULL,
    longitude numeric(11,8) NOT NULL,
    accuracy_meters numeric(10,2),
    speed_kmh numeric(6,2),
    heading integer,
    battery_level integer,
    activity_type character varying(50),
    altitude_meters numeric(10,2),
    is_mock_location boolean DEFAULT false,
    metadata jsonb DEFAULT '{}'::jsonb,
    provider character varying(50),
    received_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    recorded_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT delivery_tracking_battery_level_check CHECK (((battery_level >= 0) AND (battery_level <= 100))),
    CONSTRAINT delivery_tracking_heading_check CHECK (((heading >= 0) AND (heading <= 360)))
);

ALTER TABLE public.delivery_tracking OWNER TO weedgo_owner;

CREATE TABLE public.delivery_zones (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid,
    zone_name character varying(100) NOT NULL,
    zone_type character varying(20) DEFAULT 'radius'::character varying NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id uuid NOT NULL,
    available_days text[] DEFAULT ARRAY[0, 1, 2, 3, 4, 5, 6],
    base_delivery_fee numeric(10,2) DEFAULT 0 NOT NULL,
    delivery_hours jsonb,
    delivery_time_minutes integer DEFAULT 60,
    free_delivery_minimum numeric(10,2),
    polygon_coordinates jsonb,
    radius_km numeric(5,2),
    updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT delivery_zones_zone_type_check CHECK ((zone_type IN ('radius', 'polygon', 'postal_codes')))
);

ALTER TABLE public.delivery_zones OWNER TO weedgo_owner;

CREATE TABLE public.discount_codes (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    code character varying(50) NOT NULL,
    discount_type character varying(20) NOT NULL,
    discount_value numeric(10,2) NOT NULL,
    valid_from timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    valid_until timestamp without time zone,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    customer_id uuid,
    description text,
    minimum_purchase numeric(10,2) DEFAULT 0,
    order_id uuid,
    promotion_id uuid,
    tenant_id uuid,
    used boolean DEFAULT false,
    used_at timestamp without time zone,
    CONSTRAINT discount_codes_discount_type_check CHECK ((discount_type IN ('percentage', 'fixed', 'bogo', 'free_delivery'))),
    CONSTRAINT discount_codes_discount_value_check CHECK ((discount_value >= (0)::numeric))
);

ALTER TABLE public.discount_codes OWNER TO weedgo_owner;

CREATE TABLE public.discount_usage (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    discount_code_id uuid NOT NULL,
    user_id uuid,
    order_id uuid,
    discount_amount numeric(10,2) NOT NULL,
    used_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT discount_usage_discount_amount_check CHECK ((discount_amount >= (0)::numeric))
);

ALTER TABLE public.discount_usage OWNER TO weedgo_owner;

CREATE TABLE public.dynamic_pricing_rules (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    conditions jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    name character varying(200) NOT NULL,
    action_type character varying(50),
    action_value numeric(10,2),
    active boolean DEFAULT true,
    category_ids text[],
    description text,
    priority integer DEFAULT 0,
    product_ids text[],
    trigger_type character varying(50),
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.dynamic_pricing_rules OWNER TO weedgo_owner;

CREATE TABLE public.holidays (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    province_territory_id uuid,
    name character varying(100) NOT NULL,
    is_statutory boolean DEFAULT true NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    date_type character varying(20) NOT NULL,
    holiday_type character varying(20) NOT NULL,
    calculation_rule character varying(100),
    fixed_day integer,
    fixed_month integer,
    floating_rule jsonb,
    is_bank_holiday boolean DEFAULT true,
    typical_business_impact character varying(20),
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT holiday_date_check CHECK (((((date_type)::text = 'fixed'::text) AND (fixed_month IS NOT NULL) AND (fixed_day IS NOT NULL)) OR (((date_type)::text = 'floating'::text) AND (floating_rule IS NOT NULL)) OR (((date_type)::text = 'calculated'::text) AND (calculation_rule IS NOT NULL)))),
    CONSTRAINT holidays_date_type_check CHECK ((date_type IN ('fixed', 'floating', 'calculated'))),
    CONSTRAINT holidays_fixed_day_check CHECK (((fixed_day >= 1) AND (fixed_day <= 31))),
    CONSTRAINT holidays_fixed_month_check CHECK (((fixed_month >= 1) AND (fixed_month <= 12))),
    CONSTRAINT holidays_holiday_type_check CHECK ((holiday_type IN ('federal', 'provincial', 'municipal', 'custom'))),
    CONSTRAINT holidays_typical_business_impact_check CHECK ((typical_business_impact IN ('closed', 'reduced_hours', 'normal', 'extended_hours')))
);

ALTER TABLE public.holidays OWNER TO weedgo_owner;

CREATE TABLE public.inventory_locations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    name character varying(100) NOT NULL,
    code character varying(50),
    type character varying(50),
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    zone character varying(50)
);

ALTER TABLE public.inventory_locations OWNER TO weedgo_owner;

CREATE TABLE public.legacy_schema_versions (
    version integer NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.legacy_schema_versions OWNER TO weedgo_owner;

CREATE TABLE public.location_access_log (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid,
    access_type character varying(50) NOT NULL,
    ip_address character varying(45),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    accuracy numeric(10,2),
    latitude numeric(10,8),
    longitude numeric(11,8),
    metadata jsonb,
    store_id uuid,
    user_agent text
);

ALTER TABLE public.location_access_log OWNER TO weedgo_owner;

CREATE TABLE public.location_assignments_log (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    assigned_by uuid,
    assigned_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    quantity integer NOT NULL,
    inventory_id uuid,
    location_id uuid,
    notes text
);

ALTER TABLE public.location_assignments_log OWNER TO weedgo_owner;

CREATE TABLE public.message_templates (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid,
    is_active boolean DEFAULT true NOT NULL,
    variables jsonb DEFAULT '[]'::jsonb NOT NULL,
    created_by uuid,
    created_at timestamp without time zone DEFAULT now() NOT NULL,
    updated_at timestamp without time zone DEFAULT now() NOT NULL,
    channel_type character varying(50) NOT NULL,
    content text NOT NULL,
    name character varying(255) NOT NULL,
    approved_at timestamp without time zone,
    category character varying(100) DEFAULT 'general'::character varying,
    description text,
    is_approved boolean DEFAULT true,
    is_global boolean DEFAULT false,
    last_used_at timestamp without time zone,
    preview_text character varying(160),
    tags text[],
    tenant_id uuid,
    usage_count integer DEFAULT 0,
    CONSTRAINT message_templates_category_check CHECK ((category IN ('promotional', 'transactional', 'alert', 'general'))),
    CONSTRAINT message_templates_channel_type_check CHECK ((channel_type IN ('email', 'sms', 'push')))
);

ALTER TABLE public.message_templates OWNER TO weedgo_owner;

CREATE TABLE public.model_deployments (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    model_version_id uuid NOT NULL,
    environment character varying(50) DEFAULT 'production'::character varying NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    deployment_name character varying(255) NOT NULL,
    endpoint character varying(255) NOT NULL,
    is_active boolean DEFAULT false,
    started_at timestamp without time zone,
    status character varying(50) DEFAULT 'inactive'::character varying,
    stopped_at timestamp without time zone,
    traffic_percentage double precision DEFAULT 100.0
);

ALTER TABLE public.model_deployments OWNER TO weedgo_owner;

CREATE TABLE public.model_metrics (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    model_version_id uuid,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    accuracy_score double precision,
    evaluation_date date DEFAULT CURRENT_DATE,
    f1_score double precision,
    model_name character varying(100),
    notes text,
    precision_score double precision,
    recall_score double precision,
    training_samples integer
);

ALTER TABLE public.model_metrics OWNER TO weedgo_owner;

CREATE TABLE public.model_versions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    model_name character varying(100) NOT NULL,
    version character varying(50) NOT NULL,
    artifact_url text,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    config jsonb DEFAULT '{}'::jsonb,
    description text,
    is_active boolean DEFAULT false
);

ALTER TABLE public.model_versions OWNER TO weedgo_owner;

CREATE TABLE public.ocs_inventory (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    sku character varying(100) NOT NULL,
    batch_lot character varying(100),
    brand character varying(100),
    case_gtin character varying(50),
    category character varying(100),
    cbd_content numeric(5,2),
    container_id character varying(50),
    each_gtin character varying(50),
    gtin_barcode character varying(50),
    image_url text,
    is_available boolean DEFAULT true,
    last_restock_date timestamp without time zone,
    max_stock_level integer DEFAULT 100,
    min_stock_level integer DEFAULT 10,
    override_price numeric(10,2),
    packaged_on_date date,
    plant_type character varying(50),
    product_name character varying(255),
    quantity_available integer DEFAULT 0,
    quantity_on_hand integer DEFAULT 0,
    quantity_reserved integer DEFAULT 0,
    retail_price numeric(10,2),
    retail_price_dynamic numeric(10,2),
    shipment_id character varying(50),
    strain_type character varying(50),
    subcategory character varying(100),
    supplier character varying(100),
    thc_content numeric(5,2),
    unit_cost numeric(10,2) DEFAULT 0,
    vendor character varying(100),
    CONSTRAINT ocs_inventory_quantity_available_check CHECK ((quantity_available >= 0)),
    CONSTRAINT ocs_inventory_quantity_on_hand_check CHECK ((quantity_on_hand >= 0)),
    CONSTRAINT ocs_inventory_quantity_reserved_check CHECK ((quantity_reserved >= 0))
);

ALTER TABLE public.ocs_inventory OWNER TO weedgo_owner;

CREATE TABLE public.ocs_inventory_logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    action character varying(50) NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    change_quantity integer,
    inventory_id uuid,
    metadata jsonb DEFAULT '{}'::jsonb,
    new_quantity integer,
    order_id uuid,
    performed_by uuid,
    previous_quantity integer,
    reason text
);

ALTER TABLE public.ocs_inventory_logs OWNER TO weedgo_owner;

CREATE TABLE public.ocs_inventory_movements (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    movement_type character varying(50) NOT NULL,
    quantity integer NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    inventory_id uuid,
    performed_by uuid,
    reason text,
    reference_id character varying(100),
    reference_type character varying(50)
);

ALTER TABLE public.ocs_inventory_movements OWNER TO weedgo_owner;

CREATE TABLE public.ocs_inventory_reservations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    quantity integer NOT NULL,
    expires_at timestamp without time zone NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    cart_session_id uuid,
    inventory_id uuid,
    order_id uuid,
    status character varying(50) DEFAULT 'active'::character varying,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT ocs_inventory_reservations_quantity_check CHECK ((quantity > 0))
);

ALTER TABLE public.ocs_inventory_reservations OWNER TO weedgo_owner;

CREATE TABLE public.ocs_inventory_snapshots (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    snapshot_date date DEFAULT CURRENT_DATE NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    available_quantity integer NOT NULL,
    quantity_on_hand integer NOT NULL,
    inventory_id uuid,
    last_movement_id uuid,
    reserved_quantity integer DEFAULT 0
);

ALTER TABLE public.ocs_inventory_snapshots OWNER TO weedgo_owner;

CREATE TABLE public.ocs_inventory_transactions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid NOT NULL,
    transaction_type character varying(50) NOT NULL,
    reference_id uuid,
    notes text,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    quantity integer NOT NULL,
    sku character varying(100) NOT NULL,
    batch_lot character varying(100),
    created_by uuid,
    running_balance integer,
    unit_cost numeric(10,2),
    CONSTRAINT inventory_transactions_transaction_type_check CHECK ((transaction_type IN ('purchase', 'sale', 'adjustment', 'return', 'transfer')))
);

ALTER TABLE public.ocs_inventory_transactions OWNER TO weedgo_owner;

CREATE TABLE public.ocs_product_catalog (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    product_name character varying(500) NOT NULL,
    brand character varying(255),
    category character varying(255),
    image_url text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    ocs_variant_number character varying(255) NOT NULL,
    battery_type character varying(255),
    carrier_oil character varying(255),
    cbd_content_per_unit numeric(10,2),
    cbd_content_per_volume numeric(10,2),
    colour character varying(255),
    compatibility text,
    craft character varying(255),
    delivery_tier character varying(255),
    dried_flower_cannabis_equivalency numeric(10,2),
    drying_method character varying(255),
    eaches_per_inner_pack integer,
    eaches_per_master_case integer,
    extraction_process character varying(255),
    food_allergens text,
    fulfilment_method character varying(255),
    grow_medium character varying(255),
    grow_method character varying(255),
    grow_region character varying(255),
    growing_method character varying(255),
    gtin bigint,
    heating_element_type character varying(255),
    inventory_status character varying(255),
    maximum_cbd_content_percent numeric(10,2),
    maximum_thc_content_percent numeric(10,2),
    minimum_cbd_content_percent numeric(10,2),
    minimum_thc_content_percent numeric(10,2),
    net_weight numeric(10,2),
    number_of_items_in_retail_pack integer,
    ocs_item_number integer,
    ontario_grown character varying(255),
    pack_size integer,
    physical_dimension_depth numeric(10,2),
    physical_dimension_height numeric(10,2),
    physical_dimension_volume numeric(10,2),
    physical_dimension_weight numeric(10,2),
    physical_dimension_width numeric(10,2),
    plant_type character varying(255),
    product_long_description text,
    product_short_description character varying(500),
    rating numeric(3,2),
    rating_count integer DEFAULT 0,
    rechargeable_battery boolean,
    removable_battery boolean,
    replacement_parts_available boolean,
    size character varying(255),
    slug character varying(500),
    stock_status character varying(255),
    storage_criteria text,
    strain_type character varying(255),
    street_name character varying(255),
    sub_category character varying(255),
    sub_sub_category character varying(255),
    supplier_name character varying(255),
    temperature_control character varying(100),
    temperature_display character varying(100),
    terpenes text,
    thc_content_per_unit numeric(10,2),
    thc_content_per_volume numeric(10,2),
    trimming_method character varying(255),
    unit_of_measure character varying(255),
    unit_price numeric(10,2),
    updated_at timestamp with time zone,
    CONSTRAINT product_catalog_ocs_rating_check CHECK (((rating >= (0)::numeric) AND (rating <= (5)::numeric))),
    CONSTRAINT product_catalog_ocs_rating_count_check CHECK ((rating_count >= 0))
);

ALTER TABLE public.ocs_product_catalog OWNER TO weedgo_owner;

CREATE TABLE public.order_items (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    order_id uuid NOT NULL,
    sku character varying(255) NOT NULL,
    quantity integer NOT NULL,
    unit_price numeric(10,2) NOT NULL,
    line_total numeric(10,2) NOT NULL,
    CONSTRAINT order_items_line_total_check CHECK ((line_total >= (0)::numeric)),
    CONSTRAINT order_items_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT order_items_unit_price_check CHECK ((unit_price >= (0)::numeric))
);

ALTER TABLE public.order_items OWNER TO weedgo_owner;

CREATE TABLE public.order_status_history (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    order_id uuid NOT NULL,
    changed_by uuid,
    status character varying(50) NOT NULL,
    changed_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    notes text
);

ALTER TABLE public.order_status_history OWNER TO weedgo_owner;

CREATE TABLE public.orders (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid NOT NULL,
    store_id uuid NOT NULL,
    user_id uuid,
    order_number character varying(50) NOT NULL,
    status character varying(50) DEFAULT 'pending'::character varying NOT NULL,
    payment_status character varying(50) DEFAULT 'unpaid'::character varying NOT NULL,
    subtotal numeric(10,2) NOT NULL,
    tax_amount numeric(10,2) DEFAULT 0 NOT NULL,
    total_amount numeric(10,2) NOT NULL,
    delivery_address jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT orders_subtotal_check CHECK ((subtotal >= (0)::numeric)),
    CONSTRAINT orders_tax_amount_check CHECK ((tax_amount >= (0)::numeric)),
    CONSTRAINT orders_total_amount_check CHECK ((total_amount >= (0)::numeric))
);

ALTER TABLE public.orders OWNER TO weedgo_owner;

CREATE TABLE public.otp_codes (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid,
    attempts integer DEFAULT 0 NOT NULL,
    expires_at timestamp without time zone NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    code character varying(10) NOT NULL,
    identifier character varying(255) NOT NULL,
    identifier_type character varying(20) NOT NULL,
    purpose character varying(50) NOT NULL,
    ip_address character varying(45),
    user_agent text,
    verified boolean DEFAULT false
);

ALTER TABLE public.otp_codes OWNER TO weedgo_owner;

CREATE TABLE public.otp_rate_limits (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    request_count integer DEFAULT 1 NOT NULL,
    identifier character varying(255) NOT NULL,
    identifier_type character varying(20) NOT NULL,
    blocked_until timestamp without time zone,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    first_request_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    last_request_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.otp_rate_limits OWNER TO weedgo_owner;

CREATE TABLE public.parameter_accuracy (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    training_data_id uuid,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    parameter_type character varying(50) NOT NULL,
    confidence_score double precision,
    correct_value text,
    inferred_value text,
    is_correct boolean
);

ALTER TABLE public.parameter_accuracy OWNER TO weedgo_owner;

CREATE TABLE public.payment_audit_log (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    action character varying(100) NOT NULL,
    user_id uuid,
    ip_address inet,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    details jsonb DEFAULT '{}'::jsonb,
    entity_id character varying(255),
    entity_type character varying(50),
    tenant_id uuid
);

ALTER TABLE public.payment_audit_log OWNER TO weedgo_owner;

CREATE TABLE public.payment_credentials (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    credential_type character varying(50) NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    expires_at timestamp with time zone,
    created_by uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    encrypted_data text NOT NULL,
    encryption_metadata jsonb NOT NULL,
    provider character varying(50) NOT NULL,
    tenant_id uuid NOT NULL,
    description text,
    revoked_at timestamp with time zone,
    updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    updated_by uuid
);

ALTER TABLE public.payment_credentials OWNER TO weedgo_owner;

CREATE TABLE public.payment_disputes (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    transaction_id uuid,
    status character varying(50) DEFAULT 'open'::character varying NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    amount numeric(10,2) NOT NULL,
    type character varying(50) NOT NULL,
    currency character varying(3) DEFAULT 'CAD'::character varying,
    dispute_id character varying(255),
    evidence_due_date date,
    evidence_submitted jsonb DEFAULT '{}'::jsonb,
    merchant_response text,
    provider_id uuid,
    provider_response jsonb DEFAULT '{}'::jsonb,
    reason character varying(255),
    reason_code character varying(50),
    updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.payment_disputes OWNER TO weedgo_owner;

CREATE TABLE public.payment_fee_splits (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    transaction_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    gross_amount numeric(10,2) NOT NULL,
    tenant_id uuid NOT NULL,
    tenant_net_amount numeric(10,2) NOT NULL,
    platform_fee numeric(10,2) DEFAULT 0.00,
    platform_fee_collected boolean DEFAULT false,
    platform_fee_collected_at timestamp with time zone,
    platform_fixed_fee numeric(10,2) DEFAULT 0.00,
    platform_percentage_fee numeric(10,2) DEFAULT 0.00,
    provider_fee numeric(10,2) DEFAULT 0.00,
    tenant_settled boolean DEFAULT false,
    tenant_settled_at timestamp with time zone
);

ALTER TABLE public.payment_fee_splits OWNER TO weedgo_owner;

CREATE TABLE public.payment_idempotency_keys (
    idempotency_key character varying(255) NOT NULL,
    request_hash character varying(64) NOT NULL,
    expires_at timestamp with time zone DEFAULT (now() + '24:00:00'::interval) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id uuid NOT NULL,
    response jsonb,
    status character varying(20) DEFAULT 'processing'::character varying,
    CONSTRAINT payment_idempotency_keys_status_check CHECK ((status IN ('processing', 'completed', 'failed')))
);

ALTER TABLE public.payment_idempotency_keys OWNER TO weedgo_owner;

CREATE TABLE public.payment_methods (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    provider_id uuid,
    user_id uuid,
    is_default boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    type character varying(50) NOT NULL,
    card_last_four character varying(4),
    display_name character varying(100),
    is_active boolean DEFAULT true,
    last_used_at timestamp with time zone,
    payment_token text,
    tenant_id uuid
);

ALTER TABLE public.payment_methods OWNER TO weedgo_owner;

CREATE TABLE public.payment_metrics (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    provider_id uuid,
    total_transactions integer DEFAULT 0 NOT NULL,
    total_amount numeric(12,2) DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    date date NOT NULL,
    avg_transaction_time_ms integer,
    metrics_by_type jsonb DEFAULT '{}'::jsonb,
    net_amount numeric(12,2) DEFAULT 0,
    success_rate numeric(5,2),
    total_refunds numeric(10,2) DEFAULT 0
);

ALTER TABLE public.payment_metrics OWNER TO weedgo_owner;

CREATE TABLE public.payment_provider_health_metrics (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    response_time_ms integer,
    error_message text,
    checked_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    endpoint character varying(255),
    error_type character varying(100),
    is_successful boolean,
    method character varying(10),
    status_code integer,
    tenant_provider_id uuid
);

ALTER TABLE public.payment_provider_health_metrics OWNER TO weedgo_owner;

CREATE TABLE public.payment_providers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    display_name character varying(100) NOT NULL,
    provider_type character varying(50) NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    is_sandbox boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    name character varying(50) NOT NULL,
    capabilities jsonb DEFAULT '{}'::jsonb,
    fee_structure jsonb DEFAULT '{}'::jsonb,
    is_default boolean DEFAULT false,
    settlement_schedule character varying(50) DEFAULT 'daily'::character varying,
    supported_card_types text[] DEFAULT ARRAY['visa'::text, 'mastercard'::text, 'amex'::text],
    webhook_url text
);

ALTER TABLE public.payment_providers OWNER TO weedgo_owner;

CREATE TABLE public.payment_refunds (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    original_transaction_id uuid NOT NULL,
    status character varying(50) DEFAULT 'pending'::character varying NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    amount numeric(10,2) NOT NULL,
    completed_at timestamp with time zone,
    initiated_by uuid,
    notes text,
    reason character varying(255),
    refund_transaction_id uuid
);

ALTER TABLE public.payment_refunds OWNER TO weedgo_owner;

CREATE TABLE public.payment_settlements (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    provider_id uuid,
    settlement_date date NOT NULL,
    net_amount numeric(12,2) NOT NULL,
    fee_amount numeric(10,2) DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    gross_amount numeric(12,2) NOT NULL,
    adjustment_amount numeric(10,2) DEFAULT 0,
    bank_account_last_four character varying(4),
    chargeback_amount numeric(10,2) DEFAULT 0,
    chargeback_count integer DEFAULT 0,
    currency character varying(3) DEFAULT 'CAD'::character varying,
    deposit_date date,
    reconciled_at timestamp with time zone,
    refund_amount numeric(10,2) DEFAULT 0,
    refund_count integer DEFAULT 0,
    settlement_id character varying(255),
    settlement_report_url text
);

ALTER TABLE public.payment_settlements OWNER TO weedgo_owner;

CREATE TABLE public.payment_subscriptions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    status character varying(50) DEFAULT 'active'::character varying NOT NULL,
    amount numeric(10,2) NOT NULL,
    currency character varying(3) DEFAULT 'CAD'::character varying NOT NULL,
    start_date date DEFAULT CURRENT_DATE NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    "interval" character varying(20) NOT NULL,
    billing_cycles_completed integer DEFAULT 0,
    cancelled_at timestamp with time zone,
    failed_payment_count integer DEFAULT 0,
    interval_count integer DEFAULT 1,
    next_billing_date date,
    provider_id uuid,
    subscription_id character varying(255),
    tenant_id uuid,
    trial_end_date date,
    CONSTRAINT payment_subscriptions_amount_check CHECK ((amount >= (0)::numeric))
);

ALTER TABLE public.payment_subscriptions OWNER TO weedgo_owner;

CREATE TABLE public.payment_transactions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    provider_id uuid,
    order_id uuid,
    provider_transaction_id character varying(255),
    amount numeric(10,2) NOT NULL,
    currency character varying(3) DEFAULT 'CAD'::character varying NOT NULL,
    status character varying(50) DEFAULT 'pending'::character varying NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    transaction_reference character varying(100) NOT NULL,
    type character varying(50) NOT NULL,
    authentication_data jsonb DEFAULT '{}'::jsonb,
    authentication_status character varying(50),
    device_fingerprint text,
    failed_at timestamp with time zone,
    fraud_status character varying(50),
    idempotency_key character varying(255),
    ip_address inet,
    net_amount numeric(10,2),
    platform_fee numeric(10,2) DEFAULT 0,
    processed_at timestamp with time zone,
    provider_fee numeric(10,2) DEFAULT 0,
    risk_factors jsonb DEFAULT '{}'::jsonb,
    risk_score integer,
    tax_amount numeric(10,2) DEFAULT 0,
    tenant_id uuid,
    tenant_net_amount numeric(10,2),
    tenant_provider_id uuid,
    user_agent text,
    CONSTRAINT payment_transactions_amount_check CHECK ((amount >= (0)::numeric))
);

ALTER TABLE public.payment_transactions OWNER TO weedgo_owner;

CREATE TABLE public.payment_webhook_routes (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    provider character varying(50) NOT NULL,
    tenant_id uuid NOT NULL,
    webhook_url_path character varying(255) NOT NULL,
    tenant_provider_id uuid,
    updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.payment_webhook_routes OWNER TO weedgo_owner;

CREATE TABLE public.payment_webhooks (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    provider_id uuid,
    event_type character varying(100) NOT NULL,
    payload jsonb NOT NULL,
    processed_at timestamp with time zone,
    processed boolean DEFAULT false,
    processing_error text,
    received_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    signature_verified boolean DEFAULT false,
    webhook_id character varying(255)
);

ALTER TABLE public.payment_webhooks OWNER TO weedgo_owner;

CREATE TABLE public.price_history (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    old_price numeric(10,2),
    new_price numeric(10,2) NOT NULL,
    changed_by uuid,
    product_id character varying(100) NOT NULL,
    changed_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.price_history OWNER TO weedgo_owner;

CREATE TABLE public.price_tiers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    discount_percentage numeric(5,2) DEFAULT 0 NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    name character varying(100) NOT NULL,
    active boolean DEFAULT true,
    customer_type character varying(50),
    description text,
    min_monthly_volume numeric(10,2),
    min_order_value numeric(10,2),
    priority integer DEFAULT 0,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT price_tiers_discount_percentage_check CHECK (((discount_percentage >= (0)::numeric) AND (discount_percentage <= (100)::numeric)))
);

ALTER TABLE public.price_tiers OWNER TO weedgo_owner;

CREATE TABLE public.pricing_rules (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid NOT NULL,
    category character varying(100) NOT NULL,
    markup_percentage numeric(5,2) DEFAULT 25 NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    sub_category character varying(100),
    sub_sub_category character varying(100),
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.pricing_rules OWNER TO weedgo_owner;

CREATE TABLE public.product_ratings (
    average_rating numeric(3,2) DEFAULT 0 NOT NULL,
    last_calculated timestamp with time zone DEFAULT now() NOT NULL,
    sku character varying(255) NOT NULL,
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    rating_distribution jsonb DEFAULT '{"1": 0, "2": 0, "3": 0, "4": 0, "5": 0}'::jsonb,
    recommended_percentage numeric(5,2) DEFAULT 0.00,
    total_reviews integer DEFAULT 0,
    verified_purchase_count integer DEFAULT 0,
    CONSTRAINT product_ratings_average_rating_check CHECK (((average_rating >= (0)::numeric) AND (average_rating <= (5)::numeric))),
    CONSTRAINT product_ratings_recommended_percentage_check CHECK (((recommended_percentage >= (0)::numeric) AND (recommended_percentage <= (100)::numeric))),
    CONSTRAINT product_ratings_total_reviews_check CHECK ((total_reviews >= 0)),
    CONSTRAINT product_ratings_verified_purchase_count_check CHECK ((verified_purchase_count >= 0))
);

ALTER TABLE public.product_ratings OWNER TO weedgo_owner;

CREATE TABLE public.product_recommendations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    recommendation_type character varying(50) NOT NULL,
    score numeric(5,4) DEFAULT 0 NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    product_id character varying(100) NOT NULL,
    recommended_product_id character varying(100) NOT NULL,
    active boolean DEFAULT true,
    based_on character varying(50),
    click_through_rate numeric(5,4) DEFAULT 0,
    conversion_rate numeric(5,4) DEFAULT 0,
    revenue_impact numeric(10,2) DEFAULT 0,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.product_recommendations OWNER TO weedgo_owner;

CREATE TABLE public.profiles (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    loyalty_points integer DEFAULT 0 NOT NULL,
    preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    address text,
    city character varying(100),
    country character varying(100) DEFAULT 'USA'::character varying,
    customer_type character varying(50) DEFAULT 'regular'::character varying,
    date_of_birth date,
    experience_level character varying(50),
    first_name character varying(100),
    interaction_count integer DEFAULT 0,
    is_verified boolean DEFAULT false,
    language character varying(10) DEFAULT 'en'::character varying,
    last_interaction timestamp without time zone,
    last_name character varying(100),
    last_order_date timestamp without time zone,
    marketing_consent boolean DEFAULT false,
    medical_conditions jsonb DEFAULT '[]'::jsonb,
    needs jsonb DEFAULT '[]'::jsonb,
    notes text,
    order_count integer DEFAULT 0,
    payment_methods jsonb DEFAULT '[]'::jsonb,
    phone character varying(50),
    postal_code character varying(20),
    preferred_categories jsonb DEFAULT '[]'::jsonb,
    preferred_effects jsonb DEFAULT '[]'::jsonb,
    preferred_payment_method character varying(50),
    price_range jsonb,
    purchase_history jsonb DEFAULT '[]'::jsonb,
    sms_consent boolean DEFAULT false,
    state character varying(50),
    tags jsonb DEFAULT '[]'::jsonb,
    timezone character varying(50),
    total_spent numeric(12,2) DEFAULT 0
);

ALTER TABLE public.profiles OWNER TO weedgo_owner;

CREATE TABLE public.promotion_usage (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    promotion_id uuid NOT NULL,
    order_id uuid,
    discount_amount numeric(10,2) NOT NULL,
    used_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    customer_id uuid,
    tenant_id uuid,
    CONSTRAINT promotion_usage_discount_amount_check CHECK ((discount_amount >= (0)::numeric))
);

ALTER TABLE public.promotion_usage OWNER TO weedgo_owner;

CREATE TABLE public.promotions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid,
    code character varying(50),
    name character varying(200) NOT NULL,
    description text,
    type character varying(50) NOT NULL,
    start_date timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    end_date timestamp without time zone,
    times_used integer DEFAULT 0 NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    discount_type character varying(20) NOT NULL,
    discount_value numeric(10,2) NOT NULL,
    active boolean DEFAULT true,
    applies_to character varying(50) DEFAULT 'all'::character varying,
    brand_ids text[],
    category_ids text[],
    created_by_user_id uuid,
    customer_tier_ids text[],
    day_of_week text[],
    exclude_product_ids text[],
    first_time_customer_only boolean DEFAULT false,
    hour_of_day text[],
    is_continuous boolean DEFAULT false,
    max_discount_amount numeric(10,2),
    min_purchase_amount numeric(10,2),
    priority integer DEFAULT 0,
    product_ids text[],
    recurrence_type character varying(20) DEFAULT 'none'::character varying,
    stackable boolean DEFAULT false,
    tenant_id uuid,
    time_end time without time zone,
    time_start time without time zone,
    timezone character varying(50) DEFAULT 'America/Toronto'::character varying,
    total_usage_limit integer,
    usage_limit_per_customer integer,
    CONSTRAINT check_continuous_end_date CHECK ((((is_continuous = true) AND (end_date IS NULL)) OR (is_continuous = false))),
    CONSTRAINT check_recurrence_logic CHECK ((((recurrence_type)::text = 'none'::text) OR ((recurrence_type)::text = 'daily'::text) OR (((recurrence_type)::text = 'weekly'::text) AND (day_of_week IS NOT NULL) AND (array_length(day_of_week, 1) > 0)))),
    CONSTRAINT check_time_window_complete CHECK ((((time_start IS NULL) AND (time_end IS NULL)) OR ((time_start IS NOT NULL) AND (time_end IS NOT NULL)))),
    CONSTRAINT check_time_window_valid CHECK (((time_start IS NULL) OR (time_end IS NULL) OR (time_start < time_end))),
    CONSTRAINT promotions_times_used_check CHECK ((times_used >= 0))
);

ALTER TABLE public.promotions OWNER TO weedgo_owner;

CREATE TABLE public.provinces_territories (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    code character varying(2) NOT NULL,
    name character varying(100) NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    type character varying(20) NOT NULL,
    delivery_allowed boolean DEFAULT true,
    license_prefix character varying(10),
    min_age integer DEFAULT 19,
    pickup_allowed boolean DEFAULT true,
    regulatory_body character varying(255),
    settings jsonb DEFAULT '{}'::jsonb,
    CONSTRAINT provinces_territories_type_check CHECK ((type IN ('province', 'territory')))
);

ALTER TABLE public.provinces_territories OWNER TO weedgo_owner;

CREATE TABLE public.provincial_suppliers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name character varying(255) NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    address text,
    contact_person character varying(255),
    email character varying(255),
    is_provincial_supplier boolean DEFAULT false,
    payment_terms character varying(100),
    phone character varying(50),
    provinces_territories_id uuid,
    tenant_id uuid
);

ALTER TABLE public.provincial_suppliers OWNER TO weedgo_owner;

CREATE TABLE public.purchase_order_items (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    purchase_order_id uuid NOT NULL,
    quantity_ordered integer NOT NULL,
    quantity_received integer DEFAULT 0 NOT NULL,
    unit_cost numeric(10,2) NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    sku character varying(100) NOT NULL,
    batch_lot character varying(100),
    brand character varying(255),
    case_gtin character varying(100),
    each_gtin character varying(100),
    exists_in_inventory boolean DEFAULT false,
    gtin_barcode character varying(100),
    item_name character varying(255),
    line_total numeric(12,2),
    packaged_on_date date,
    shipped_qty integer,
    uom character varying(50),
    uom_conversion numeric(10,4),
    uom_conversion_qty integer,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    vendor character varying(255),
    CONSTRAINT purchase_order_items_quantity_ordered_check CHECK ((quantity_ordered > 0)),
    CONSTRAINT purchase_order_items_quantity_received_check CHECK ((quantity_received >= 0)),
    CONSTRAINT purchase_order_items_unit_cost_check CHECK ((unit_cost >= (0)::numeric))
);

ALTER TABLE public.purchase_order_items OWNER TO weedgo_owner;

CREATE TABLE public.purchase_orders (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    po_number character varying(50) NOT NULL,
    store_id uuid,
    supplier_id uuid,
    order_date timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    status character varying(50) DEFAULT 'pending'::character varying NOT NULL,
    total_amount numeric(12,2) DEFAULT 0 NOT NULL,
    notes text,
    created_by uuid,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    container_id character varying(100),
    expected_date date,
    ocs_order_number character varying(100),
    received_date timestamp without time zone,
    shipment_id character varying(100),
    tenant_id uuid,
    vendor character varying(255),
    CONSTRAINT purchase_orders_status_check CHECK ((status IN ('pending', 'partial', 'received', 'cancelled')))
);

ALTER TABLE public.purchase_orders OWNER TO weedgo_owner;

CREATE TABLE public.push_subscriptions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    device_type character varying(20) NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp without time zone DEFAULT now() NOT NULL,
    customer_id text NOT NULL,
    device_token character varying(500) NOT NULL,
    app_version character varying(20),
    device_model character varying(100),
    device_name character varying(100),
    failed_count integer DEFAULT 0,
    is_sandbox boolean DEFAULT false,
    last_active_at timestamp without time zone,
    notification_count integer DEFAULT 0,
    os_version character varying(20),
    updated_at timestamp without time zone DEFAULT now(),
    CONSTRAINT push_subscriptions_device_type_check CHECK ((device_type IN ('ios', 'android', 'web')))
);

ALTER TABLE public.push_subscriptions OWNER TO weedgo_owner;

CREATE TABLE public.user_login_logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    tenant_id uuid,
    login_timestamp timestamp with time zone DEFAULT now() NOT NULL,
    login_successful boolean NOT NULL,
    login_method character varying(50) DEFAULT 'password'::character varying NOT NULL,
    ip_address inet NOT NULL,
    user_agent text,
    city character varying(100),
    country character varying(100),
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    device_fingerprint character varying(255),
    isp character varying(200),
    latitude numeric(10,8),
    longitude numeric(11,8),
    postal_code character varying(20),
    region character varying(100),
    session_id character varying(255),
    timezone character varying(50)
);

ALTER TABLE public.user_login_logs OWNER TO weedgo_owner;

CREATE TABLE public.users (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid,
    store_id uuid,
    email character varying(255) NOT NULL,
    password_hash character varying(255) NOT NULL,
    first_name character varying(100),
    last_name character varying(100),
    role public.user_role_simple DEFAULT 'customer'::public.user_role_simple NOT NULL,
    active boolean DEFAULT true NOT NULL,
    last_login_at timestamp with time zone,
    login_count integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT users_tenant_required CHECK ((((role = 'super_admin'::public.user_role_simple) AND (tenant_id IS NULL)) OR (role = 'customer'::public.user_role_simple) OR ((role = ANY (ARRAY['staff'::public.user_role_simple, 'store_manager'::public.user_role_simple, 'tenant_admin'::public.user_role_simple])) AND (tenant_id IS NOT NULL))))
);

ALTER TABLE public.users OWNER TO weedgo_owner;

CREATE VIEW public.recent_login_activity AS
 SELECT log.id,
    log.user_id,
    users.email,
    users.role,
    log.tenant_id,
    log.login_timestamp,
    log.login_successful,
    log.login_method,
    log.ip_address,
    log.city,
    log.region,
    log.country,
    log.device_fingerprint
   FROM (public.user_login_logs log
     JOIN public.users ON ((users.id = log.user_id)))
  WHERE (log.login_timestamp > (now() - '30 days'::interval))
  ORDER BY log.login_timestamp DESC;

ALTER TABLE public.recent_login_activity OWNER TO weedgo_owner;

CREATE TABLE public.recommendation_metrics (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    recommendation_id uuid,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    customer_id uuid,
    event_type character varying(50),
    event_value numeric(10,2),
    session_id character varying(100)
);

ALTER TABLE public.recommendation_metrics OWNER TO weedgo_owner;

CREATE TABLE public.review_attributes (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    review_id uuid NOT NULL,
    attribute_name character varying(50) NOT NULL,
    attribute_value character varying(100),
    rating integer,
    CONSTRAINT chk_attribute_name CHECK ((attribute_name IN ('effects', 'flavor', 'potency', 'aroma', 'value', 'quality'))),
    CONSTRAINT review_attributes_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
);

ALTER TABLE public.review_attributes OWNER TO weedgo_owner;

CREATE TABLE public.review_media (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    review_id uuid NOT NULL,
    media_type character varying(20) NOT NULL,
    media_url text NOT NULL,
    display_order integer DEFAULT 0 NOT NULL,
    caption character varying(500),
    CONSTRAINT review_media_media_type_check CHECK ((media_type IN ('image', 'video')))
);

ALTER TABLE public.review_media OWNER TO weedgo_owner;

CREATE MATERIALIZED VIEW public.review_summary_view AS
 SELECT order_items.sku,
    count(*) AS review_count,
    round(avg(customer_reviews.rating), 2) AS average_rating,
    max(customer_reviews.created_at) AS last_review_at
   FROM (public.customer_reviews
     JOIN public.order_items ON ((order_items.order_id = customer_reviews.order_id)))
  GROUP BY order_items.sku
  WITH NO DATA;

ALTER TABLE public.review_summary_view OWNER TO weedgo_owner;

CREATE TABLE public.review_votes (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    review_id uuid NOT NULL,
    user_id uuid NOT NULL,
    vote_type character varying(20) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT review_votes_vote_type_check CHECK ((vote_type IN ('helpful', 'not_helpful')))
);

ALTER TABLE public.review_votes OWNER TO weedgo_owner;

CREATE TABLE public.role_permissions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role character varying(50) NOT NULL,
    action character varying(50) NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    resource_type character varying(50) NOT NULL,
    granted boolean DEFAULT true
);

ALTER TABLE public.role_permissions OWNER TO weedgo_owner;

CREATE TABLE public.shelf_locations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    aisle character varying(50),
    bin character varying(50),
    is_active boolean DEFAULT true,
    is_available boolean DEFAULT true,
    location_code character varying(200),
    location_type character varying(50) DEFAULT 'standard'::character varying,
    max_volume_m3 numeric(10,4),
    max_weight_kg numeric(10,2),
    notes text,
    shelf character varying(50),
    temperature_range character varying(100),
    zone character varying(50)
);

ALTER TABLE public.shelf_locations OWNER TO weedgo_owner;

CREATE TABLE public.skip_words (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    word character varying(100) NOT NULL,
    language character varying(10) DEFAULT 'en'::character varying NOT NULL,
    active boolean DEFAULT true
);

ALTER TABLE public.skip_words OWNER TO weedgo_owner;

CREATE TABLE public.staff_delivery_status (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    is_available boolean DEFAULT false NOT NULL,
    available_from timestamp without time zone,
    available_until timestamp without time zone,
    average_delivery_time_minutes integer,
    current_deliveries integer DEFAULT 0,
    current_latitude numeric(10,8),
    current_longitude numeric(11,8),
    current_status character varying(50) DEFAULT 'offline'::character varying,
    deliveries_completed integer DEFAULT 0,
    deliveries_today integer DEFAULT 0,
    last_location_update timestamp without time zone,
    max_deliveries integer DEFAULT 5,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.staff_delivery_status OWNER TO weedgo_owner;

CREATE TABLE public.store_ai_agents (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid NOT NULL,
    personality_id uuid,
    agent_name character varying(100) NOT NULL,
    config jsonb DEFAULT '{}'::jsonb NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

ALTER TABLE public.store_ai_agents OWNER TO weedgo_owner;

CREATE TABLE public.store_settings (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    store_id uuid NOT NULL,
    key character varying(100) NOT NULL,
    value jsonb NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    category character varying(100) NOT NULL
);

ALTER TABLE public.store_settings OWNER TO weedgo_owner;

CREATE TABLE public.stores (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid NOT NULL,
    province_territory_id uuid NOT NULL,
    store_code character varying(50) NOT NULL,
    name character varying(255) NOT NULL,
    address jsonb DEFAULT '{}'::jsonb NOT NULL,
    hours jsonb DEFAULT '{}'::jsonb NOT NULL,
    timezone character varying(50) DEFAULT 'America/Toronto'::character varying NOT NULL,
    license_number character varying(100),
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.stores OWNER TO weedgo_owner;

CREATE TABLE public.supported_languages (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    native_name character varying(100),
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    code character varying(10) NOT NULL,
    name character varying(100) NOT NULL,
    coverage_percentage numeric(5,2) DEFAULT 0.00,
    is_rtl boolean DEFAULT false
);

ALTER TABLE public.supported_languages OWNER TO weedgo_owner;

CREATE TABLE public.system_settings (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    category character varying(100) NOT NULL,
    key character varying(100) NOT NULL,
    value jsonb NOT NULL,
    description text,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

ALTER TABLE public.system_settings OWNER TO weedgo_owner;

CREATE TABLE public.tax_rates (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    province_territory_id uuid NOT NULL,
    category character varying(100),
    effective_from date DEFAULT CURRENT_DATE NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    cannabis_excise_duty numeric(10,2) DEFAULT 0,
    effective_to date,
    environmental_fee numeric(10,2) DEFAULT 0,
    excise_calculation_method character varying(50) DEFAULT 'percentage'::character varying,
    federal_tax_rate numeric(5,4) DEFAULT 0,
    provincial_tax_rate numeric(5,4) DEFAULT 0,
    recycling_fee numeric(10,2) DEFAULT 0,
    tenant_id uuid,
    updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.tax_rates OWNER TO weedgo_owner;

CREATE TABLE public.tenant_payment_providers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    merchant_id character varying(255),
    is_primary boolean DEFAULT false NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    percentage_fee numeric(5,4) DEFAULT 0.0200 NOT NULL,
    fixed_fee numeric(10,2) DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT tenant_payment_providers_fixed_fee_check CHECK ((fixed_fee >= (0)::numeric)),
    CONSTRAINT tenant_payment_providers_percentage_fee_check CHECK (((percentage_fee >= (0)::numeric) AND (percentage_fee <= (1)::numeric)))
);

ALTER TABLE public.tenant_payment_providers OWNER TO weedgo_owner;

CREATE TABLE public.tenants (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name character varying(255) NOT NULL,
    code character varying(50) NOT NULL,
    status character varying(20) DEFAULT 'trial'::character varying NOT NULL,
    subscription_tier character varying(50) DEFAULT 'community_and_new_business'::character varying NOT NULL,
    contact_email character varying(255),
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT tenants_status_check CHECK ((status IN ('active', 'suspended', 'cancelled', 'trial'))),
    CONSTRAINT tenants_subscription_tier_check CHECK ((subscription_tier IN ('community_and_new_business', 'small_business', 'professional_and_growing_business', 'enterprise')))
);

ALTER TABLE public.tenants OWNER TO weedgo_owner;

CREATE TABLE public.token_blacklist (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    expires_at timestamp without time zone NOT NULL,
    reason character varying(255),
    token_id character varying(255) NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    user_id uuid
);

ALTER TABLE public.token_blacklist OWNER TO weedgo_owner;

CREATE TABLE public.training_examples (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    expected_intent character varying(100) NOT NULL,
    query text NOT NULL,
    added_by character varying(100) DEFAULT 'admin'::character varying,
    context jsonb DEFAULT '{}'::jsonb,
    dataset_id character varying(255),
    dataset_name character varying(255),
    entities jsonb DEFAULT '{}'::jsonb,
    expected_products jsonb DEFAULT '[]'::jsonb,
    expected_response text,
    expected_response_qualities jsonb DEFAULT '[]'::jsonb,
    feedback_score double precision DEFAULT 0.5,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.training_examples OWNER TO weedgo_owner;

CREATE TABLE public.training_sessions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    total_examples integer DEFAULT 0 NOT NULL,
    session_id character varying(255) NOT NULL,
    accuracy_after double precision DEFAULT 0,
    accuracy_before double precision DEFAULT 0,
    completed_at timestamp without time zone,
    dataset_id character varying(255),
    error_message text,
    examples_trained integer DEFAULT 0,
    improvements jsonb DEFAULT '{}'::jsonb,
    started_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    status character varying(50) DEFAULT 'in_progress'::character varying
);

ALTER TABLE public.training_sessions OWNER TO weedgo_owner;

CREATE TABLE public.translation_batch_items (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    batch_id uuid NOT NULL,
    source_text text NOT NULL,
    translated_text text,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    completed_at timestamp without time zone,
    context character varying(255),
    error_message text,
    processing_time_ms integer,
    status character varying(50) DEFAULT 'pending'::character varying
);

ALTER TABLE public.translation_batch_items OWNER TO weedgo_owner;

CREATE TABLE public.translation_batches (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    status character varying(50) DEFAULT 'pending'::character varying NOT NULL,
    failed_items integer DEFAULT 0 NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    completed_at timestamp without time zone,
    batch_key character varying(255) NOT NULL,
    target_language character varying(10) NOT NULL,
    total_items integer NOT NULL,
    completed_items integer DEFAULT 0,
    metadata jsonb,
    namespace character varying(100),
    started_at timestamp without time zone
);

ALTER TABLE public.translation_batches OWNER TO weedgo_owner;

CREATE TABLE public.translation_overrides (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    override_text text NOT NULL,
    created_by character varying(255),
    is_active boolean DEFAULT true,
    reason text,
    translation_id uuid,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.translation_overrides OWNER TO weedgo_owner;

CREATE TABLE public.translations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    context character varying(255),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    source_text text NOT NULL,
    target_language character varying(10) NOT NULL,
    translated_text text NOT NULL,
    confidence_score numeric(3,2),
    is_cached boolean DEFAULT true,
    is_verified boolean DEFAULT false,
    last_used_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    model_version character varying(50),
    namespace character varying(100),
    source_language character varying(10) DEFAULT 'en'::character varying,
    usage_count integer DEFAULT 1
);

ALTER TABLE public.translations OWNER TO weedgo_owner;

CREATE TABLE public.unsubscribe_list (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    email character varying(255),
    reason character varying(255),
    channel_type character varying(50) NOT NULL,
    additional_comments text,
    broadcast_id uuid,
    created_at timestamp without time zone DEFAULT now(),
    customer_id text,
    is_permanent boolean DEFAULT false,
    phone_number character varying(20),
    resubscribe_allowed_after timestamp without time zone,
    unsubscribe_source character varying(50),
    CONSTRAINT unsubscribe_list_channel_type_check CHECK ((channel_type IN ('email', 'sms', 'push', 'all'))),
    CONSTRAINT unsubscribe_list_unsubscribe_source_check CHECK ((unsubscribe_source IN ('link', 'reply', 'admin', 'api', 'customer_request')))
);

ALTER TABLE public.unsubscribe_list OWNER TO weedgo_owner;

CREATE TABLE public.user_addresses (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    street_address character varying(255) NOT NULL,
    city character varying(100) NOT NULL,
    postal_code character varying(20) NOT NULL,
    country character varying(2) DEFAULT 'CA'::character varying NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    province_state character varying(100) NOT NULL,
    address_type character varying(50) DEFAULT 'delivery'::character varying,
    is_validated boolean DEFAULT false,
    phone_number character varying(50),
    unit_number character varying(50),
    validation_data jsonb,
    CONSTRAINT user_addresses_address_type_check CHECK ((address_type IN ('delivery', 'billing')))
);

ALTER TABLE public.user_addresses OWNER TO weedgo_owner;

CREATE TABLE public.user_payment_methods (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    payment_method_id uuid NOT NULL,
    nickname character varying(100),
    is_default boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.user_payment_methods OWNER TO weedgo_owner;

CREATE TABLE public.user_permissions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    resource_type character varying(50) NOT NULL,
    action character varying(50) NOT NULL,
    granted boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.user_permissions OWNER TO weedgo_owner;

CREATE TABLE public.user_sessions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    session_token character varying(255) NOT NULL,
    ip_address character varying(45),
    expires_at timestamp without time zone NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    last_activity timestamp without time zone DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE public.user_sessions OWNER TO weedgo_owner;

CREATE TABLE public.voice_auth_logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid,
    confidence_score double precision,
    ip_address character varying(45),
    success boolean NOT NULL,
    "timestamp" timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
    age_info jsonb DEFAULT '{}'::jsonb,
    user_agent text
);

ALTER TABLE public.voice_auth_logs OWNER TO weedgo_owner;

CREATE TABLE public.voice_profiles (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    voice_embedding text NOT NULL,
    age_verification jsonb DEFAULT '{}'::jsonb,
    metadata jsonb DEFAULT '{}'::jsonb
);

ALTER TABLE public.voice_profiles OWNER TO weedgo_owner;

CREATE TABLE public.wishlist (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    notes text,
    notify_on_sale boolean DEFAULT false NOT NULL,
    added_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    customer_id uuid NOT NULL,
    product_id uuid NOT NULL,
    store_id uuid NOT NULL,
    priority integer DEFAULT 0
);

ALTER TABLE public.wishlist OWNER TO weedgo_owner;

ALTER TABLE ONLY public.agi_audit_aggregates ALTER COLUMN id SET DEFAULT nextval('public.agi_audit_aggregates_id_seq'::regclass);

ALTER TABLE ONLY public.agi_audit_alerts ALTER COLUMN id SET DEFAULT nextval('public.agi_audit_alerts_id_seq'::regclass);

ALTER TABLE ONLY public.agi_audit_logs ALTER COLUMN id SET DEFAULT nextval('public.agi_audit_logs_id_seq'::regclass);

ALTER TABLE ONLY public.agi_rate_limit_violations ALTER COLUMN id SET DEFAULT nextval('public.agi_rate_limit_violations_id_seq'::regclass);

ALTER TABLE ONLY public.accessories_catalog
    ADD CONSTRAINT accessories_catalog_barcode_key UNIQUE (barcode);

ALTER TABLE ONLY public.accessories_catalog
    ADD CONSTRAINT accessories_catalog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accessory_categories
    ADD CONSTRAINT accessory_categories_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accessory_categories
    ADD CONSTRAINT accessory_categories_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.age_verification_logs
    ADD CONSTRAINT age_verification_logs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.agi_audit_aggregates
    ADD CONSTRAINT agi_audit_aggregates_period_start_period_end_event_type_sev_key UNIQUE (period_start, period_end, event_type, severity);

ALTER TABLE ONLY public.agi_audit_aggregates
    ADD CONSTRAINT agi_audit_aggregates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.agi_audit_alerts
    ADD CONSTRAINT agi_audit_alerts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.agi_audit_logs
    ADD CONSTRAINT agi_audit_logs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.agi_rate_limit_buckets
    ADD CONSTRAINT agi_rate_limit_buckets_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.agi_rate_limit_rules
    ADD CONSTRAINT agi_rate_limit_rules_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.agi_rate_limit_violations
    ADD CONSTRAINT agi_rate_limit_violations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ai_conversations
    ADD CONSTRAINT ai_conversations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ai_personalities
    ADD CONSTRAINT ai_personalities_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ai_training_data
    ADD CONSTRAINT ai_training_data_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_key_hash_key UNIQUE (key_hash);

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.asn_import_staging
    ADD CONSTRAINT asn_import_staging_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_tokens
    ADD CONSTRAINT auth_tokens_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.batch_tracking
    ADD CONSTRAINT batch_tracking_batch_lot_key UNIQUE (batch_lot);

ALTER TABLE ONLY public.batch_tracking
    ADD CONSTRAINT batch_tracking_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadcast_audit_logs
    ADD CONSTRAINT broadcast_audit_logs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadcast_messages
    ADD CONSTRAINT broadcast_messages_broadcast_id_channel_type_key UNIQUE (broadcast_id, channel_type);

ALTER TABLE ONLY public.broadcast_messages
    ADD CONSTRAINT broadcast_messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadcast_recipients
    ADD CONSTRAINT broadcast_recipients_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadcast_segments
    ADD CONSTRAINT broadcast_segments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.broadcasts
    ADD CONSTRAINT broadcasts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.bundle_deals
    ADD CONSTRAINT bundle_deals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cart_sessions
    ADD CONSTRAINT cart_sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cart_sessions
    ADD CONSTRAINT cart_sessions_session_id_key UNIQUE (session_id);

ALTER TABLE ONLY public.chat_interactions
    ADD CONSTRAINT chat_interactions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.checkout_sessions
    ADD CONSTRAINT checkout_sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.communication_analytics
    ADD CONSTRAINT communication_analytics_broadcast_id_key UNIQUE (broadcast_id);

ALTER TABLE ONLY public.communication_analytics
    ADD CONSTRAINT communication_analytics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.communication_logs
    ADD CONSTRAINT communication_logs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.communication_preferences
    ADD CONSTRAINT communication_preferences_customer_id_key UNIQUE (customer_id);

ALTER TABLE ONLY public.communication_preferences
    ADD CONSTRAINT communication_preferences_email_unsubscribe_token_key UNIQUE (email_unsubscribe_token);

ALTER TABLE ONLY public.communication_preferences
    ADD CONSTRAINT communication_preferences_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.communication_preferences
    ADD CONSTRAINT communication_preferences_sms_unsubscribe_token_key UNIQUE (sms_unsubscribe_token);

ALTER TABLE ONLY public.conversation_states
    ADD CONSTRAINT conversation_states_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.conversation_states
    ADD CONSTRAINT conversation_states_session_id_key UNIQUE (session_id);

ALTER TABLE ONLY public.conversion_metrics
    ADD CONSTRAINT conversion_metrics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.customer_pricing_rules
    ADD CONSTRAINT customer_pricing_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.customer_reviews
    ADD CONSTRAINT customer_reviews_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery_batches
    ADD CONSTRAINT delivery_batches_batch_number_key UNIQUE (batch_number);

ALTER TABLE ONLY public.delivery_batches
    ADD CONSTRAINT delivery_batches_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery_events
    ADD CONSTRAINT delivery_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery_geofences
    ADD CONSTRAINT delivery_geofences_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery_tracking
    ADD CONSTRAINT delivery_tracking_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery_zones
    ADD CONSTRAINT delivery_zones_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.discount_codes
    ADD CONSTRAINT discount_codes_code_key UNIQUE (code);

ALTER TABLE ONLY public.discount_codes
    ADD CONSTRAINT discount_codes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.discount_usage
    ADD CONSTRAINT discount_usage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dynamic_pricing_rules
    ADD CONSTRAINT dynamic_pricing_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.holidays
    ADD CONSTRAINT holidays_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inventory_locations
    ADD CONSTRAINT inventory_locations_code_key UNIQUE (code);

ALTER TABLE ONLY public.inventory_locations
    ADD CONSTRAINT inventory_locations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.legacy_schema_versions
    ADD CONSTRAINT legacy_schema_versions_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.location_access_log
    ADD CONSTRAINT location_access_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.location_assignments_log
    ADD CONSTRAINT location_assignments_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message_templates
    ADD CONSTRAINT message_templates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.model_deployments
    ADD CONSTRAINT model_deployments_deployment_name_key UNIQUE (deployment_name);

ALTER TABLE ONLY public.model_deployments
    ADD CONSTRAINT model_deployments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.model_metrics
    ADD CONSTRAINT model_metrics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.model_versions
    ADD CONSTRAINT model_versions_model_name_version_key UNIQUE (model_name, version);

ALTER TABLE ONLY public.model_versions
    ADD CONSTRAINT model_versions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ocs_inventory_logs
    ADD CONSTRAINT ocs_inventory_logs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ocs_inventory_movements
    ADD CONSTRAINT ocs_inventory_movements_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ocs_inventory
    ADD CONSTRAINT ocs_inventory_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ocs_inventory_reservations
    ADD CONSTRAINT ocs_inventory_reservations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ocs_inventory_snapshots
    ADD CONSTRAINT ocs_inventory_snapshots_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ocs_inventory
    ADD CONSTRAINT ocs_inventory_store_id_sku_key UNIQUE (store_id, sku);

ALTER TABLE ONLY public.ocs_inventory
    ADD CONSTRAINT ocs_inventory_store_sku_unique UNIQUE (store_id, sku);

ALTER TABLE ONLY public.ocs_inventory_transactions
    ADD CONSTRAINT ocs_inventory_transactions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ocs_product_catalog
    ADD CONSTRAINT ocs_product_catalog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.order_items
    ADD CONSTRAINT order_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.order_status_history
    ADD CONSTRAINT order_status_history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_order_number_key UNIQUE (order_number);

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.otp_codes
    ADD CONSTRAINT otp_codes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.otp_rate_limits
    ADD CONSTRAINT otp_rate_limits_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.parameter_accuracy
    ADD CONSTRAINT parameter_accuracy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_audit_log
    ADD CONSTRAINT payment_audit_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_credentials
    ADD CONSTRAINT payment_credentials_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_disputes
    ADD CONSTRAINT payment_disputes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_fee_splits
    ADD CONSTRAINT payment_fee_splits_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_fee_splits
    ADD CONSTRAINT payment_fee_splits_transaction_id_key UNIQUE (transaction_id);

ALTER TABLE ONLY public.payment_idempotency_keys
    ADD CONSTRAINT payment_idempotency_keys_pkey PRIMARY KEY (idempotency_key);

ALTER TABLE ONLY public.payment_methods
    ADD CONSTRAINT payment_methods_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_methods
    ADD CONSTRAINT payment_methods_tenant_id_payment_token_provider_id_key UNIQUE (tenant_id, payment_token, provider_id);

ALTER TABLE ONLY public.payment_metrics
    ADD CONSTRAINT payment_metrics_date_provider_id_key UNIQUE (date, provider_id);

ALTER TABLE ONLY public.payment_metrics
    ADD CONSTRAINT payment_metrics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_provider_health_metrics
    ADD CONSTRAINT payment_provider_health_metrics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_providers
    ADD CONSTRAINT payment_providers_name_key UNIQUE (name);

ALTER TABLE ONLY public.payment_providers
    ADD CONSTRAINT payment_providers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_refunds
    ADD CONSTRAINT payment_refunds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_settlements
    ADD CONSTRAINT payment_settlements_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_subscriptions
    ADD CONSTRAINT payment_subscriptions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_transactions
    ADD CONSTRAINT payment_transactions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_transactions
    ADD CONSTRAINT payment_transactions_transaction_reference_key UNIQUE (transaction_reference);

ALTER TABLE ONLY public.payment_webhook_routes
    ADD CONSTRAINT payment_webhook_routes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_webhook_routes
    ADD CONSTRAINT payment_webhook_routes_webhook_url_path_key UNIQUE (webhook_url_path);

ALTER TABLE ONLY public.payment_webhooks
    ADD CONSTRAINT payment_webhooks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.price_history
    ADD CONSTRAINT price_history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.price_tiers
    ADD CONSTRAINT price_tiers_name_key UNIQUE (name);

ALTER TABLE ONLY public.price_tiers
    ADD CONSTRAINT price_tiers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pricing_rules
    ADD CONSTRAINT pricing_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.product_ratings
    ADD CONSTRAINT product_ratings_pkey PRIMARY KEY (sku);

ALTER TABLE ONLY public.product_recommendations
    ADD CONSTRAINT product_recommendations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.product_recommendations
    ADD CONSTRAINT product_recommendations_product_id_recommended_product_id_r_key UNIQUE (product_id, recommended_product_id, recommendation_type);

ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.promotion_usage
    ADD CONSTRAINT promotion_usage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.promotions
    ADD CONSTRAINT promotions_code_key UNIQUE (code);

ALTER TABLE ONLY public.promotions
    ADD CONSTRAINT promotions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.provinces_territories
    ADD CONSTRAINT provinces_territories_code_key UNIQUE (code);

ALTER TABLE ONLY public.provinces_territories
    ADD CONSTRAINT provinces_territories_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.provincial_suppliers
    ADD CONSTRAINT provincial_suppliers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.purchase_order_items
    ADD CONSTRAINT purchase_order_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.purchase_orders
    ADD CONSTRAINT purchase_orders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.purchase_orders
    ADD CONSTRAINT purchase_orders_po_number_key UNIQUE (po_number);

ALTER TABLE ONLY public.push_subscriptions
    ADD CONSTRAINT push_subscriptions_device_token_key UNIQUE (device_token);

ALTER TABLE ONLY public.push_subscriptions
    ADD CONSTRAINT push_subscriptions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recommendation_metrics
    ADD CONSTRAINT recommendation_metrics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_attributes
    ADD CONSTRAINT review_attributes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_media
    ADD CONSTRAINT review_media_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_votes
    ADD CONSTRAINT review_votes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.role_permissions
    ADD CONSTRAINT role_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.role_permissions
    ADD CONSTRAINT role_permissions_role_resource_type_action_key UNIQUE (role, resource_type, action);

ALTER TABLE ONLY public.shelf_locations
    ADD CONSTRAINT shelf_locations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.skip_words
    ADD CONSTRAINT skip_words_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.skip_words
    ADD CONSTRAINT skip_words_word_key UNIQUE (word);

ALTER TABLE ONLY public.staff_delivery_status
    ADD CONSTRAINT staff_delivery_status_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.staff_delivery_status
    ADD CONSTRAINT staff_delivery_status_user_id_key UNIQUE (user_id);

ALTER TABLE ONLY public.store_ai_agents
    ADD CONSTRAINT store_ai_agents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.store_ai_agents
    ADD CONSTRAINT store_ai_agents_store_id_agent_name_key UNIQUE (store_id, agent_name);

ALTER TABLE ONLY public.store_settings
    ADD CONSTRAINT store_settings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.store_settings
    ADD CONSTRAINT store_settings_store_id_category_key_key UNIQUE (store_id, category, key);

ALTER TABLE ONLY public.stores
    ADD CONSTRAINT stores_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stores
    ADD CONSTRAINT stores_tenant_id_store_code_key UNIQUE (tenant_id, store_code);

ALTER TABLE ONLY public.supported_languages
    ADD CONSTRAINT supported_languages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.system_settings
    ADD CONSTRAINT system_settings_category_key_key UNIQUE (category, key);

ALTER TABLE ONLY public.system_settings
    ADD CONSTRAINT system_settings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tax_rates
    ADD CONSTRAINT tax_rates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tenant_payment_providers
    ADD CONSTRAINT tenant_payment_providers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tenant_payment_providers
    ADD CONSTRAINT tenant_payment_providers_tenant_id_provider_id_merchant_id_key UNIQUE (tenant_id, provider_id, merchant_id);

ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_code_key UNIQUE (code);

ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_name_key UNIQUE (name);

ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.token_blacklist
    ADD CONSTRAINT token_blacklist_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.token_blacklist
    ADD CONSTRAINT token_blacklist_token_id_key UNIQUE (token_id);

ALTER TABLE ONLY public.training_examples
    ADD CONSTRAINT training_examples_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_sessions
    ADD CONSTRAINT training_sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_sessions
    ADD CONSTRAINT training_sessions_session_id_key UNIQUE (session_id);

ALTER TABLE ONLY public.translation_batch_items
    ADD CONSTRAINT translation_batch_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.translation_batches
    ADD CONSTRAINT translation_batches_batch_key_key UNIQUE (batch_key);

ALTER TABLE ONLY public.translation_batches
    ADD CONSTRAINT translation_batches_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.translation_overrides
    ADD CONSTRAINT translation_overrides_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.translations
    ADD CONSTRAINT translations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.translations
    ADD CONSTRAINT translations_source_text_source_language_target_language_co_key UNIQUE (source_text, source_language, target_language, context, namespace);

ALTER TABLE ONLY public.ocs_product_catalog
    ADD CONSTRAINT uk_product_catalog_ocs_variant UNIQUE (ocs_variant_number);

ALTER TABLE ONLY public.shelf_locations
    ADD CONSTRAINT unique_location_per_store UNIQUE (store_id, zone, aisle, shelf, bin);

ALTER TABLE ONLY public.pricing_rules
    ADD CONSTRAINT unique_store_category_rule UNIQUE (store_id, category, sub_category, sub_sub_category);

ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT unique_user_profile UNIQUE (user_id);

ALTER TABLE ONLY public.review_votes
    ADD CONSTRAINT unique_user_review_vote UNIQUE (review_id, user_id);

ALTER TABLE ONLY public.wishlist
    ADD CONSTRAINT unique_wishlist_item UNIQUE (customer_id, product_id, store_id);

ALTER TABLE ONLY public.unsubscribe_list
    ADD CONSTRAINT unsubscribe_list_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_addresses
    ADD CONSTRAINT user_addresses_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_login_logs
    ADD CONSTRAINT user_login_logs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_payment_methods
    ADD CONSTRAINT user_payment_methods_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_payment_methods
    ADD CONSTRAINT user_payment_methods_user_id_payment_method_id_key UNIQUE (user_id, payment_method_id);

ALTER TABLE ONLY public.user_permissions
    ADD CONSTRAINT user_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_permissions
    ADD CONSTRAINT user_permissions_user_id_resource_type_action_key UNIQUE (user_id, resource_type, action);

ALTER TABLE ONLY public.user_sessions
    ADD CONSTRAINT user_sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_sessions
    ADD CONSTRAINT user_sessions_session_token_key UNIQUE (session_token);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_email_key UNIQUE (email);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.voice_auth_logs
    ADD CONSTRAINT voice_auth_logs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.voice_profiles
    ADD CONSTRAINT voice_profiles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wishlist
    ADD CONSTRAINT wishlist_pkey PRIMARY KEY (id);

CREATE INDEX idx_age_verification_logs_timestamp ON public.age_verification_logs USING btree ("timestamp");

CREATE INDEX idx_ai_conversations_context_gin ON public.ai_conversations USING gin (context);

CREATE INDEX idx_ai_conversations_created_at ON public.ai_conversations USING btree (created_at DESC);

CREATE INDEX idx_ai_conversations_customer_id ON public.ai_conversations USING btree (customer_id);

CREATE INDEX idx_ai_conversations_messages_gin ON public.ai_conversations USING gin (messages);

CREATE INDEX idx_ai_conversations_session_customer ON public.ai_conversations USING btree (session_id, customer_id);

CREATE INDEX idx_ai_conversations_session_id ON public.ai_conversations USING btree (session_id);

CREATE INDEX idx_ai_personalities_tenant ON public.ai_personalities USING btree (tenant_id);

CREATE INDEX idx_api_keys_key_hash ON public.api_keys USING btree (key_hash);

CREATE INDEX idx_api_keys_user_id ON public.api_keys USING btree (user_id);

CREATE INDEX idx_attributes_review ON public.review_attributes USING btree (review_id);

CREATE INDEX idx_audit_aggregates_period ON public.agi_audit_aggregates USING btree (period_start, period_end);

CREATE INDEX idx_audit_alerts_triggered ON public.agi_audit_alerts USING btree (triggered_at DESC);

CREATE INDEX idx_audit_log_timestamp ON public.audit_log USING btree ("timestamp");

CREATE INDEX idx_audit_log_user_id ON public.audit_log USING btree (user_id);

CREATE INDEX idx_audit_logs_event_type ON public.agi_audit_logs USING btree (event_type);

CREATE INDEX idx_audit_logs_resource ON public.agi_audit_logs USING btree (resource_type, resource_id);

CREATE INDEX idx_audit_logs_severity ON public.agi_audit_logs USING btree (severity);

CREATE INDEX idx_audit_logs_timestamp ON public.agi_audit_logs USING btree ("timestamp" DESC);

CREATE INDEX idx_audit_logs_user_id ON public.agi_audit_logs USING btree (user_id);

CREATE INDEX idx_auth_tokens_expires_at ON public.auth_tokens USING btree (expires_at);

CREATE INDEX idx_auth_tokens_token_hash ON public.auth_tokens USING btree (token_hash);

CREATE INDEX idx_auth_tokens_token_type ON public.auth_tokens USING btree (token_type);

CREATE INDEX idx_auth_tokens_type_user ON public.auth_tokens USING btree (token_type, user_id);

CREATE INDEX idx_auth_tokens_user_id ON public.auth_tokens USING btree (user_id);

CREATE INDEX idx_batch_items_batch ON public.translation_batch_items USING btree (batch_id);

CREATE INDEX idx_batch_items_status ON public.translation_batch_items USING btree (status);

CREATE INDEX idx_batch_lot ON public.batch_tracking USING btree (batch_lot);

CREATE INDEX idx_batch_sku ON public.batch_tracking USING btree (sku);

CREATE INDEX idx_batch_tracking_case_gtin ON public.batch_tracking USING btree (case_gtin);

CREATE INDEX idx_batch_tracking_each_gtin ON public.batch_tracking USING btree (each_gtin);

CREATE INDEX idx_batch_tracking_gtin_barcode ON public.batch_tracking USING btree (gtin_barcode);

CREATE INDEX idx_batch_tracking_location ON public.batch_tracking USING btree (location_id);

CREATE INDEX idx_broadcast_audit_logs_action ON public.broadcast_audit_logs USING btree (action);

CREATE INDEX idx_broadcast_audit_logs_broadcast_id ON public.broadcast_audit_logs USING btree (broadcast_id);

CREATE INDEX idx_broadcast_audit_logs_created_at ON public.broadcast_audit_logs USING btree (created_at);

CREATE INDEX idx_broadcast_audit_logs_performed_by ON public.broadcast_audit_logs USING btree (performed_by);

CREATE INDEX idx_broadcast_messages_broadcast_id ON public.broadcast_messages USING btree (broadcast_id);

CREATE INDEX idx_broadcast_messages_channel_type ON public.broadcast_messages USING btree (channel_type);

CREATE INDEX idx_broadcast_messages_template_id ON public.broadcast_messages USING btree (template_id);

CREATE INDEX idx_broadcast_recipients_broadcast_id ON public.broadcast_recipients USING btree (broadcast_id);

CREATE INDEX idx_broadcast_recipients_customer_id ON public.broadcast_recipients USING btree (customer_id);

CREATE INDEX idx_broadcast_recipients_email_status ON public.broadcast_recipients USING btree (email_status);

CREATE INDEX idx_broadcast_recipients_push_status ON public.broadcast_recipients USING btree (push_status);

CREATE INDEX idx_broadcast_recipients_sms_status ON public.broadcast_recipients USING btree (sms_status);

CREATE INDEX idx_broadcast_segments_broadcast_id ON public.broadcast_segments USING btree (broadcast_id);

CREATE INDEX idx_broadcasts_created_by ON public.broadcasts USING btree (created_by);

CREATE INDEX idx_broadcasts_scheduled_at ON public.broadcasts USING btree (scheduled_at) WHERE (scheduled_at IS NOT NULL);

CREATE INDEX idx_broadcasts_store_id ON public.broadcasts USING btree (store_id);

CREATE INDEX idx_broadcasts_tenant_id ON public.broadcasts USING btree (tenant_id);

CREATE INDEX idx_cart_sessions_status ON public.cart_sessions USING btree (status);

CREATE INDEX idx_chat_interactions_created_at ON public.chat_interactions USING btree (created_at DESC);

CREATE INDEX idx_chat_interactions_customer_id ON public.chat_interactions USING btree (customer_id);

CREATE INDEX idx_chat_interactions_intent ON public.chat_interactions USING btree (intent);

CREATE INDEX idx_chat_interactions_metadata_gin ON public.chat_interactions USING gin (metadata);

CREATE INDEX idx_chat_interactions_session_customer ON public.chat_interactions USING btree (session_id, customer_id);

CREATE INDEX idx_chat_interactions_session_id ON public.chat_interactions USING btree (session_id);

CREATE INDEX idx_communication_analytics_broadcast_id ON public.communication_analytics USING btree (broadcast_id);

CREATE INDEX idx_communication_logs_created_at ON public.communication_logs USING btree (created_at);

CREATE INDEX idx_communication_logs_recipient ON public.communication_logs USING btree (recipient);

CREATE INDEX idx_communication_logs_status ON public.communication_logs USING btree (status);

CREATE INDEX idx_communication_logs_user_id ON public.communication_logs USING btree (user_id);

CREATE INDEX idx_communication_preferences_customer_id ON public.communication_preferences USING btree (customer_id);

CREATE INDEX idx_communication_preferences_email_token ON public.communication_preferences USING btree (email_unsubscribe_token);

CREATE INDEX idx_communication_preferences_sms_token ON public.communication_preferences USING btree (sms_unsubscribe_token);

CREATE INDEX idx_conversation_states_current_stage ON public.conversation_states USING btree (current_stage);

CREATE INDEX idx_conversation_states_session_id ON public.conversation_states USING btree (session_id);

CREATE INDEX idx_conversation_states_user_id ON public.conversation_states USING btree (user_id);

CREATE INDEX idx_conversion_metrics_converted ON public.conversion_metrics USING btree (converted);

CREATE INDEX idx_conversion_metrics_created_at ON public.conversion_metrics USING btree (created_at);

CREATE INDEX idx_conversion_metrics_session_id ON public.conversion_metrics USING btree (session_id);

CREATE INDEX idx_conversion_metrics_user_id ON public.conversion_metrics USING btree (user_id);

CREATE INDEX idx_deliveries_batch_id ON public.deliveries USING btree (batch_id);

CREATE INDEX idx_deliveries_created_at ON public.deliveries USING btree (created_at DESC);

CREATE INDEX idx_deliveries_customer_id ON public.deliveries USING btree (customer_id);

CREATE INDEX idx_deliveries_order_id ON public.deliveries USING btree (order_id);

CREATE INDEX idx_deliveries_scheduled_at ON public.deliveries USING btree (scheduled_at);

CREATE INDEX idx_deliveries_store_id ON public.deliveries USING btree (store_id);

CREATE INDEX idx_delivery_events_created_at ON public.delivery_events USING btree (created_at DESC);

CREATE INDEX idx_delivery_events_delivery_id ON public.delivery_events USING btree (delivery_id);

CREATE INDEX idx_delivery_events_event_type ON public.delivery_events USING btree (event_type);

CREATE INDEX idx_delivery_geofences_delivery_id ON public.delivery_geofences USING btree (delivery_id);

CREATE INDEX idx_delivery_geofences_location ON public.delivery_geofences USING btree (center_latitude, center_longitude);

CREATE INDEX idx_delivery_tracking_delivery_id ON public.delivery_tracking USING btree (delivery_id);

CREATE INDEX idx_delivery_tracking_recorded_at ON public.delivery_tracking USING btree (recorded_at DESC);

CREATE INDEX idx_delivery_zones_tenant ON public.delivery_zones USING btree (tenant_id, is_active);

CREATE INDEX idx_discount_codes_unused ON public.discount_codes USING btree (used, valid_until) WHERE (used = false);

CREATE INDEX idx_discount_codes_validity ON public.discount_codes USING btree (valid_from, valid_until);

CREATE INDEX idx_discount_usage_discount ON public.discount_usage USING btree (discount_code_id);

CREATE INDEX idx_disputes_status ON public.payment_disputes USING btree (status);

CREATE INDEX idx_disputes_transaction ON public.payment_disputes USING btree (transaction_id);

CREATE INDEX idx_dynamic_pricing_active ON public.dynamic_pricing_rules USING btree (active);

CREATE INDEX idx_fee_splits_settlement ON public.payment_fee_splits USING btree (tenant_settled, platform_fee_collected);

CREATE INDEX idx_fee_splits_tenant ON public.payment_fee_splits USING btree (tenant_id, created_at DESC);

CREATE INDEX idx_health_metrics_provider ON public.payment_provider_health_metrics USING btree (tenant_provider_id, checked_at DESC);

CREATE INDEX idx_health_metrics_success ON public.payment_provider_health_metrics USING btree (is_successful, checked_at DESC);

CREATE INDEX idx_holidays_lookup ON public.holidays USING btree (holiday_type, province_territory_id, is_statutory);

CREATE INDEX idx_holidays_type ON public.holidays USING btree (holiday_type);

CREATE INDEX idx_idempotency_expires ON public.payment_idempotency_keys USING btree (expires_at);

CREATE INDEX idx_idempotency_status ON public.payment_idempotency_keys USING btree (status, created_at DESC);

CREATE INDEX idx_idempotency_tenant ON public.payment_idempotency_keys USING btree (tenant_id, created_at DESC);

CREATE INDEX idx_inventory_locations_store_id ON public.inventory_locations USING btree (store_id);

CREATE INDEX idx_inventory_logs_created_at ON public.ocs_inventory_logs USING btree (created_at DESC);

CREATE INDEX idx_inventory_logs_inventory_id ON public.ocs_inventory_logs USING btree (inventory_id);

CREATE INDEX idx_inventory_movements_created_at ON public.ocs_inventory_movements USING btree (created_at DESC);

CREATE INDEX idx_inventory_movements_inventory_id ON public.ocs_inventory_movements USING btree (inventory_id);

CREATE INDEX idx_inventory_reservations_inventory_id ON public.ocs_inventory_reservations USING btree (inventory_id);

CREATE INDEX idx_inventory_reservations_status ON public.ocs_inventory_reservations USING btree (status);

CREATE INDEX idx_inventory_snapshots_date ON public.ocs_inventory_snapshots USING btree (snapshot_date DESC);

CREATE INDEX idx_inventory_snapshots_inventory_id ON public.ocs_inventory_snapshots USING btree (inventory_id);

CREATE INDEX idx_location_access_log_access_type ON public.location_access_log USING btree (access_type);

CREATE INDEX idx_location_access_log_created_at ON public.location_access_log USING btree (created_at);

CREATE INDEX idx_location_access_log_store_id ON public.location_access_log USING btree (store_id);

CREATE INDEX idx_location_access_log_user_id ON public.location_access_log USING btree (user_id);

CREATE INDEX idx_location_assignments_inventory_id ON public.location_assignments_log USING btree (inventory_id);

CREATE INDEX idx_media_order ON public.review_media USING btree (review_id, display_order);

CREATE INDEX idx_media_review ON public.review_media USING btree (review_id);

CREATE INDEX idx_message_templates_category ON public.message_templates USING btree (category);

CREATE INDEX idx_message_templates_channel_type ON public.message_templates USING btree (channel_type);

CREATE INDEX idx_message_templates_is_active ON public.message_templates USING btree (is_active);

CREATE INDEX idx_message_templates_store_id ON public.message_templates USING btree (store_id);

CREATE INDEX idx_message_templates_tenant_id ON public.message_templates USING btree (tenant_id);

CREATE INDEX idx_metrics_date ON public.payment_metrics USING btree (date DESC);

CREATE INDEX idx_ocs_inventory_available ON public.ocs_inventory USING btree (is_available);

CREATE INDEX idx_ocs_inventory_batch_lot ON public.ocs_inventory USING btree (batch_lot);

CREATE INDEX idx_ocs_inventory_case_gtin ON public.ocs_inventory USING btree (case_gtin);

CREATE INDEX idx_ocs_inventory_each_gtin ON public.ocs_inventory USING btree (each_gtin);

CREATE INDEX idx_ocs_inventory_gtin_barcode ON public.ocs_inventory USING btree (gtin_barcode);

CREATE INDEX idx_ocs_inventory_quantity ON public.ocs_inventory USING btree (quantity_available);

CREATE INDEX idx_ocs_inventory_sku_lower ON public.ocs_inventory USING btree (lower(TRIM(BOTH FROM sku)));

CREATE INDEX idx_ocs_inventory_store ON public.ocs_inventory USING btree (store_id);

CREATE INDEX idx_ocs_inventory_supplier ON public.ocs_inventory USING btree (supplier);

CREATE INDEX idx_ocs_product_catalog_variant_lower ON public.ocs_product_catalog USING btree (lower(TRIM(BOTH FROM ocs_variant_number)));

CREATE INDEX idx_order_status_history_order_id ON public.order_status_history USING btree (order_id);

CREATE INDEX idx_otp_codes_code ON public.otp_codes USING btree (code);

CREATE INDEX idx_otp_codes_expires_at ON public.otp_codes USING btree (expires_at);

CREATE INDEX idx_otp_codes_identifier ON public.otp_codes USING btree (identifier);

CREATE INDEX idx_otp_codes_user_id ON public.otp_codes USING btree (user_id);

CREATE INDEX idx_otp_rate_limits_blocked_until ON public.otp_rate_limits USING btree (blocked_until);

CREATE UNIQUE INDEX idx_otp_rate_limits_identifier ON public.otp_rate_limits USING btree (identifier, identifier_type);

CREATE INDEX idx_overrides_active ON public.translation_overrides USING btree (is_active) WHERE (is_active = true);

CREATE INDEX idx_overrides_translation ON public.translation_overrides USING btree (translation_id);

CREATE INDEX idx_param_correct ON public.parameter_accuracy USING btree (is_correct);

CREATE INDEX idx_param_type ON public.parameter_accuracy USING btree (parameter_type);

CREATE INDEX idx_payment_audit_action ON public.payment_audit_log USING btree (action, created_at DESC);

CREATE INDEX idx_payment_audit_created ON public.payment_audit_log USING btree (created_at DESC);

CREATE INDEX idx_payment_audit_entity ON public.payment_audit_log USING btree (entity_type, entity_id);

CREATE INDEX idx_payment_audit_tenant ON public.payment_audit_log USING btree (tenant_id, created_at DESC);

CREATE INDEX idx_payment_credentials_active ON public.payment_credentials USING btree (is_active, tenant_id);

CREATE INDEX idx_payment_credentials_expires ON public.payment_credentials USING btree (expires_at) WHERE (expires_at IS NOT NULL);

CREATE INDEX idx_payment_credentials_tenant ON public.payment_credentials USING btree (tenant_id, provider, is_active);

CREATE INDEX idx_payment_credentials_type ON public.payment_credentials USING btree (credential_type, is_active);

CREATE INDEX idx_payment_transactions_idempotency ON public.payment_transactions USING btree (idempotency_key) WHERE (idempotency_key IS NOT NULL);

CREATE INDEX idx_payment_transactions_tenant_provider ON public.payment_transactions USING btree (tenant_provider_id, created_at DESC);

CREATE INDEX idx_po_container_id ON public.purchase_orders USING btree (container_id);

CREATE INDEX idx_po_items_po_id ON public.purchase_order_items USING btree (purchase_order_id);

CREATE INDEX idx_po_items_sku ON public.purchase_order_items USING btree (sku);

CREATE INDEX idx_po_shipment_id ON public.purchase_orders USING btree (shipment_id);

CREATE INDEX idx_po_status ON public.purchase_orders USING btree (status);

CREATE INDEX idx_po_supplier ON public.purchase_orders USING btree (supplier_id);

CREATE INDEX idx_po_vendor ON public.purchase_orders USING btree (vendor);

CREATE INDEX idx_poi_case_gtin ON public.purchase_order_items USING btree (case_gtin);

CREATE INDEX idx_poi_gtin_barcode ON public.purchase_order_items USING btree (gtin_barcode);

CREATE INDEX idx_poi_sku_batch ON public.purchase_order_items USING btree (sku, batch_lot);

CREATE INDEX idx_price_history_product ON public.price_history USING btree (product_id, changed_at);

CREATE INDEX idx_pricing_rules_category ON public.pricing_rules USING btree (store_id, category);

CREATE INDEX idx_pricing_rules_subcategory ON public.pricing_rules USING btree (store_id, category, sub_category);

CREATE INDEX idx_pricing_rules_subsubcategory ON public.pricing_rules USING btree (store_id, category, sub_category, sub_sub_category);

CREATE INDEX idx_product_catalog_ocs ON public.ocs_product_catalog USING btree (ocs_variant_number);

CREATE INDEX idx_product_catalog_ocs_brand ON public.ocs_product_catalog USING btree (brand);

CREATE INDEX idx_product_catalog_ocs_category ON public.ocs_product_catalog USING btree (category);

CREATE INDEX idx_product_catalog_ocs_rating ON public.ocs_product_catalog USING btree (rating DESC) WHERE (rating IS NOT NULL);

CREATE INDEX idx_product_catalog_ocs_rating_count ON public.ocs_product_catalog USING btree (rating_count DESC) WHERE (rating_count > 0);

CREATE INDEX idx_product_catalog_ocs_slug ON public.ocs_product_catalog USING btree (slug);

CREATE INDEX idx_product_catalog_ocs_strain_type ON public.ocs_product_catalog USING btree (strain_type);

CREATE INDEX idx_product_ratings_avg_rating ON public.product_ratings USING btree (average_rating DESC);

CREATE INDEX idx_products_brand ON public.ocs_product_catalog USING btree (brand);

CREATE INDEX idx_products_category ON public.ocs_product_catalog USING btree (category);

CREATE INDEX idx_products_name ON public.ocs_product_catalog USING btree (product_name);

CREATE INDEX idx_products_plant_type ON public.ocs_product_catalog USING btree (plant_type);

CREATE INDEX idx_products_price ON public.ocs_product_catalog USING btree (unit_price);

CREATE INDEX idx_products_subcategory ON public.ocs_product_catalog USING btree (sub_category);

CREATE INDEX idx_profiles_customer_type ON public.profiles USING btree (customer_type);

CREATE INDEX idx_profiles_last_order_date ON public.profiles USING btree (last_order_date DESC);

CREATE INDEX idx_profiles_loyalty_points ON public.profiles USING btree (loyalty_points);

CREATE INDEX idx_profiles_payment_methods_gin ON public.profiles USING gin (payment_methods);

CREATE INDEX idx_profiles_preferences_gin ON public.profiles USING gin (preferences);

CREATE INDEX idx_profiles_purchase_history_gin ON public.profiles USING gin (purchase_history);

CREATE INDEX idx_promotions_active ON public.promotions USING btree (active, start_date, end_date);

CREATE INDEX idx_promotions_active_dates ON public.promotions USING btree (active, start_date, end_date) WHERE (active = true);

CREATE INDEX idx_promotions_code ON public.promotions USING btree (code) WHERE (code IS NOT NULL);

CREATE INDEX idx_promotions_continuous ON public.promotions USING btree (is_continuous, active) WHERE ((is_continuous = true) AND (active = true));

CREATE INDEX idx_promotions_recurring ON public.promotions USING btree (recurrence_type, active) WHERE (((recurrence_type)::text <> 'none'::text) AND (active = true));

CREATE INDEX idx_promotions_store ON public.promotions USING btree (store_id) WHERE (store_id IS NOT NULL);

CREATE INDEX idx_promotions_tenant ON public.promotions USING btree (tenant_id) WHERE (tenant_id IS NOT NULL);

CREATE INDEX idx_promotions_type ON public.promotions USING btree (type);

CREATE INDEX idx_provincial_suppliers_province_territory ON public.provincial_suppliers USING btree (provinces_territories_id);

CREATE INDEX idx_push_subscriptions_customer_id ON public.push_subscriptions USING btree (customer_id);

CREATE INDEX idx_push_subscriptions_device_type ON public.push_subscriptions USING btree (device_type);

CREATE INDEX idx_push_subscriptions_is_active ON public.push_subscriptions USING btree (is_active);

CREATE INDEX idx_rate_limit_buckets_last_update ON public.agi_rate_limit_buckets USING btree (last_update);

CREATE INDEX idx_rate_limit_rules_scope ON public.agi_rate_limit_rules USING btree (scope);

CREATE INDEX idx_rate_limit_violations_identifier ON public.agi_rate_limit_violations USING btree (identifier);

CREATE INDEX idx_rate_limit_violations_rule ON public.agi_rate_limit_violations USING btree (rule_name);

CREATE INDEX idx_recommendations_product ON public.product_recommendations USING btree (product_id);

CREATE INDEX idx_recommendations_type ON public.product_recommendations USING btree (recommendation_type);

CREATE INDEX idx_review_summary_rating ON public.review_summary_view USING btree (average_rating DESC);

CREATE INDEX idx_review_summary_sku ON public.review_summary_view USING btree (sku);

CREATE INDEX idx_reviews_helpful ON public.customer_reviews USING btree (helpful_count DESC);

CREATE INDEX idx_reviews_order ON public.customer_reviews USING btree (order_id);

CREATE INDEX idx_reviews_status_created ON public.customer_reviews USING btree (status, created_at DESC);

CREATE INDEX idx_reviews_user ON public.customer_reviews USING btree (user_id);

CREATE INDEX idx_reviews_variant_rating ON public.customer_reviews USING btree (sku, rating);

CREATE INDEX idx_settlements_date ON public.payment_settlements USING btree (settlement_date DESC);

CREATE INDEX idx_settlements_provider ON public.payment_settlements USING btree (provider_id, settlement_date DESC);

CREATE INDEX idx_shelf_locations_active ON public.shelf_locations USING btree (is_active, is_available);

CREATE INDEX idx_shelf_locations_code ON public.shelf_locations USING btree (location_code);

CREATE INDEX idx_shelf_locations_store ON public.shelf_locations USING btree (store_id);

CREATE INDEX idx_shelf_locations_type ON public.shelf_locations USING btree (location_type);

CREATE INDEX idx_staff_delivery_status_user_id ON public.staff_delivery_status USING btree (user_id);

CREATE INDEX idx_store_settings_category ON public.store_settings USING btree (category);

CREATE INDEX idx_store_settings_store ON public.store_settings USING btree (store_id);

CREATE INDEX idx_subscriptions_next_billing ON public.payment_subscriptions USING btree (next_billing_date);

CREATE INDEX idx_subscriptions_status ON public.payment_subscriptions USING btree (status);

CREATE INDEX idx_subscriptions_tenant ON public.payment_subscriptions USING btree (tenant_id);

CREATE INDEX idx_suppliers_active ON public.provincial_suppliers USING btree (is_active);

CREATE INDEX idx_suppliers_name ON public.provincial_suppliers USING btree (name);

CREATE INDEX idx_tax_rates_effective ON public.tax_rates USING btree (effective_from, effective_to);

CREATE INDEX idx_tax_rates_tenant ON public.tax_rates USING btree (tenant_id, is_active);

CREATE INDEX idx_token_blacklist_expires_at ON public.token_blacklist USING btree (expires_at);

CREATE INDEX idx_token_blacklist_token_id ON public.token_blacklist USING btree (token_id);

CREATE INDEX idx_training_action ON public.ai_training_data USING btree (customer_action);

CREATE INDEX idx_training_created ON public.ai_training_data USING btree (created_at DESC);

CREATE INDEX idx_training_score ON public.ai_training_data USING btree (feedback_score);

CREATE INDEX idx_transactions_created ON public.payment_transactions USING btree (created_at DESC);

CREATE INDEX idx_transactions_date ON public.ocs_inventory_transactions USING btree (created_at DESC);

CREATE INDEX idx_transactions_order ON public.payment_transactions USING btree (order_id);

CREATE INDEX idx_transactions_provider_ref ON public.payment_transactions USING btree (provider_transaction_id, provider_id);

CREATE INDEX idx_transactions_sku ON public.ocs_inventory_transactions USING btree (sku);

CREATE INDEX idx_transactions_status ON public.payment_transactions USING btree (status);

CREATE INDEX idx_transactions_tenant ON public.payment_transactions USING btree (tenant_id);

CREATE INDEX idx_translations_created ON public.translations USING btree (created_at DESC);

CREATE INDEX idx_translations_lookup ON public.translations USING btree (source_text, target_language, context, namespace);

CREATE INDEX idx_translations_usage ON public.translations USING btree (usage_count DESC, last_used_at DESC);

CREATE INDEX idx_translations_verified ON public.translations USING btree (is_verified) WHERE (is_verified = true);

CREATE INDEX idx_unsubscribe_list_channel_type ON public.unsubscribe_list USING btree (channel_type);

CREATE INDEX idx_unsubscribe_list_customer_id ON public.unsubscribe_list USING btree (customer_id) WHERE (customer_id IS NOT NULL);

CREATE INDEX idx_unsubscribe_list_phone ON public.unsubscribe_list USING btree (phone_number) WHERE (phone_number IS NOT NULL);

CREATE INDEX idx_user_addresses_user ON public.user_addresses USING btree (user_id);

CREATE INDEX idx_user_login_logs_ip_address ON public.user_login_logs USING btree (ip_address);

CREATE INDEX idx_user_login_logs_session_id ON public.user_login_logs USING btree (session_id);

CREATE INDEX idx_user_login_logs_tenant_id ON public.user_login_logs USING btree (tenant_id);

CREATE INDEX idx_user_login_logs_timestamp ON public.user_login_logs USING btree (login_timestamp DESC);

CREATE INDEX idx_user_login_logs_user_id ON public.user_login_logs USING btree (user_id);

CREATE INDEX idx_user_sessions_expires_at ON public.user_sessions USING btree (expires_at);

CREATE INDEX idx_user_sessions_session_token ON public.user_sessions USING btree (session_token);

CREATE INDEX idx_user_sessions_user_id ON public.user_sessions USING btree (user_id);

CREATE INDEX idx_users_role_customer ON public.users USING btree (role) WHERE (role = 'customer'::public.user_role_simple);

CREATE INDEX idx_voice_auth_logs_timestamp ON public.voice_auth_logs USING btree ("timestamp");

CREATE INDEX idx_voice_auth_logs_user_id ON public.voice_auth_logs USING btree (user_id);

CREATE INDEX idx_voice_profiles_user_id ON public.voice_profiles USING btree (user_id);

CREATE INDEX idx_votes_review ON public.review_votes USING btree (review_id);

CREATE INDEX idx_votes_user ON public.review_votes USING btree (user_id);

CREATE INDEX idx_webhook_routes_path ON public.payment_webhook_routes USING btree (webhook_url_path) WHERE (is_active = true);

CREATE INDEX idx_webhook_routes_tenant ON public.payment_webhook_routes USING btree (tenant_id, provider);

CREATE INDEX idx_webhooks_processed ON public.payment_webhooks USING btree (processed, received_at);

CREATE INDEX idx_webhooks_provider ON public.payment_webhooks USING btree (provider_id, received_at DESC);

CREATE INDEX idx_wishlist_added_at ON public.wishlist USING btree (added_at DESC);

CREATE INDEX idx_wishlist_customer ON public.wishlist USING btree (customer_id);

CREATE INDEX idx_wishlist_priority ON public.wishlist USING btree (priority DESC);

CREATE INDEX idx_wishlist_store ON public.wishlist USING btree (store_id);

CREATE INDEX ix_accessories_catalog_category ON public.accessories_catalog USING btree (category_id);

CREATE INDEX ix_accessories_catalog_name ON public.accessories_catalog USING btree (name);

CREATE INDEX ix_accessories_catalog_sku_lower ON public.accessories_catalog USING btree (lower((sku)::text));

CREATE INDEX ix_accessory_categories_parent ON public.accessory_categories USING btree (parent_id);

CREATE INDEX ix_asn_import_staging_case_gtin ON public.asn_import_staging USING btree (case_gtin);

CREATE INDEX ix_asn_import_staging_each_gtin ON public.asn_import_staging USING btree (each_gtin);

CREATE INDEX ix_asn_import_staging_gtin_barcode ON public.asn_import_staging USING btree (gtin_barcode);

CREATE INDEX ix_asn_import_staging_session_sku ON public.asn_import_staging USING btree (session_id, sku);

CREATE INDEX ix_asn_import_staging_sku_batch ON public.asn_import_staging USING btree (sku, batch_lot);

CREATE INDEX ix_asn_import_staging_store ON public.asn_import_staging USING btree (store_id);

CREATE INDEX ix_asn_import_staging_tenant ON public.asn_import_staging USING btree (tenant_id, created_at DESC);

CREATE INDEX ix_batch_tracking_store ON public.batch_tracking USING btree (store_id);

CREATE INDEX ix_checkout_sessions_cart ON public.checkout_sessions USING btree (cart_id);

CREATE INDEX ix_checkout_sessions_open ON public.checkout_sessions USING btree (expires_at) WHERE ((status)::text = 'open'::text);

CREATE INDEX ix_checkout_sessions_store ON public.checkout_sessions USING btree (store_id);

CREATE INDEX ix_checkout_sessions_tenant ON public.checkout_sessions USING btree (tenant_id, status);

CREATE INDEX ix_checkout_sessions_user ON public.checkout_sessions USING btree (user_id);

CREATE INDEX ix_customer_pricing_rules_customer ON public.customer_pricing_rules USING btree (customer_id);

CREATE INDEX ix_deliveries_assigned ON public.deliveries USING btree (assigned_to, status);

CREATE INDEX ix_delivery_batches_driver ON public.delivery_batches USING btree (driver_id);

CREATE INDEX ix_delivery_batches_store ON public.delivery_batches USING btree (store_id);

CREATE INDEX ix_delivery_batches_tenant ON public.delivery_batches USING btree (tenant_id, created_at DESC);

CREATE INDEX ix_delivery_zones_store ON public.delivery_zones USING btree (store_id);

CREATE INDEX ix_model_deployments_version ON public.model_deployments USING btree (model_version_id);

CREATE INDEX ix_model_metrics_version ON public.model_metrics USING btree (model_version_id);

CREATE INDEX ix_ocs_product_catalog_category_brand ON public.ocs_product_catalog USING btree (category, brand);

CREATE INDEX ix_order_items_order ON public.order_items USING btree (order_id);

CREATE INDEX ix_order_items_sku ON public.order_items USING btree (sku);

CREATE INDEX ix_orders_store_status ON public.orders USING btree (store_id, status);

CREATE INDEX ix_orders_tenant_created ON public.orders USING btree (tenant_id, created_at DESC);

CREATE INDEX ix_orders_user ON public.orders USING btree (user_id, created_at DESC);

CREATE INDEX ix_parameter_accuracy_training_data ON public.parameter_accuracy USING btree (training_data_id);

CREATE INDEX ix_payment_refunds_original ON public.payment_refunds USING btree (original_transaction_id);

CREATE INDEX ix_promotion_usage_order ON public.promotion_usage USING btree (order_id);

CREATE INDEX ix_promotion_usage_promotion ON public.promotion_usage USING btree (promotion_id);

CREATE INDEX ix_recommendation_metrics_recommendation ON public.recommendation_metrics USING btree (recommendation_id);

CREATE INDEX ix_store_ai_agents_personality ON public.store_ai_agents USING btree (personality_id);

CREATE INDEX ix_stores_province ON public.stores USING btree (province_territory_id);

CREATE INDEX ix_stores_tenant_active ON public.stores USING btree (tenant_id) WHERE is_active;

CREATE INDEX ix_tax_rates_province ON public.tax_rates USING btree (province_territory_id, effective_from);

CREATE INDEX ix_tenant_payment_providers_provider ON public.tenant_payment_providers USING btree (provider_id);

CREATE INDEX ix_user_payment_methods_method ON public.user_payment_methods USING btree (payment_method_id);

CREATE INDEX ix_user_payment_methods_tenant ON public.user_payment_methods USING btree (tenant_id);

CREATE INDEX ix_user_permissions_tenant ON public.user_permissions USING btree (tenant_id);

CREATE INDEX ix_users_tenant_role ON public.users USING btree (tenant_id, role);

CREATE UNIQUE INDEX pk_review_attributes ON public.review_attributes USING btree (review_id, attribute_name);

CREATE INDEX unique_default_billing_per_user ON public.user_addresses USING btree (user_id) WHERE ((is_default = true) AND ((address_type)::text = 'billing'::text));

CREATE INDEX unique_default_delivery_per_user ON public.user_addresses USING btree (user_id) WHERE ((is_default = true) AND ((address_type)::text = 'delivery'::text));

CREATE UNIQUE INDEX unique_province_territory_supplier ON public.provincial_suppliers USING btree (provinces_territories_id) WHERE ((provinces_territories_id IS NOT NULL) AND (is_provincial_supplier = true));

CREATE UNIQUE INDEX ux_accessories_catalog_tenant_sku ON public.accessories_catalog USING btree (tenant_id, sku);

CREATE UNIQUE INDEX ux_tenant_payment_providers_primary ON public.tenant_payment_providers USING btree (tenant_id) WHERE is_primary;

CREATE TRIGGER trigger_update_ocs_product_catalog_updated_at BEFORE UPDATE ON public.ocs_product_catalog FOR EACH ROW EXECUTE FUNCTION public.update_product_catalog_updated_at();

CREATE TRIGGER trigger_update_product_rating AFTER INSERT OR DELETE OR UPDATE ON public.customer_reviews FOR EACH ROW EXECUTE FUNCTION public.update_product_rating();

CREATE TRIGGER trigger_validate_verified_purchase BEFORE INSERT OR UPDATE ON public.customer_reviews FOR EACH ROW EXECUTE FUNCTION public.validate_verified_purchase();

CREATE TRIGGER update_accessories_catalog_updated_at BEFORE UPDATE ON public.accessories_catalog FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_ai_personalities_updated_at BEFORE UPDATE ON public.ai_personalities FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_api_keys_updated_at BEFORE UPDATE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_broadcast_messages_updated_at BEFORE UPDATE ON public.broadcast_messages FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_broadcast_recipients_updated_at BEFORE UPDATE ON public.broadcast_recipients FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_broadcasts_updated_at BEFORE UPDATE ON public.broadcasts FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_bundle_deals_updated_at BEFORE UPDATE ON public.bundle_deals FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_cart_sessions_updated_at BEFORE UPDATE ON public.cart_sessions FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_communication_preferences_updated_at BEFORE UPDATE ON public.communication_preferences FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_conversation_states_updated_at BEFORE UPDATE ON public.conversation_states FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_customer_pricing_rules_updated_at BEFORE UPDATE ON public.customer_pricing_rules FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_deliveries_updated_at BEFORE UPDATE ON public.deliveries FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_delivery_batches_updated_at BEFORE UPDATE ON public.delivery_batches FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_dynamic_pricing_rules_updated_at BEFORE UPDATE ON public.dynamic_pricing_rules FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_message_templates_updated_at BEFORE UPDATE ON public.message_templates FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_ocs_inventory_timestamp_trigger BEFORE UPDATE ON public.ocs_inventory FOR EACH ROW EXECUTE FUNCTION public.update_inventory_timestamp();

CREATE TRIGGER update_orders_updated_at BEFORE UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_payment_credentials_updated_at BEFORE UPDATE ON public.payment_credentials FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_payment_disputes_updated_at BEFORE UPDATE ON public.payment_disputes FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_payment_methods_updated_at BEFORE UPDATE ON public.payment_methods FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_payment_providers_updated_at BEFORE UPDATE ON public.payment_providers FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_profiles_updated_at BEFORE UPDATE ON public.profiles FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_promotions_updated_at BEFORE UPDATE ON public.promotions FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_purchase_orders_updated_at BEFORE UPDATE ON public.purchase_orders FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_stores_updated_at BEFORE UPDATE ON public.stores FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_tenant_payment_providers_updated_at BEFORE UPDATE ON public.tenant_payment_providers FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_tenants_updated_at BEFORE UPDATE ON public.tenants FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

CREATE TRIGGER update_users_updated_at BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

ALTER TABLE ONLY public.accessories_catalog
    ADD CONSTRAINT accessories_catalog_category_id_fkey FOREIGN KEY (category_id) REFERENCES public.accessory_categories(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.accessories_catalog
    ADD CONSTRAINT accessories_catalog_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.accessory_categories
    ADD CONSTRAINT accessory_categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.accessory_categories(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.age_verification_logs
    ADD CONSTRAINT age_verification_logs_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.ai_conversations
    ADD CONSTRAINT ai_conversations_personality_id_fkey FOREIGN KEY (personality_id) REFERENCES public.ai_personalities(id);

ALTER TABLE ONLY public.ai_conversations
    ADD CONSTRAINT ai_conversations_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.ai_personalities
    ADD CONSTRAINT ai_personalities_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.asn_import_staging
    ADD CONSTRAINT asn_import_staging_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.asn_import_staging
    ADD CONSTRAINT asn_import_staging_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id);

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.auth_tokens
    ADD CONSTRAINT auth_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.batch_tracking
    ADD CONSTRAINT batch_tracking_location_id_fkey FOREIGN KEY (location_id) REFERENCES public.shelf_locations(id);

ALTER TABLE ONLY public.batch_tracking
    ADD CONSTRAINT batch_tracking_purchase_order_id_fkey FOREIGN KEY (purchase_order_id) REFERENCES public.purchase_orders(id);

ALTER TABLE ONLY public.batch_tracking
    ADD CONSTRAINT batch_tracking_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.broadcast_audit_logs
    ADD CONSTRAINT broadcast_audit_logs_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES public.broadcasts(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.broadcast_audit_logs
    ADD CONSTRAINT broadcast_audit_logs_performed_by_fkey FOREIGN KEY (performed_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.broadcast_messages
    ADD CONSTRAINT broadcast_messages_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES public.broadcasts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.broadcast_messages
    ADD CONSTRAINT broadcast_messages_template_id_fkey FOREIGN KEY (template_id) REFERENCES public.message_templates(id);

ALTER TABLE ONLY public.broadcast_recipients
    ADD CONSTRAINT broadcast_recipients_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES public.broadcasts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.broadcast_segments
    ADD CONSTRAINT broadcast_segments_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES public.broadcasts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.broadcasts
    ADD CONSTRAINT broadcasts_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.broadcasts
    ADD CONSTRAINT broadcasts_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.broadcasts
    ADD CONSTRAINT broadcasts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.cart_sessions
    ADD CONSTRAINT cart_sessions_ai_personality_id_fkey FOREIGN KEY (ai_personality_id) REFERENCES public.ai_personalities(id);

ALTER TABLE ONLY public.cart_sessions
    ADD CONSTRAINT cart_sessions_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.cart_sessions
    ADD CONSTRAINT cart_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.cart_sessions
    ADD CONSTRAINT cart_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.checkout_sessions
    ADD CONSTRAINT checkout_sessions_cart_id_fkey FOREIGN KEY (cart_id) REFERENCES public.cart_sessions(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.checkout_sessions
    ADD CONSTRAINT checkout_sessions_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.checkout_sessions
    ADD CONSTRAINT checkout_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.checkout_sessions
    ADD CONSTRAINT checkout_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.communication_analytics
    ADD CONSTRAINT communication_analytics_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES public.broadcasts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.communication_logs
    ADD CONSTRAINT communication_logs_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.conversation_states
    ADD CONSTRAINT conversation_states_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.conversion_metrics
    ADD CONSTRAINT conversion_metrics_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.customer_pricing_rules
    ADD CONSTRAINT customer_pricing_rules_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.profiles(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.customer_pricing_rules
    ADD CONSTRAINT customer_pricing_rules_price_tier_id_fkey FOREIGN KEY (price_tier_id) REFERENCES public.price_tiers(id);

ALTER TABLE ONLY public.customer_pricing_rules
    ADD CONSTRAINT customer_pricing_rules_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.profiles(id);

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.delivery_batches
    ADD CONSTRAINT delivery_batches_driver_id_fkey FOREIGN KEY (driver_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.delivery_batches
    ADD CONSTRAINT delivery_batches_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.delivery_batches
    ADD CONSTRAINT delivery_batches_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.delivery_events
    ADD CONSTRAINT delivery_events_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.delivery_events
    ADD CONSTRAINT delivery_events_performed_by_fkey FOREIGN KEY (performed_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.delivery_geofences
    ADD CONSTRAINT delivery_geofences_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.delivery_tracking
    ADD CONSTRAINT delivery_tracking_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.delivery_zones
    ADD CONSTRAINT delivery_zones_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.delivery_zones
    ADD CONSTRAINT delivery_zones_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.discount_codes
    ADD CONSTRAINT discount_codes_promotion_id_fkey FOREIGN KEY (promotion_id) REFERENCES public.promotions(id);

ALTER TABLE ONLY public.discount_codes
    ADD CONSTRAINT discount_codes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.discount_usage
    ADD CONSTRAINT discount_usage_discount_code_id_fkey FOREIGN KEY (discount_code_id) REFERENCES public.discount_codes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.discount_usage
    ADD CONSTRAINT discount_usage_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.discount_usage
    ADD CONSTRAINT discount_usage_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.review_attributes
    ADD CONSTRAINT fk_attributes_reviews FOREIGN KEY (review_id) REFERENCES public.customer_reviews(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_media
    ADD CONSTRAINT fk_media_reviews FOREIGN KEY (review_id) REFERENCES public.customer_reviews(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.provincial_suppliers
    ADD CONSTRAINT fk_provincial_supplier_province_territory FOREIGN KEY (provinces_territories_id) REFERENCES public.provinces_territories(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY public.customer_reviews
    ADD CONSTRAINT fk_reviews_orders FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.customer_reviews
    ADD CONSTRAINT fk_reviews_product_ratings FOREIGN KEY (sku) REFERENCES public.product_ratings(sku) ON DELETE CASCADE;

ALTER TABLE ONLY public.customer_reviews
    ADD CONSTRAINT fk_reviews_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.voice_auth_logs
    ADD CONSTRAINT fk_voice_auth_logs_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.voice_profiles
    ADD CONSTRAINT fk_voice_profiles_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_votes
    ADD CONSTRAINT fk_votes_reviews FOREIGN KEY (review_id) REFERENCES public.customer_reviews(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_votes
    ADD CONSTRAINT fk_votes_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.holidays
    ADD CONSTRAINT holidays_province_territory_id_fkey FOREIGN KEY (province_territory_id) REFERENCES public.provinces_territories(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.inventory_locations
    ADD CONSTRAINT inventory_locations_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.ocs_inventory_transactions
    ADD CONSTRAINT inventory_transactions_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id);

ALTER TABLE ONLY public.location_access_log
    ADD CONSTRAINT location_access_log_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.location_assignments_log
    ADD CONSTRAINT location_assignments_log_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.location_assignments_log
    ADD CONSTRAINT location_assignments_log_inventory_id_fkey FOREIGN KEY (inventory_id) REFERENCES public.ocs_inventory(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.location_assignments_log
    ADD CONSTRAINT location_assignments_log_location_id_fkey FOREIGN KEY (location_id) REFERENCES public.inventory_locations(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.message_templates
    ADD CONSTRAINT message_templates_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.message_templates
    ADD CONSTRAINT message_templates_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.message_templates
    ADD CONSTRAINT message_templates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.model_deployments
    ADD CONSTRAINT model_deployments_model_version_id_fkey FOREIGN KEY (model_version_id) REFERENCES public.model_versions(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.model_metrics
    ADD CONSTRAINT model_metrics_model_version_id_fkey FOREIGN KEY (model_version_id) REFERENCES public.model_versions(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.ocs_inventory_logs
    ADD CONSTRAINT ocs_inventory_logs_inventory_id_fkey FOREIGN KEY (inventory_id) REFERENCES public.ocs_inventory(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.ocs_inventory_movements
    ADD CONSTRAINT ocs_inventory_movements_inventory_id_fkey FOREIGN KEY (inventory_id) REFERENCES public.ocs_inventory(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.ocs_inventory_reservations
    ADD CONSTRAINT ocs_inventory_reservations_inventory_id_fkey FOREIGN KEY (inventory_id) REFERENCES public.ocs_inventory(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.ocs_inventory_snapshots
    ADD CONSTRAINT ocs_inventory_snapshots_inventory_id_fkey FOREIGN KEY (inventory_id) REFERENCES public.ocs_inventory(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.ocs_inventory
    ADD CONSTRAINT ocs_inventory_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.order_items
    ADD CONSTRAINT order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.order_status_history
    ADD CONSTRAINT order_status_history_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.order_status_history
    ADD CONSTRAINT order_status_history_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.otp_codes
    ADD CONSTRAINT otp_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.parameter_accuracy
    ADD CONSTRAINT parameter_accuracy_training_data_id_fkey FOREIGN KEY (training_data_id) REFERENCES public.ai_training_data(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment_audit_log
    ADD CONSTRAINT payment_audit_log_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.payment_audit_log
    ADD CONSTRAINT payment_audit_log_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.payment_credentials
    ADD CONSTRAINT payment_credentials_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.payment_credentials
    ADD CONSTRAINT payment_credentials_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment_credentials
    ADD CONSTRAINT payment_credentials_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.payment_disputes
    ADD CONSTRAINT payment_disputes_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.payment_providers(id);

ALTER TABLE ONLY public.payment_disputes
    ADD CONSTRAINT payment_disputes_transaction_id_fkey FOREIGN KEY (transaction_id) REFERENCES public.payment_transactions(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.payment_fee_splits
    ADD CONSTRAINT payment_fee_splits_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.payment_fee_splits
    ADD CONSTRAINT payment_fee_splits_transaction_id_fkey FOREIGN KEY (transaction_id) REFERENCES public.payment_transactions(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.payment_idempotency_keys
    ADD CONSTRAINT payment_idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment_methods
    ADD CONSTRAINT payment_methods_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.payment_providers(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.payment_methods
    ADD CONSTRAINT payment_methods_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment_methods
    ADD CONSTRAINT payment_methods_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment_metrics
    ADD CONSTRAINT payment_metrics_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.payment_providers(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment_refunds
    ADD CONSTRAINT payment_refunds_initiated_by_fkey FOREIGN KEY (initiated_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.payment_refunds
    ADD CONSTRAINT payment_refunds_original_transaction_id_fkey FOREIGN KEY (original_transaction_id) REFERENCES public.payment_transactions(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.payment_refunds
    ADD CONSTRAINT payment_refunds_refund_transaction_id_fkey FOREIGN KEY (refund_transaction_id) REFERENCES public.payment_transactions(id);

ALTER TABLE ONLY public.payment_settlements
    ADD CONSTRAINT payment_settlements_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.payment_providers(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.payment_subscriptions
    ADD CONSTRAINT payment_subscriptions_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.payment_providers(id);

ALTER TABLE ONLY public.payment_subscriptions
    ADD CONSTRAINT payment_subscriptions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment_transactions
    ADD CONSTRAINT payment_transactions_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.payment_transactions
    ADD CONSTRAINT payment_transactions_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.payment_providers(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.payment_transactions
    ADD CONSTRAINT payment_transactions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.payment_webhook_routes
    ADD CONSTRAINT payment_webhook_routes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.payment_webhooks
    ADD CONSTRAINT payment_webhooks_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.payment_providers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.price_history
    ADD CONSTRAINT price_history_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.pricing_rules
    ADD CONSTRAINT pricing_rules_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.promotion_usage
    ADD CONSTRAINT promotion_usage_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.promotion_usage
    ADD CONSTRAINT promotion_usage_promotion_id_fkey FOREIGN KEY (promotion_id) REFERENCES public.promotions(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.promotion_usage
    ADD CONSTRAINT promotion_usage_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.promotions
    ADD CONSTRAINT promotions_created_by_user_id_fkey FOREIGN KEY (created_by_user_id) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.promotions
    ADD CONSTRAINT promotions_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.promotions
    ADD CONSTRAINT promotions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.purchase_order_items
    ADD CONSTRAINT purchase_order_items_purchase_order_id_fkey FOREIGN KEY (purchase_order_id) REFERENCES public.purchase_orders(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.purchase_orders
    ADD CONSTRAINT purchase_orders_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.purchase_orders
    ADD CONSTRAINT purchase_orders_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.purchase_orders
    ADD CONSTRAINT purchase_orders_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES public.provincial_suppliers(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.purchase_orders
    ADD CONSTRAINT purchase_orders_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.recommendation_metrics
    ADD CONSTRAINT recommendation_metrics_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES public.product_recommendations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.shelf_locations
    ADD CONSTRAINT shelf_locations_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.staff_delivery_status
    ADD CONSTRAINT staff_delivery_status_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.store_ai_agents
    ADD CONSTRAINT store_ai_agents_personality_id_fkey FOREIGN KEY (personality_id) REFERENCES public.ai_personalities(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.store_ai_agents
    ADD CONSTRAINT store_ai_agents_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.store_settings
    ADD CONSTRAINT store_settings_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.stores
    ADD CONSTRAINT stores_province_territory_id_fkey FOREIGN KEY (province_territory_id) REFERENCES public.provinces_territories(id);

ALTER TABLE ONLY public.stores
    ADD CONSTRAINT stores_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.provincial_suppliers
    ADD CONSTRAINT suppliers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.tax_rates
    ADD CONSTRAINT tax_rates_province_territory_id_fkey FOREIGN KEY (province_territory_id) REFERENCES public.provinces_territories(id);

ALTER TABLE ONLY public.tax_rates
    ADD CONSTRAINT tax_rates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.tenant_payment_providers
    ADD CONSTRAINT tenant_payment_providers_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.payment_providers(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.tenant_payment_providers
    ADD CONSTRAINT tenant_payment_providers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.token_blacklist
    ADD CONSTRAINT token_blacklist_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.translation_batch_items
    ADD CONSTRAINT translation_batch_items_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES public.translation_batches(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.translation_overrides
    ADD CONSTRAINT translation_overrides_translation_id_fkey FOREIGN KEY (translation_id) REFERENCES public.translations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.unsubscribe_list
    ADD CONSTRAINT unsubscribe_list_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES public.broadcasts(id);

ALTER TABLE ONLY public.user_addresses
    ADD CONSTRAINT user_addresses_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_login_logs
    ADD CONSTRAINT user_login_logs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_login_logs
    ADD CONSTRAINT user_login_logs_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_payment_methods
    ADD CONSTRAINT user_payment_methods_payment_method_id_fkey FOREIGN KEY (payment_method_id) REFERENCES public.payment_methods(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_payment_methods
    ADD CONSTRAINT user_payment_methods_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_payment_methods
    ADD CONSTRAINT user_payment_methods_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_permissions
    ADD CONSTRAINT user_permissions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_permissions
    ADD CONSTRAINT user_permissions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_sessions
    ADD CONSTRAINT user_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_store_id_fkey FOREIGN KEY (store_id) REFERENCES public.stores(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE SET NULL;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accessories_catalog TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accessory_categories TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.age_verification_logs TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agi_audit_aggregates TO weedgo_app;

GRANT USAGE ON SEQUENCE public.agi_audit_aggregates_id_seq TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agi_audit_alerts TO weedgo_app;

GRANT USAGE ON SEQUENCE public.agi_audit_alerts_id_seq TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agi_audit_logs TO weedgo_app;

GRANT USAGE ON SEQUENCE public.agi_audit_logs_id_seq TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agi_rate_limit_buckets TO weedgo_app;

GRANT USAGE ON SEQUENCE public.agi_rate_limit_buckets_id_seq TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agi_rate_limit_rules TO weedgo_app;

GRANT USAGE ON SEQUENCE public.agi_rate_limit_rules_id_seq TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agi_rate_limit_violations TO weedgo_app;

GRANT USAGE ON SEQUENCE public.agi_rate_limit_violations_id_seq TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ai_conversations TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ai_personalities TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ai_training_data TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.api_keys TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.asn_import_staging TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.audit_log TO weedgo_app;

GRANT USAGE ON SEQUENCE public.audit_log_id_seq TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_tokens TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batch_tracking TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.broadcast_audit_logs TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.broadcast_messages TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.broadcast_recipients TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.broadcast_segments TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.broadcasts TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.bundle_deals TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cart_sessions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.chat_interactions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.checkout_sessions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.communication_analytics TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.communication_logs TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.communication_preferences TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conversation_states TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conversion_metrics TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customer_pricing_rules TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customer_reviews TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.deliveries TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery_batches TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery_events TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery_geofences TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery_tracking TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery_zones TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.discount_codes TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.discount_usage TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dynamic_pricing_rules TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.holidays TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.inventory_locations TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.legacy_schema_versions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.location_access_log TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.location_assignments_log TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.message_templates TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.model_deployments TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.model_metrics TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.model_versions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ocs_inventory TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ocs_inventory_logs TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ocs_inventory_movements TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ocs_inventory_reservations TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ocs_inventory_snapshots TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ocs_inventory_transactions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ocs_product_catalog TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.order_items TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.order_status_history TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.otp_codes TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.otp_rate_limits TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.parameter_accuracy TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_audit_log TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_credentials TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_disputes TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_fee_splits TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_idempotency_keys TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_methods TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_metrics TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_provider_health_metrics TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_providers TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_refunds TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_settlements TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_subscriptions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_transactions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_webhook_routes TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payment_webhooks TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.price_history TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.price_tiers TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pricing_rules TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.product_ratings TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.product_recommendations TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.profiles TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.promotion_usage TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.promotions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provinces_territories TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provincial_suppliers TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.purchase_order_items TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.purchase_orders TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.push_subscriptions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.user_login_logs TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.users TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.recent_login_activity TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.recommendation_metrics TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.review_attributes TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.review_media TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.review_summary_view TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.review_votes TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.role_permissions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.shelf_locations TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.skip_words TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.staff_delivery_status TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.store_ai_agents TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.store_settings TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stores TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.supported_languages TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.system_settings TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tax_rates TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tenant_payment_providers TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tenants TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.token_blacklist TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_examples TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_sessions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.translation_batch_items TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.translation_batches TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.translation_overrides TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.translations TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.unsubscribe_list TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.user_addresses TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.user_payment_methods TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.user_permissions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.user_sessions TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_auth_logs TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_profiles TO weedgo_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.wishlist TO weedgo_app;

ALTER DEFAULT PRIVILEGES FOR ROLE weedgo_owner GRANT USAGE ON SEQUENCES  TO weedgo_app;

ALTER DEFAULT PRIVILEGES FOR ROLE weedgo_owner GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO weedgo_app;

\unrestrict legacy
