create type user_role as enum ('admin', 'customer');
create table users (id int primary key, role user_role not null);
create table wishlists (user_id int, item int, constraint unique_wishlist_item unique (user_id, item));
