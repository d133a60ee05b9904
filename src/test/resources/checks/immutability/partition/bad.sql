-- A statement trigger on the partitioned table does not fire for a partition.
-- EXPECT: FAILED immutability/partition ledger
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
create trigger no_truncate before truncate on ledger for each statement execute function refuse();
alter table ledger enable always trigger no_truncate;
create trigger no_truncate before truncate on ledger_2024 for each statement execute function refuse();
alter table ledger_2024 enable always trigger no_truncate;
grant select, insert on ledger to ledger_app;
