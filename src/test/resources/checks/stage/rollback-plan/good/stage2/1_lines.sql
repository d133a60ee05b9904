create table lines (order_id int references orders, line int);
create view order_lines as select o.id, l.line from orders o join lines l on l.order_id = o.id;
