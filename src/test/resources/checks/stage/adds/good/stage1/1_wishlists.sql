create sequence wishlist_number;
create table wishlists (id int primary key, user_id int references users);
create index ix_wishlists_user on wishlists (user_id);
