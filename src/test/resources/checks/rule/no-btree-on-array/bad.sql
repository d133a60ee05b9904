-- EXPECT: FAILED rule/no-btree-on-array ix_posts_tags
create table posts (id bigint primary key, tags text[] not null);
create index ix_posts_tags on posts (tags);
