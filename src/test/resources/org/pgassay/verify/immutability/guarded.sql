-- Ledgers of several shapes, each guarded in another way.
create function refuse() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;

create table by_trigger (id int primary key, amount int not null, note text unique);
create trigger no_change before update or delete on by_trigger for each row execute function refuse();
create trigger no_truncate before truncate on by_trigger for each statement execute function refuse();
grant all on by_trigger to ledger_app;

create table by_late_trigger (id int primary key, amount int not null check (amount > 0));
create constraint trigger no_change after update or delete on by_late_trigger
  deferrable initially deferred for each row execute function refuse();
create trigger no_truncate before truncate on by_late_trigger for each statement execute function refuse();
grant all on by_late_trigger to ledger_app;

create table by_privilege (id int primary key, amount int not null);
revoke update, delete, truncate on by_privilege from ledger_owner;
grant select, insert on by_privilege to ledger_app;

create table by_rule (id int primary key, amount int not null);
create rule no_update as on update to by_rule do instead nothing;
create rule no_delete as on delete to by_rule do instead nothing;
grant select, insert, update, delete on by_rule to ledger_app;

create table by_row_security (id int primary key, amount int not null);
alter table by_row_security enable row level security, force row level security;
create policy reading on by_row_security for select using (true);
create policy adding on by_row_security for insert with check (true);
grant select, insert, update, delete on by_row_security to ledger_app;

create table "the ""Ledger""; --" ("select" int primary key, "a b" text not null, "x'y" timestamptz default now());
create trigger "no ""change" before update or delete on "the ""Ledger""; --" for each row execute function refuse();
create trigger no_truncate before truncate on "the ""Ledger""; --" for each statement execute function refuse();
grant all on "the ""Ledger""; --" to ledger_app;

create table no_key (amount numeric, what jsonb, who text[]);
create trigger no_change before update or delete on no_key for each row execute function refuse();
create trigger no_truncate before truncate on no_key for each statement execute function refuse();
grant all on no_key to ledger_app;

create table generated (
  id bigint generated always as identity primary key, net int not null, gross int generated always as (net * 2) stored);
create trigger no_change before update or delete on generated for each row execute function refuse();
create trigger no_truncate before truncate on generated for each statement execute function refuse();
grant all on generated to ledger_app;

create table parted (id int, region text, amount int, primary key (id, region)) partition by list (region);
create table parted_north partition of parted for values in ('north');
create table parted_other partition of parted default;
create trigger no_change before update or delete on parted for each row execute function refuse();
create trigger no_truncate before truncate on parted for each statement execute function refuse();
create trigger no_truncate before truncate on parted_north for each statement execute function refuse();
create trigger no_truncate before truncate on parted_other for each statement execute function refuse();
grant all on parted, parted_north, parted_other to ledger_app;

create table parent (id int primary key, amount int not null);
create table child (extra text) inherits (parent);
create trigger no_change before update or delete on parent for each row execute function refuse();
create trigger no_truncate before truncate on parent for each statement execute function refuse();
create trigger no_change before update or delete on child for each row execute function refuse();
create trigger no_truncate before truncate on child for each statement execute function refuse();
grant all on parent, child to ledger_app;
