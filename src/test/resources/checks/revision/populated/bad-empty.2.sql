alter table orders drop column legacy;
