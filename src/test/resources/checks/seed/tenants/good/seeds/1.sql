insert into tenants (id, name) values (1, 'eTMS'), (2, 'eFMS');
insert into users values (1, 1), (2, 2);
insert into sessions values (1, 1, 1), (2, 2, 2);
