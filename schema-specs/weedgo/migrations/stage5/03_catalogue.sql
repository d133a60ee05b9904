-- Stage 5, functions: catalogue, reviews, wishlists.

create or replace function generate_product_slug(
    p_brand text, p_product_name text, p_sub_category text, p_size text, p_colour text) returns text
    language sql immutable
    set search_path = pg_catalog, public, pg_temp
as $$
    select trim(both '-' from regexp_replace(
        lower(concat_ws('-', nullif(trim(p_brand), ''), nullif(trim(p_product_name), ''), nullif(trim(p_sub_category), ''),
                        nullif(trim(p_size), ''), nullif(trim(p_colour), ''))),
        '[^a-z0-9]+', '-', 'g'));
$$;

-- Moves updated_at, and gives a product that has none a slug.
create or replace function update_product_catalog_updated_at() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.updated_at := current_timestamp;
    new.slug := coalesce(
        new.slug,
        nullif(generate_product_slug(new.brand, new.product_name, new.sub_category, new.size, new.colour), ''));
    return new;
end
$$;

-- Brings product_ratings up to date for the product of a review, or for both where a review has changed its product, and
-- the catalogue with it. Only what is approved counts.
create or replace function update_product_rating() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
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

-- A purchase is verified where an order of that user has the product; nobody can say so of himself.
create or replace function validate_verified_purchase() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
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

create or replace function update_review_vote_counts() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
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

create or replace function refresh_review_summary() returns void
    language sql
    set search_path = pg_catalog, public, pg_temp
as $$
    refresh materialized view review_summary_view;
$$;

-- What a customer wishes for: how much of it is urgent (priority 2 and more), cheaper than usual, or not to be had.
create or replace function get_wishlist_stats(p_customer_id uuid)
    returns table (
        total_items integer, high_priority_items integer, on_sale_items integer, out_of_stock_items integer,
        total_value numeric)
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
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
