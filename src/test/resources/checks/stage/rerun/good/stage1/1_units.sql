create unique index if not exists uq_units on units (name);
insert into units values ('gram'), ('ounce') on conflict do nothing;
