-- What is sold: cannabis from the provincial wholesaler (OCS), accessories, and what customers say about it.

create table ocs_product_catalog (
    id                uuid primary key default gen_random_uuid(),
    product_name      varchar(500) not null,
    brand             varchar(255),
    category          varchar(255),
    image_url         text,
    created_at        timestamptz not null default now()
);

create index ix_ocs_product_catalog_category_brand on ocs_product_catalog (category, brand);

create table accessory_categories (
    id            uuid primary key default gen_random_uuid(),
    parent_id     uuid references accessory_categories (id) on delete set null,
    slug          varchar(100) not null,
    name          varchar(100) not null,
    display_order integer not null default 0
);

create index ix_accessory_categories_parent on accessory_categories (parent_id);

create table accessories_catalog (
    id            uuid primary key default gen_random_uuid(),
    tenant_id     uuid not null references tenants (id) on delete cascade,
    category_id   uuid references accessory_categories (id) on delete set null,
    sku           varchar(100) not null,
    barcode       varchar(100),
    name          varchar(255) not null,
    brand         varchar(255),
    retail_price  numeric(10,2) not null default 0,
    quantity      integer not null default 0 check (quantity >= 0),
    is_active     boolean not null default true,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now()
);

create unique index ux_accessories_catalog_tenant_sku on accessories_catalog (tenant_id, sku);
create index ix_accessories_catalog_sku_lower on accessories_catalog (lower(sku));
create index ix_accessories_catalog_category on accessories_catalog (category_id);
create index ix_accessories_catalog_name on accessories_catalog (name);

create table product_ratings (
    average_rating  numeric(3,2) not null default 0,
    last_calculated timestamptz not null default now()
);

create table customer_reviews (
    id                   uuid primary key default gen_random_uuid(),
    user_id              uuid not null,
    order_id             uuid,
    rating               integer not null check (rating between 1 and 5),
    title                varchar(200),
    review_text          text,
    is_verified_purchase boolean not null default false,
    helpful_count        integer not null default 0,
    not_helpful_count    integer not null default 0,
    created_at           timestamptz not null default now(),
    updated_at           timestamptz not null default now()
);

create table review_attributes (
    id             uuid primary key default gen_random_uuid(),
    review_id      uuid not null,
    attribute_name varchar(50) not null
);

create table review_media (
    id            uuid primary key default gen_random_uuid(),
    review_id     uuid not null,
    media_type    varchar(20) not null,
    media_url     text not null,
    display_order integer not null default 0
);

create table review_votes (
    id         uuid primary key default gen_random_uuid(),
    review_id  uuid not null,
    user_id    uuid not null,
    vote_type  varchar(20) not null check (vote_type in ('helpful', 'not_helpful')),
    created_at timestamptz not null default now()
);

create table wishlist (
    id             uuid primary key default gen_random_uuid(),
    notes          text,
    notify_on_sale boolean not null default false,
    added_at       timestamp not null default current_timestamp
);

create table product_recommendations (
    id                  uuid primary key default gen_random_uuid(),
    recommendation_type varchar(50) not null,
    score               numeric(5,4) not null default 0,
    created_at          timestamp not null default current_timestamp
);

create table recommendation_metrics (
    id                uuid primary key default gen_random_uuid(),
    recommendation_id uuid references product_recommendations (id) on delete cascade,
    created_at        timestamp not null default current_timestamp
);

create index ix_recommendation_metrics_recommendation on recommendation_metrics (recommendation_id);

create table skip_words (
    id       uuid primary key default gen_random_uuid(),
    word     varchar(100) not null unique,
    language varchar(10) not null default 'en'
);
