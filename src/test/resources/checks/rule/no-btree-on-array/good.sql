create table posts (id bigint primary key, tags text[] not null);
create index ix_posts_tags on posts using gin (tags);
