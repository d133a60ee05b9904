create table orders (id bigint primary key);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before update on orders for each row execute function touch();
create trigger always before update on orders for each row execute function touch();
alter table orders enable always trigger always;
