insert into tenants (id, name) values (1, 'eTMS'), (2, 'eFMS') on conflict do nothing;
insert into models (name) values ('small') on conflict (name) do update set updated_at = now();
insert into notes (text) values ('welcome');
