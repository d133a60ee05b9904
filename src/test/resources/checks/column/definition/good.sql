create table orders (
    id bigint generated always as identity,
    status character varying(20) default ('pending') not null,
    net decimal(12, 2) not null,
    gross numeric(12, 2) generated always as (net * 1.25) stored,
    reference text collate "C",
    note text,
    placed_at timestamp with time zone not null default current_timestamp
);
-- Written otherwise, and the same to PostgreSQL, but for this: current_timestamp and now() are two expressions.
alter table orders alter placed_at set default now();
