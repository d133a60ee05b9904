-- The query does without the table whose size is stated.
-- EXPECT: FAILED plan/valid claim-next-job
create view jobs as select 1::bigint as id, ''::text as kind, ''::text as status, 1 as priority, now() as created_at;
