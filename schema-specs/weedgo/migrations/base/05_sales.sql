-- Carts, checkouts, orders; prices, promotions and taxes.

create table cart_sessions (
    id               uuid primary key default gen_random_uuid(),
    session_id       varchar(255) not null unique,
    user_id          uuid references users (id) on delete set null,
    store_id         uuid references stores (id) on delete cascade,
    items            jsonb not null default '[]',
    subtotal         numeric(10,2) not null default 0,
    expires_at       timestamp,
    created_at       timestamp not null default current_timestamp,
    updated_at       timestamp not null default current_timestamp
);

create table orders (
    id               uuid primary key default gen_random_uuid(),
    tenant_id        uuid not null references tenants (id) on delete restrict,
    store_id         uuid not null references stores (id) on delete restrict,
    user_id          uuid references users (id) on delete set null,
    order_number     varchar(50) not null unique,
    status           varchar(50) not null default 'pending',
    payment_status   varchar(50) not null default 'unpaid',
    subtotal         numeric(10,2) not null check (subtotal >= 0),
    tax_amount       numeric(10,2) not null default 0 check (tax_amount >= 0),
    total_amount     numeric(10,2) not null check (total_amount >= 0),
    delivery_address jsonb,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now()
);

create index ix_orders_tenant_created on orders (tenant_id, created_at desc);
create index ix_orders_store_status on orders (store_id, status);
create index ix_orders_user on orders (user_id, created_at desc);

create table order_items (
    id         uuid primary key default gen_random_uuid(),
    order_id   uuid not null references orders (id) on delete cascade,
    sku        varchar(255) not null,
    quantity   integer not null check (quantity > 0),
    unit_price numeric(10,2) not null check (unit_price >= 0),
    line_total numeric(10,2) not null check (line_total >= 0)
);

create index ix_order_items_order on order_items (order_id);
create index ix_order_items_sku on order_items (sku);

create table order_status_history (
    id         uuid primary key default gen_random_uuid(),
    order_id   uuid not null references orders (id) on delete cascade,
    changed_by uuid references users (id) on delete set null
);

create table checkout_sessions (
    id             uuid primary key default gen_random_uuid(),
    tenant_id      uuid not null references tenants (id) on delete cascade,
    store_id       uuid not null references stores (id) on delete cascade,
    cart_id        uuid references cart_sessions (id) on delete set null,
    user_id        uuid references users (id) on delete set null,
    status         varchar(20) not null default 'open' check (status in ('open', 'completed', 'expired')),
    subtotal       numeric(10,2) not null default 0 check (subtotal >= 0),
    taxes          jsonb not null default '{}',
    expires_at     timestamp not null,
    created_at     timestamp not null default current_timestamp,
    updated_at     timestamp not null default current_timestamp
);

create index ix_checkout_sessions_tenant on checkout_sessions (tenant_id, status);
create index ix_checkout_sessions_store on checkout_sessions (store_id);
create index ix_checkout_sessions_cart on checkout_sessions (cart_id);
create index ix_checkout_sessions_user on checkout_sessions (user_id);
create index ix_checkout_sessions_open on checkout_sessions (expires_at) where status = 'open';

create table tax_rates (
    id                    uuid primary key default gen_random_uuid(),
    province_territory_id uuid not null references provinces_territories (id),
    category              varchar(100),
    effective_from        date not null default current_date,
    is_active             boolean not null default true,
    created_at            timestamptz not null default now()
);

create index ix_tax_rates_province on tax_rates (province_territory_id, effective_from);

create table price_tiers (
    id                  uuid primary key default gen_random_uuid(),
    discount_percentage numeric(5,2) not null default 0 check (discount_percentage between 0 and 100),
    created_at          timestamp not null default current_timestamp
);

create table customer_pricing_rules (
    id          uuid primary key default gen_random_uuid(),
    customer_id uuid references profiles (id) on delete cascade,
    created_at  timestamp not null default current_timestamp
);

create index ix_customer_pricing_rules_customer on customer_pricing_rules (customer_id);

create table pricing_rules (
    id                uuid primary key default gen_random_uuid(),
    store_id          uuid not null references stores (id) on delete cascade,
    category          varchar(100) not null,
    markup_percentage numeric(5,2) not null default 25,
    created_at        timestamp not null default current_timestamp
);

create table dynamic_pricing_rules (
    id         uuid primary key default gen_random_uuid(),
    conditions jsonb not null default '{}',
    created_at timestamp not null default current_timestamp
);

create table price_history (
    id         uuid primary key default gen_random_uuid(),
    old_price  numeric(10,2),
    new_price  numeric(10,2) not null,
    changed_by uuid references users (id) on delete set null
);

create table bundle_deals (
    id           uuid primary key default gen_random_uuid(),
    bundle_price numeric(10,2) check (bundle_price >= 0),
    created_at   timestamp not null default current_timestamp
);

create table promotions (
    id          uuid primary key default gen_random_uuid(),
    store_id    uuid references stores (id) on delete cascade,
    code        varchar(50),
    name        varchar(200) not null,
    description text,
    type        varchar(50) not null,
    start_date  timestamp not null default current_timestamp,
    end_date    timestamp,
    times_used  integer not null default 0 check (times_used >= 0),
    created_at  timestamp not null default current_timestamp,
    updated_at  timestamp not null default current_timestamp
);

create table promotion_usage (
    id              uuid primary key default gen_random_uuid(),
    promotion_id    uuid not null references promotions (id) on delete cascade,
    order_id        uuid references orders (id) on delete set null,
    discount_amount numeric(10,2) not null check (discount_amount >= 0),
    used_at         timestamp not null default current_timestamp
);

create index ix_promotion_usage_promotion on promotion_usage (promotion_id);
create index ix_promotion_usage_order on promotion_usage (order_id);

create table discount_codes (
    id             uuid primary key default gen_random_uuid(),
    code           varchar(50) not null unique,
    discount_type  varchar(20) not null,
    discount_value numeric(10,2) not null check (discount_value >= 0),
    valid_from     timestamp not null default current_timestamp,
    valid_until    timestamp,
    created_at     timestamp not null default current_timestamp
);

create table discount_usage (
    id               uuid primary key default gen_random_uuid(),
    discount_code_id uuid not null references discount_codes (id) on delete cascade,
    user_id          uuid references users (id) on delete set null,
    order_id         uuid references orders (id) on delete set null,
    discount_amount  numeric(10,2) not null check (discount_amount >= 0)
);

-- What customers thought of what they ordered. refresh_review_summary() brings it up to date.
create materialized view review_summary_view as
select order_items.sku,
       count(*)                                    as review_count,
       round(avg(customer_reviews.rating), 2)      as average_rating,
       max(customer_reviews.created_at)            as last_review_at
from customer_reviews
join order_items on order_items.order_id = customer_reviews.order_id
group by order_items.sku;
