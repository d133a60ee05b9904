create table invoices (
    id bigint generated always as identity,
    tenant_id int not null,
    number int,
    customer text,
    status text not null check (status in ('paid', 'open')),
    constraint pk_invoices primary key (id),
    constraint uq_number unique (tenant_id, number)
);
create unique index uq_open on invoices (lower(customer)) where status = 'open';
