alter table orders drop column note;
delete from orders where state = 'void';
