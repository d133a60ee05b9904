-- The migration gives the schema another name than the spec.
-- EXPECT: FAILED schema/exists audit
create schema auditing;
