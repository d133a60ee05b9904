-- EXPECT: FAILED foreign-server/definition archive
create foreign data wrapper w;
create server archive foreign data wrapper w options (host 'elsewhere');
