-- Two unique constraints of stage 8 have no index in stage 7: they get theirs here, while the tables are read and written.

create unique index concurrently if not exists accessories_catalog_barcode_key on accessories_catalog (barcode);
create unique index concurrently if not exists accessory_categories_slug_key on accessory_categories (slug);
