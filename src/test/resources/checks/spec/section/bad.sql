-- Whatever the database holds: this version does not check these keys.
-- EXPECT: UNVERIFIED spec/section security
create table orders (id bigint primary key);
