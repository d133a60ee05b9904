alter table orders alter column id type numeric;
