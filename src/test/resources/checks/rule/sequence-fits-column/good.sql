create table orders (id bigserial primary key, position bigint generated always as identity);
