-- EXPECT: FAILED check/definition tasks.ck_confidence
-- EXPECT: FAILED behaviour/check tasks.ck_confidence
-- EXPECT: FAILED check/definition tasks.ck_done
-- EXPECT: FAILED behaviour/check tasks.ck_done
create table tasks (
    id bigint primary key,
    status text not null,
    confidence int not null,
    finished_at date,
    constraint ck_status check (status in ('open', 'done')),
    constraint ck_confidence check (confidence between 0 and 1000)
);
