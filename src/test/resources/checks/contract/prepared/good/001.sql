create table users (id bigint primary key, email text not null, name text not null);
grant select, update on users to shop_app;
