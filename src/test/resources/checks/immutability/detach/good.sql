create table ledger (
  id     bigint not null,
  year   int not null check (year between 2024 and 2025),
  amount numeric(12, 2) not null,
  primary key (id, year)
) partition by range (year);
create table ledger_2024 partition of ledger for values from (2024) to (2025);
create table ledger_2025 partition of ledger for values from (2025) to (2026);
create function refuse() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused', tg_op, tg_table_name;
end
$$;
create trigger no_change before delete on ledger for each row execute function refuse();
alter table ledger enable always trigger no_change;
grant select, insert on ledger to ledger_app;
create role ledger_owner;
alter table ledger owner to ledger_owner;
alter table ledger_2024 owner to ledger_owner;
alter table ledger_2025 owner to ledger_owner;
