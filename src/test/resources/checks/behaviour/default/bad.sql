-- EXPECT: FAILED column/definition orders.status
-- EXPECT: FAILED behaviour/default orders.status
-- EXPECT: FAILED column/definition orders.created_at
-- EXPECT: FAILED behaviour/default orders.created_at
-- EXPECT: FAILED column/definition orders.token
-- EXPECT: FAILED behaviour/default orders.token
create table orders (
    id bigint generated always as identity primary key,
    status text not null default 'new',
    total numeric(10,2) not null default 0,
    created_at timestamptz not null default '2000-01-01 00:00:00+00',
    token uuid
);
