create table orders (
    id bigint generated always as identity primary key,
    status text not null default 'open',
    total numeric(10,2) not null default 0,
    created_at timestamptz not null default now(),
    token uuid default gen_random_uuid()
);
