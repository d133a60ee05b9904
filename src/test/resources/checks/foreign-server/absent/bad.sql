-- EXPECT: FAILED foreign-server/absent archive
create foreign data wrapper w;
create server archive foreign data wrapper w;
