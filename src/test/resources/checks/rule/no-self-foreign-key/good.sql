create table categories (id bigint primary key, parent_id bigint references categories (id));
