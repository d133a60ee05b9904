-- What is said in which language.

create table supported_languages (
    id          uuid primary key default gen_random_uuid(),
    native_name varchar(100),
    is_active   boolean not null default true,
    created_at  timestamp not null default current_timestamp
);

create table translations (
    id         uuid primary key default gen_random_uuid(),
    context    varchar(255),
    created_at timestamp not null default current_timestamp,
    updated_at timestamp not null default current_timestamp
);

create table translation_overrides (
    id         uuid primary key default gen_random_uuid(),
    created_at timestamp not null default current_timestamp
);

create table translation_batches (
    id           uuid primary key default gen_random_uuid(),
    status       varchar(50) not null default 'pending',
    failed_items integer not null default 0,
    created_at   timestamp not null default current_timestamp,
    completed_at timestamp
);

create table translation_batch_items (
    id              uuid primary key default gen_random_uuid(),
    batch_id        uuid not null references translation_batches (id) on delete cascade,
    source_text     text not null,
    translated_text text,
    created_at      timestamp not null default current_timestamp
);
