insert into tenants (id, name) values (1, 'eTMS'), (2, 'eFMS') on conflict do nothing;
insert into models (name) values ('small')
  on conflict (name) do update set updated_at = now() where models.name is distinct from excluded.name;
insert into notes (text) select 'welcome' where not exists (select from notes where text = 'welcome');
