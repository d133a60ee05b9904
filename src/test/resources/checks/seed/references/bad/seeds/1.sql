insert into tenants (id, name) values (1, 'eTMS');
insert into users values (2, 1);
