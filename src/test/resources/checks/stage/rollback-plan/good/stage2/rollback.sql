drop view order_lines;
drop table lines;
