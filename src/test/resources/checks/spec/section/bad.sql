-- Whatever the database holds: this version does not check these keys.
-- EXPECT: UNVERIFIED spec/section parity
create table orders (id bigint primary key);
