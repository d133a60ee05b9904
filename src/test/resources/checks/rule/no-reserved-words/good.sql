create table users (id bigint primary key, value text, "Order" text, name text);
