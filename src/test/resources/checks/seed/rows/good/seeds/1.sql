insert into tenants (id, name) values (1, 'eTMS'), (2, 'eFMS'), (3, 'Vela');
insert into users values (1, 1), (2, 2);
