-- Stage 3, columns: carts, orders, prices, promotions.

alter table cart_sessions
    add column if not exists ai_personality_id uuid,
    add column if not exists delivery_fee      numeric(10,2) default 0.00,
    add column if not exists discount_codes    jsonb default '[]',
    add column if not exists status            varchar(50) default 'active',
    add column if not exists tax_calculation   jsonb,
    add column if not exists tenant_id         uuid,
    add column if not exists user_profile_id   uuid;

alter table order_status_history
    add column if not exists status     varchar(50) not null,
    add column if not exists changed_at timestamp default current_timestamp,
    add column if not exists notes      text;

alter table tax_rates
    add column if not exists cannabis_excise_duty      numeric(10,2) default 0,
    add column if not exists effective_to              date,
    add column if not exists environmental_fee         numeric(10,2) default 0,
    add column if not exists excise_calculation_method varchar(50) default 'percentage',
    add column if not exists federal_tax_rate          numeric(5,4) default 0,
    add column if not exists provincial_tax_rate       numeric(5,4) default 0,
    add column if not exists recycling_fee             numeric(10,2) default 0,
    add column if not exists tenant_id                 uuid,
    add column if not exists updated_at                timestamptz default current_timestamp;

alter table price_tiers
    add column if not exists name               varchar(100) not null,
    add column if not exists active             boolean default true,
    add column if not exists customer_type      varchar(50),
    add column if not exists description        text,
    add column if not exists min_monthly_volume numeric(10,2),
    add column if not exists min_order_value    numeric(10,2),
    add column if not exists priority           integer default 0,
    add column if not exists updated_at         timestamp default current_timestamp;

alter table customer_pricing_rules
    add column if not exists active                   boolean default true,
    add column if not exists category_discounts       jsonb,
    add column if not exists custom_markup_percentage numeric(5,2),
    add column if not exists early_payment_discount   numeric(5,2),
    add column if not exists negotiated_products      jsonb,
    add column if not exists payment_terms            varchar(50),
    add column if not exists price_tier_id            uuid,
    add column if not exists tenant_id                uuid,
    add column if not exists updated_at               timestamp default current_timestamp,
    add column if not exists volume_discounts         jsonb;

alter table pricing_rules
    add column if not exists sub_category     varchar(100),
    add column if not exists sub_sub_category varchar(100),
    add column if not exists updated_at       timestamp default current_timestamp;

alter table dynamic_pricing_rules
    add column if not exists name         varchar(200) not null,
    add column if not exists action_type  varchar(50),
    add column if not exists action_value numeric(10,2),
    add column if not exists active       boolean default true,
    add column if not exists category_ids text[],
    add column if not exists description  text,
    add column if not exists priority     integer default 0,
    add column if not exists product_ids  text[],
    add column if not exists trigger_type varchar(50),
    add column if not exists updated_at   timestamp default current_timestamp;

alter table price_history
    add column if not exists product_id varchar(100) not null,
    add column if not exists changed_at timestamp default current_timestamp;

alter table bundle_deals
    add column if not exists name                varchar(200) not null,
    add column if not exists active              boolean default true,
    add column if not exists allow_substitutions boolean default false,
    add column if not exists bundle_type         varchar(50),
    add column if not exists description         text,
    add column if not exists discount_percentage numeric(5,2),
    add column if not exists end_date            timestamp,
    add column if not exists max_quantity        integer,
    add column if not exists min_quantity        integer default 1,
    add column if not exists optional_products   jsonb,
    add column if not exists require_all_items   boolean default true,
    add column if not exists required_products   jsonb,
    add column if not exists start_date          timestamp,
    add column if not exists updated_at          timestamp default current_timestamp;

alter table promotions
    add column if not exists discount_type            varchar(20) not null,
    add column if not exists discount_value           numeric(10,2) not null,
    add column if not exists active                   boolean default true,
    add column if not exists applies_to               varchar(50) default 'all',
    add column if not exists brand_ids                text[],
    add column if not exists category_ids             text[],
    add column if not exists created_by_user_id       uuid,
    add column if not exists customer_tier_ids        text[],
    add column if not exists day_of_week              text[],
    add column if not exists exclude_product_ids      text[],
    add column if not exists first_time_customer_only boolean default false,
    add column if not exists hour_of_day              text[],
    add column if not exists is_continuous            boolean default false,
    add column if not exists max_discount_amount      numeric(10,2),
    add column if not exists min_purchase_amount      numeric(10,2),
    add column if not exists priority                 integer default 0,
    add column if not exists product_ids              text[],
    add column if not exists recurrence_type          varchar(20) default 'none',
    add column if not exists stackable                boolean default false,
    add column if not exists tenant_id                uuid,
    add column if not exists time_end                 time,
    add column if not exists time_start               time,
    add column if not exists timezone                 varchar(50) default 'America/Toronto',
    add column if not exists total_usage_limit        integer,
    add column if not exists usage_limit_per_customer integer;

alter table promotion_usage
    add column if not exists customer_id uuid,
    add column if not exists tenant_id   uuid;

alter table discount_codes
    add column if not exists customer_id      uuid,
    add column if not exists description      text,
    add column if not exists minimum_purchase numeric(10,2) default 0,
    add column if not exists order_id         uuid,
    add column if not exists promotion_id     uuid,
    add column if not exists tenant_id        uuid,
    add column if not exists used             boolean default false,
    add column if not exists used_at          timestamp;

alter table discount_usage
    add column if not exists used_at timestamptz default current_timestamp;
