-- EXPECT: FAILED rule/extensions-not-in-public pgcrypto
-- EXPECT: FAILED rule/extensions-not-in-public "uuid-ossp"
create extension pgcrypto;
create extension "uuid-ossp" schema public;
