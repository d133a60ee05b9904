-- EXPECT: FAILED extension/absent dblink
create extension dblink;
