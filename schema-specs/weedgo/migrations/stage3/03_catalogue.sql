-- Stage 3, columns: catalogue and reviews.

alter table ocs_product_catalog
    add column if not exists ocs_variant_number                varchar(255) not null,
    add column if not exists battery_type                      varchar(255),
    add column if not exists carrier_oil                       varchar(255),
    add column if not exists cbd_content_per_unit              numeric(10,2),
    add column if not exists cbd_content_per_volume            numeric(10,2),
    add column if not exists colour                            varchar(255),
    add column if not exists compatibility                     text,
    add column if not exists craft                             varchar(255),
    add column if not exists delivery_tier                     varchar(255),
    add column if not exists dried_flower_cannabis_equivalency numeric(10,2),
    add column if not exists drying_method                     varchar(255),
    add column if not exists eaches_per_inner_pack             integer,
    add column if not exists eaches_per_master_case            integer,
    add column if not exists extraction_process                varchar(255),
    add column if not exists food_allergens                    text,
    add column if not exists fulfilment_method                 varchar(255),
    add column if not exists grow_medium                       varchar(255),
    add column if not exists grow_method                       varchar(255),
    add column if not exists grow_region                       varchar(255),
    add column if not exists growing_method                    varchar(255),
    add column if not exists gtin                              bigint,
    add column if not exists heating_element_type              varchar(255),
    add column if not exists inventory_status                  varchar(255),
    add column if not exists maximum_cbd_content_percent       numeric(10,2),
    add column if not exists maximum_thc_content_percent       numeric(10,2),
    add column if not exists minimum_cbd_content_percent       numeric(10,2),
    add column if not exists minimum_thc_content_percent       numeric(10,2),
    add column if not exists net_weight                        numeric(10,2),
    add column if not exists number_of_items_in_retail_pack    integer,
    add column if not exists ocs_item_number                   integer,
    add column if not exists ontario_grown                     varchar(255),
    add column if not exists pack_size                         integer,
    add column if not exists physical_dimension_depth          numeric(10,2),
    add column if not exists physical_dimension_height         numeric(10,2),
    add column if not exists physical_dimension_volume         numeric(10,2),
    add column if not exists physical_dimension_weight         numeric(10,2),
    add column if not exists physical_dimension_width          numeric(10,2),
    add column if not exists plant_type                        varchar(255),
    add column if not exists product_long_description          text,
    add column if not exists product_short_description         varchar(500),
    add column if not exists rating                            numeric(3,2),
    add column if not exists rating_count                      integer default 0,
    add column if not exists rechargeable_battery              boolean,
    add column if not exists removable_battery                 boolean,
    add column if not exists replacement_parts_available       boolean,
    add column if not exists size                              varchar(255),
    add column if not exists slug                              varchar(500),
    add column if not exists stock_status                      varchar(255),
    add column if not exists storage_criteria                  text,
    add column if not exists strain_type                       varchar(255),
    add column if not exists street_name                       varchar(255),
    add column if not exists sub_category                      varchar(255),
    add column if not exists sub_sub_category                  varchar(255),
    add column if not exists supplier_name                     varchar(255),
    add column if not exists temperature_control               varchar(100),
    add column if not exists temperature_display               varchar(100),
    add column if not exists terpenes                          text,
    add column if not exists thc_content_per_unit              numeric(10,2),
    add column if not exists thc_content_per_volume            numeric(10,2),
    add column if not exists trimming_method                   varchar(255),
    add column if not exists unit_of_measure                   varchar(255),
    add column if not exists unit_price                        numeric(10,2),
    add column if not exists updated_at                        timestamptz;

alter table product_ratings
    add column if not exists sku                     varchar(255) primary key,
    add column if not exists created_at              timestamptz default current_timestamp,
    add column if not exists rating_distribution     jsonb default '{"1": 0, "2": 0, "3": 0, "4": 0, "5": 0}',
    add column if not exists recommended_percentage  numeric(5,2) default 0.00,
    add column if not exists total_reviews           integer default 0,
    add column if not exists verified_purchase_count integer default 0;

alter table customer_reviews
    add column if not exists sku            varchar(255) not null,
    add column if not exists is_recommended boolean default true,
    add column if not exists status         varchar(20) default 'pending';

alter table review_attributes
    add column if not exists attribute_value varchar(100),
    add column if not exists rating          integer;

alter table review_media
    add column if not exists caption varchar(500);

alter table wishlist
    add column if not exists customer_id uuid not null,
    add column if not exists product_id  uuid not null,
    add column if not exists store_id    uuid not null,
    add column if not exists priority    integer default 0;

alter table product_recommendations
    add column if not exists product_id             varchar(100) not null,
    add column if not exists recommended_product_id varchar(100) not null,
    add column if not exists active                 boolean default true,
    add column if not exists based_on               varchar(50),
    add column if not exists click_through_rate     numeric(5,4) default 0,
    add column if not exists conversion_rate        numeric(5,4) default 0,
    add column if not exists revenue_impact         numeric(10,2) default 0,
    add column if not exists updated_at             timestamp default current_timestamp;

alter table recommendation_metrics
    add column if not exists customer_id uuid,
    add column if not exists event_type  varchar(50),
    add column if not exists event_value numeric(10,2),
    add column if not exists session_id  varchar(100);

alter table skip_words
    add column if not exists active boolean default true;
