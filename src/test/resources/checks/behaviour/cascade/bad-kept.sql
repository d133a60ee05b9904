-- EXPECT: FAILED behaviour/cascade clients
create table clients (id bigint primary key);
create table vendors (id bigint primary key, client_id bigint references clients on delete set null);
create table documents (id bigint primary key, vendor_id bigint);
