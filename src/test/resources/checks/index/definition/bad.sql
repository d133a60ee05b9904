-- The order of a key, a name, validity, and uniqueness.
-- EXPECT: FAILED index/definition ix_tasks_claim
-- EXPECT: FAILED index/definition ix_tasks_customer_id
-- EXPECT: FAILED index/definition ix_tasks_created_at
-- EXPECT: FAILED index/definition ux_tasks_number
create table tasks (
    id bigint primary key,
    kind text not null,
    status varchar(20) not null,
    priority integer not null,
    number text not null,
    customer_id bigint not null,
    created_at timestamptz not null
);
create index ix_tasks_claim on tasks (kind, priority, created_at) where status = 'pending';
create index ix_tasks_customer on tasks (customer_id) include (status);
create index ix_tasks_created_at on tasks (created_at);
-- What a CREATE INDEX CONCURRENTLY leaves behind that did not end well.
update pg_index set indisvalid = false where indexrelid = 'ix_tasks_created_at'::regclass;
create index ux_tasks_number on tasks (lower(number));
