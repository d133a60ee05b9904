-- Another error than the one that is declared.
-- EXPECT: FAILED migration/applies wishlists
-- EXPECT: UNVERIFIED stage/errors wishlists: 42P07 or 42710 of unique_wishlist_item
-- EXPECT: UNVERIFIED stage/survives base
-- EXPECT: UNVERIFIED stage/survives wishlists
-- EXPECT: UNVERIFIED schema/exists public
create type user_role_simple as enum ('admin', 'user');
alter table users alter column role type user_role_simple;
