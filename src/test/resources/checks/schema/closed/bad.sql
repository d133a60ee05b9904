-- EXPECT: FAILED schema/closed "Import 2026"
create schema audit;
create schema "Import 2026";
create schema legacy;
