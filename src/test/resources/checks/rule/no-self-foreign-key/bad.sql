-- EXPECT: FAILED rule/no-self-foreign-key categories.categories_id_fkey
create table categories (id bigint primary key references categories (id), parent_id bigint references categories (id));
