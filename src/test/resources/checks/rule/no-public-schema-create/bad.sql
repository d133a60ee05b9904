-- EXPECT: FAILED rule/no-public-schema-create public
-- EXPECT: FAILED rule/no-public-schema-create app
create schema app;
grant create on schema public to public;
grant all on schema app to public;
