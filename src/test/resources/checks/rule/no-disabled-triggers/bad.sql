-- EXPECT: FAILED rule/no-disabled-triggers orders.touch
-- EXPECT: FAILED rule/no-disabled-triggers orders."Replica only"
create table orders (id bigint primary key);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before update on orders for each row execute function touch();
create trigger "Replica only" before update on orders for each row execute function touch();
alter table orders disable trigger touch;
alter table orders enable replica trigger "Replica only";
