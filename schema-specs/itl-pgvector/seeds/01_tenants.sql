-- The three tenants.
insert into tenants (name, domain) values
  ('eTMS', 'etms.example'),
  ('eFMS', 'efms.example'),
  ('Vela', 'vela.example')
on conflict (name) do nothing;
