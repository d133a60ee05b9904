alter table orders add column currency text not null default 'NOK';
alter table orders alter column id type numeric(20);
alter table orders drop column legacy;
