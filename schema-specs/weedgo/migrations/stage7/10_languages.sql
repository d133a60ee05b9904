-- Stage 7, indexes: languages.

create index concurrently if not exists idx_translations_created on translations (created_at desc);
create index concurrently if not exists idx_translations_lookup on translations (source_text, target_language, context, namespace);
create index concurrently if not exists idx_translations_usage on translations (usage_count desc, last_used_at desc);
create index concurrently if not exists idx_translations_verified on translations (is_verified) where is_verified = true;
create unique index concurrently if not exists translations_source_text_source_language_target_language_co_key on translations (source_text, source_language, target_language, context, namespace);

create index concurrently if not exists idx_overrides_active on translation_overrides (is_active) where is_active = true;
create index concurrently if not exists idx_overrides_translation on translation_overrides (translation_id);

create unique index concurrently if not exists translation_batches_batch_key_key on translation_batches (batch_key);

create index concurrently if not exists idx_batch_items_batch on translation_batch_items (batch_id);
create index concurrently if not exists idx_batch_items_status on translation_batch_items (status);
