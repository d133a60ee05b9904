-- EXPECT: FAILED security/privileges public: users
-- EXPECT: FAILED security/privileges public: find(text)
-- EXPECT: FAILED security/privileges definer-search-path: find(text)
-- EXPECT: FAILED security/privileges sign_in(text) (public)
create schema shop;
create table shop.users (id int primary key, email text not null);
grant select on shop.users to public;
create function shop.find(name text) returns int language sql security definer
    as $$ select id from shop.users where email = name $$;
