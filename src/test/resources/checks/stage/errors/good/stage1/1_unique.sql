alter table wishlists add constraint unique_wishlist_item unique (user_id, item);
