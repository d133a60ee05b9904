-- EXPECT: FAILED behaviour/cascade clients
create table clients (id bigint primary key);
create table vendors (id bigint primary key, client_id bigint not null references clients on delete cascade);
create table documents (id bigint primary key, vendor_id bigint not null references vendors);
