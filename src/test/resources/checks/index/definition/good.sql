create table tasks (
    id bigint primary key,
    kind text not null,
    status varchar(20) not null,
    priority integer not null,
    number text not null,
    customer_id bigint not null,
    created_at timestamptz not null
);
create index ix_tasks_claim on tasks using btree (kind asc, priority desc nulls first, created_at)
    where (status)::text = 'pending';
create index ix_tasks_customer_id on tasks (customer_id) include (status);
create index ix_tasks_created_at on tasks (created_at);
create unique index ux_tasks_number on tasks (lower(number));
