-- What the server does not have cannot be tried: nothing is migrated, and nothing else can be said.
-- EXPECT: UNVERIFIED server/extension no_such_extension
-- EXPECT: UNVERIFIED migration/applies migrations
-- EXPECT: UNVERIFIED schema/exists public
create table users (id bigint primary key, password_hash text not null);
