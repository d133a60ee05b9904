create table customers (id bigint primary key, name text not null, email text);
create index ix_customers_email on customers (email) where email is not null;
