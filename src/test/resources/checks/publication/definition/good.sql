create table orders (id bigint primary key, status text not null, no integer);
create publication feed for table orders with (publish = 'insert');
