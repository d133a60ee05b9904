insert into tenants (id, name) values (2, 'eFMS');
insert into tenants (id, name) values (2, 'Vela');
