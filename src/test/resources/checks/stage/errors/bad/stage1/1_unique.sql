-- The base has no such constraint, so that nothing is refused.
-- EXPECT: FAILED stage/errors wishlists: 42P07 or 42710 of unique_wishlist_item
alter table wishlists add constraint unique_wishlist_item unique (user_id, item);
