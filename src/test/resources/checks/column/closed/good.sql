create table customers (id bigint not null, name text not null);
