-- EXPECT: FAILED unique/definition invoices.uq_number
-- EXPECT: FAILED behaviour/unique invoices.uq_number
-- EXPECT: FAILED index/definition uq_open
-- EXPECT: FAILED behaviour/unique uq_open
create table invoices (
    id bigint generated always as identity,
    tenant_id int not null,
    number int,
    customer text,
    status text not null check (status in ('paid', 'open')),
    constraint pk_invoices primary key (id),
    constraint uq_number unique (tenant_id, number, id)
);
create unique index uq_open on invoices (customer) where status = 'open';
