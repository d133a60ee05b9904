-- Stage 3, columns: languages.

alter table supported_languages
    add column if not exists code                varchar(10) not null,
    add column if not exists name                varchar(100) not null,
    add column if not exists coverage_percentage numeric(5,2) default 0.00,
    add column if not exists is_rtl              boolean default false;

alter table translations
    add column if not exists source_text      text not null,
    add column if not exists target_language  varchar(10) not null,
    add column if not exists translated_text  text not null,
    add column if not exists confidence_score numeric(3,2),
    add column if not exists is_cached        boolean default true,
    add column if not exists is_verified      boolean default false,
    add column if not exists last_used_at     timestamp default current_timestamp,
    add column if not exists model_version    varchar(50),
    add column if not exists namespace        varchar(100),
    add column if not exists source_language  varchar(10) default 'en',
    add column if not exists usage_count      integer default 1;

alter table translation_overrides
    add column if not exists override_text  text not null,
    add column if not exists created_by     varchar(255),
    add column if not exists is_active      boolean default true,
    add column if not exists reason         text,
    add column if not exists translation_id uuid,
    add column if not exists updated_at     timestamp default current_timestamp;

alter table translation_batches
    add column if not exists batch_key       varchar(255) not null,
    add column if not exists target_language varchar(10) not null,
    add column if not exists total_items     integer not null,
    add column if not exists completed_items integer default 0,
    add column if not exists metadata        jsonb,
    add column if not exists namespace       varchar(100),
    add column if not exists started_at      timestamp;

alter table translation_batch_items
    add column if not exists completed_at       timestamp,
    add column if not exists context            varchar(255),
    add column if not exists error_message      text,
    add column if not exists processing_time_ms integer,
    add column if not exists status             varchar(50) default 'pending';
