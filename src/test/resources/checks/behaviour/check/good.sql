create table tasks (
    id bigint primary key,
    status text not null,
    confidence int not null,
    finished_at date,
    constraint ck_status check (status in ('open', 'done')),
    constraint ck_confidence check (confidence between 0 and 100),
    constraint ck_done check ((status = 'done') = (finished_at is not null))
);
