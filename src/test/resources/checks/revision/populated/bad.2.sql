alter table orders drop column legacy;
alter table orders add column currency text not null;
