-- Only the owner may draw numbers.
create table orders (id bigint not null generated always as identity);
