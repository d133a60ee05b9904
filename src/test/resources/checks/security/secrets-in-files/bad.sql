-- EXPECT: FAILED security/secrets-in-files migrations/001.sql (role-password)
-- EXPECT: FAILED security/secrets-in-files migrations/001.sql (url-credentials)
-- EXPECT: FAILED security/secrets-in-files migrations/001.sql (password)
-- EXPECT: FAILED security/secrets-in-files migrations/001.sql (default-password)
create role shop_reports_reader login password 'Quarter-End-77';
drop role shop_reports_reader;
-- Replicated from postgres://replicator:Nightly-Copy-5@db.shop.internal:5432/shop
create table users (id int primary key, email text not null, password text not null);
insert into users (id, email, password) values (1, 'anna@shop.internal', 'Winter!Garden7');
