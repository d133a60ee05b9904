-- An ordinary one, and one for replication.
-- EXPECT: FAILED rule/triggers-always orders.touch
-- EXPECT: FAILED rule/triggers-always orders.replica
create table orders (id bigint primary key);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before update on orders for each row execute function touch();
create trigger replica before update on orders for each row execute function touch();
alter table orders enable replica trigger replica;
