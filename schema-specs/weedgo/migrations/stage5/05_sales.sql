-- Stage 5, functions: discounts, prices, promotions, taxes, checkouts.

-- Uses up a discount code for a user, and says what it takes off. A code is good once: its row is locked, so that of two
-- checkouts at the same time only one gets it.
create or replace function apply_discount_code(
    p_code varchar, p_user_id uuid, p_subtotal numeric, p_tenant_id uuid) returns jsonb
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
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

-- Whether a promotion is on at a time of the session's clock, on the clock of the promotion's own time zone.
create or replace function is_promotion_active_now(
    p_id uuid, p_current_time timestamp default current_timestamp) returns boolean
    language plpgsql stable
    set search_path = pg_catalog, public, pg_temp
as $$
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

-- What one unit costs a customer: the best promotion that is on, and what tier and quantity take off. Each is a part of the
-- base price; together they take off no more than all of it.
create or replace function calculate_final_price(
    p_product_id varchar, p_quantity integer, p_customer_id uuid, p_tenant_id uuid)
    returns table (
        base_price numeric, tier_discount numeric, promo_discount numeric, volume_discount numeric, final_price numeric)
    language plpgsql stable
    set search_path = pg_catalog, public, pg_temp
as $$
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

-- Taxes of a checkout by the rates of its store's province, those of the tenant before those of all; they are kept with it.
create or replace function calculate_checkout_taxes(p_checkout_id uuid, p_subtotal numeric) returns jsonb
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
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

create or replace function expire_checkout_sessions() returns void
    language sql
    set search_path = pg_catalog, public, pg_temp
as $$
    update checkout_sessions set status = 'expired' where status = 'open' and expires_at < current_timestamp;
$$;

create or replace function update_checkout_session_timestamp() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;

create or replace function update_pricing_rules_updated_at() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;
