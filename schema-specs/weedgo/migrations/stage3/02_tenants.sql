-- Stage 3, columns: tenants, users, settings.
--
-- A mandatory column without a default goes into an empty table only: PostgreSQL refuses it where there are rows, and the
-- stage then leaves everything as it was. Such rows need a value that only their owner knows.

alter table provinces_territories
    add column if not exists type             varchar(20) not null,
    add column if not exists delivery_allowed boolean default true,
    add column if not exists license_prefix   varchar(10),
    add column if not exists min_age          integer default 19,
    add column if not exists pickup_allowed   boolean default true,
    add column if not exists regulatory_body  varchar(255),
    add column if not exists settings         jsonb default '{}';

alter table profiles
    add column if not exists address                  text,
    add column if not exists city                     varchar(100),
    add column if not exists country                  varchar(100) default 'USA',
    add column if not exists customer_type            varchar(50) default 'regular',
    add column if not exists date_of_birth            date,
    add column if not exists experience_level         varchar(50),
    add column if not exists first_name               varchar(100),
    add column if not exists interaction_count        integer default 0,
    add column if not exists is_verified              boolean default false,
    add column if not exists language                 varchar(10) default 'en',
    add column if not exists last_interaction         timestamp,
    add column if not exists last_name                varchar(100),
    add column if not exists last_order_date          timestamp,
    add column if not exists marketing_consent        boolean default false,
    add column if not exists medical_conditions       jsonb default '[]',
    add column if not exists needs                    jsonb default '[]',
    add column if not exists notes                    text,
    add column if not exists order_count              integer default 0,
    add column if not exists payment_methods          jsonb default '[]',
    add column if not exists phone                    varchar(50),
    add column if not exists postal_code              varchar(20),
    add column if not exists preferred_categories     jsonb default '[]',
    add column if not exists preferred_effects        jsonb default '[]',
    add column if not exists preferred_payment_method varchar(50),
    add column if not exists price_range              jsonb,
    add column if not exists purchase_history         jsonb default '[]',
    add column if not exists sms_consent              boolean default false,
    add column if not exists state                    varchar(50),
    add column if not exists tags                     jsonb default '[]',
    add column if not exists timezone                 varchar(50),
    add column if not exists total_spent              numeric(12,2) default 0;

alter table user_addresses
    add column if not exists province_state  varchar(100) not null,
    add column if not exists address_type    varchar(50) default 'delivery',
    add column if not exists is_validated    boolean default false,
    add column if not exists phone_number    varchar(50),
    add column if not exists unit_number     varchar(50),
    add column if not exists validation_data jsonb;

alter table role_permissions
    add column if not exists resource_type varchar(50) not null,
    add column if not exists granted       boolean default true;

alter table api_keys
    add column if not exists active         boolean default true,
    add column if not exists allowed_stores text[],
    add column if not exists description    text,
    add column if not exists last_used      timestamp,
    add column if not exists name           varchar(255),
    add column if not exists tenant_id      uuid,
    add column if not exists updated_at     timestamp default current_timestamp;

alter table auth_tokens
    add column if not exists is_used  boolean default false,
    add column if not exists metadata jsonb default '{}',
    add column if not exists used_at  timestamp;

alter table token_blacklist
    add column if not exists token_id   varchar(255) not null,
    add column if not exists created_at timestamp default current_timestamp,
    add column if not exists user_id    uuid;

alter table user_sessions
    add column if not exists last_activity timestamp default current_timestamp;

alter table user_login_logs
    add column if not exists city               varchar(100),
    add column if not exists country            varchar(100),
    add column if not exists created_at         timestamptz default current_timestamp,
    add column if not exists device_fingerprint varchar(255),
    add column if not exists isp                varchar(200),
    add column if not exists latitude           numeric(10,8),
    add column if not exists longitude          numeric(11,8),
    add column if not exists postal_code        varchar(20),
    add column if not exists region             varchar(100),
    add column if not exists session_id         varchar(255),
    add column if not exists timezone           varchar(50);

alter table otp_codes
    add column if not exists code            varchar(10) not null,
    add column if not exists identifier      varchar(255) not null,
    add column if not exists identifier_type varchar(20) not null,
    add column if not exists purpose         varchar(50) not null,
    add column if not exists ip_address      varchar(45),
    add column if not exists user_agent      text,
    add column if not exists verified        boolean default false;

alter table otp_rate_limits
    add column if not exists identifier       varchar(255) not null,
    add column if not exists identifier_type  varchar(20) not null,
    add column if not exists blocked_until    timestamp,
    add column if not exists created_at       timestamp default current_timestamp,
    add column if not exists first_request_at timestamp default current_timestamp,
    add column if not exists last_request_at  timestamp default current_timestamp;

alter table audit_log
    add column if not exists resource_id varchar(255),
    add column if not exists store_id    uuid,
    add column if not exists success     boolean default true,
    add column if not exists tenant_id   uuid;

alter table location_access_log
    add column if not exists accuracy   numeric(10,2),
    add column if not exists latitude   numeric(10,8),
    add column if not exists longitude  numeric(11,8),
    add column if not exists metadata   jsonb,
    add column if not exists store_id   uuid,
    add column if not exists user_agent text;

alter table age_verification_logs
    add column if not exists age_info    jsonb not null,
    add column if not exists verified    boolean not null,
    add column if not exists "timestamp" timestamp default current_timestamp,
    add column if not exists session_id  varchar(255);

alter table voice_profiles
    add column if not exists voice_embedding  text not null,
    add column if not exists age_verification jsonb default '{}',
    add column if not exists metadata         jsonb default '{}';

alter table voice_auth_logs
    add column if not exists success     boolean not null,
    add column if not exists "timestamp" timestamp default current_timestamp,
    add column if not exists age_info    jsonb default '{}',
    add column if not exists user_agent  text;

alter table store_settings
    add column if not exists category varchar(100) not null;

alter table holidays
    add column if not exists date_type               varchar(20) not null,
    add column if not exists holiday_type            varchar(20) not null,
    add column if not exists calculation_rule        varchar(100),
    add column if not exists fixed_day               integer,
    add column if not exists fixed_month             integer,
    add column if not exists floating_rule           jsonb,
    add column if not exists is_bank_holiday         boolean default true,
    add column if not exists typical_business_impact varchar(20),
    add column if not exists updated_at              timestamp default current_timestamp;
