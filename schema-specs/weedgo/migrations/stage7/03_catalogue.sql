-- Stage 7, indexes: catalogue and reviews.

create index concurrently if not exists idx_ocs_product_catalog_variant_lower on ocs_product_catalog (lower(trim(ocs_variant_number)));
create index concurrently if not exists idx_product_catalog_ocs on ocs_product_catalog (ocs_variant_number);
create index concurrently if not exists idx_product_catalog_ocs_brand on ocs_product_catalog (brand);
create index concurrently if not exists idx_product_catalog_ocs_category on ocs_product_catalog (category);
create index concurrently if not exists idx_product_catalog_ocs_rating on ocs_product_catalog (rating desc) where rating is not null;
create index concurrently if not exists idx_product_catalog_ocs_rating_count on ocs_product_catalog (rating_count desc) where rating_count > 0;
create index concurrently if not exists idx_product_catalog_ocs_slug on ocs_product_catalog (slug);
create index concurrently if not exists idx_product_catalog_ocs_strain_type on ocs_product_catalog (strain_type);
create index concurrently if not exists idx_products_brand on ocs_product_catalog (brand);
create index concurrently if not exists idx_products_category on ocs_product_catalog (category);
create index concurrently if not exists idx_products_name on ocs_product_catalog (product_name);
create index concurrently if not exists idx_products_plant_type on ocs_product_catalog (plant_type);
create index concurrently if not exists idx_products_price on ocs_product_catalog (unit_price);
create index concurrently if not exists idx_products_subcategory on ocs_product_catalog (sub_category);
create unique index concurrently if not exists uk_product_catalog_ocs_variant on ocs_product_catalog (ocs_variant_number);

create index concurrently if not exists idx_product_ratings_avg_rating on product_ratings (average_rating desc);

create index concurrently if not exists idx_reviews_helpful on customer_reviews (helpful_count desc);
create index concurrently if not exists idx_reviews_order on customer_reviews (order_id);
create index concurrently if not exists idx_reviews_status_created on customer_reviews (status, created_at desc);
create index concurrently if not exists idx_reviews_user on customer_reviews (user_id);
create index concurrently if not exists idx_reviews_variant_rating on customer_reviews (sku, rating);

create index concurrently if not exists idx_attributes_review on review_attributes (review_id);
create unique index concurrently if not exists pk_review_attributes on review_attributes (review_id, attribute_name);

create index concurrently if not exists idx_media_order on review_media (review_id, display_order);
create index concurrently if not exists idx_media_review on review_media (review_id);

create index concurrently if not exists idx_votes_review on review_votes (review_id);
create index concurrently if not exists idx_votes_user on review_votes (user_id);
create unique index concurrently if not exists unique_user_review_vote on review_votes (review_id, user_id);

create index concurrently if not exists idx_wishlist_added_at on wishlist (added_at desc);
create index concurrently if not exists idx_wishlist_customer on wishlist (customer_id);
create index concurrently if not exists idx_wishlist_priority on wishlist (priority desc);
create index concurrently if not exists idx_wishlist_store on wishlist (store_id);
create unique index concurrently if not exists unique_wishlist_item on wishlist (customer_id, product_id, store_id);

create index concurrently if not exists idx_recommendations_product on product_recommendations (product_id);
create index concurrently if not exists idx_recommendations_type on product_recommendations (recommendation_type);
create unique index concurrently if not exists product_recommendations_product_id_recommended_product_id_r_key on product_recommendations (product_id, recommended_product_id, recommendation_type);
