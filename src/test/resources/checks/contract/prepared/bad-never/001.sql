-- EXPECT: FAILED contract/prepared find-user
-- EXPECT: FAILED contract/prepared rename-user
create table users (id bigint primary key, mail text);
