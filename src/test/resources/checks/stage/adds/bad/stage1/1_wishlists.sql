-- EXPECT: FAILED stage/adds wishlists: indexes
-- EXPECT: FAILED stage/adds wishlists: sequences
create table wishlists (id int primary key, user_id int references users);
