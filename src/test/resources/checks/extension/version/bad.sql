-- An old version, and another schema.
-- EXPECT: FAILED extension/version pgcrypto
-- EXPECT: FAILED extension/version hstore
create extension pgcrypto version '1.3';
update pg_extension set extversion = '1.2' where extname = 'pgcrypto';
create schema ext;
create extension hstore schema ext;
