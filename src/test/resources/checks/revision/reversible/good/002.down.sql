comment on table orders is null;
alter table orders drop column status;
drop type order_status;
