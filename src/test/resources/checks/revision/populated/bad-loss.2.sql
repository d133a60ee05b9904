alter table orders alter column total type bigint;
alter table orders drop column legacy;
