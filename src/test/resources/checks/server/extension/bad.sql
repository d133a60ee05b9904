-- The extension was there before the migrations; one of them drops it.
-- EXPECT: FAILED server/extension pgcrypto
create table users (id bigint primary key, password_hash text not null);
drop extension pgcrypto;
