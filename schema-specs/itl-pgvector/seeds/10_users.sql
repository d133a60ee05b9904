-- An admin and two supporters for each tenant. The hashes are of throw-away passwords that nobody knows.
insert into users (tenant_id, email, full_name, role, password_hash)
select tenant.tenant_id, given.email, given.full_name, given.role, given.hash
from (values
  ('eTMS', 'admin@etms.example', 'Admin eTMS', 'admin', '$2b$10$0.RJz/pVY8Dl.p6HqEqjreSGj5BJGswA.eVJOVEFr.feWVIaRq226'),
  ('eTMS', 'supporter1@etms.example', 'Supporter1 eTMS', 'supporter', '$2b$10$PVdtDsM5IrpNAGM/cz7P1elyUtnAPcPgbxDKX9ZQkWR7ihMaU5QZK'),
  ('eTMS', 'supporter2@etms.example', 'Supporter2 eTMS', 'supporter', '$2b$10$YrWy3WilBSlcD/SQL8ccc.K.0On9NK4AqWSd3P5zkXoBtAVhqhgeC'),
  ('eFMS', 'admin@efms.example', 'Admin eFMS', 'admin', '$2b$10$XuNU2i2X/xvgALEGNsvQGulJzU5/qUH8bnrrsD8aNp6dQM./WL6fy'),
  ('eFMS', 'supporter1@efms.example', 'Supporter1 eFMS', 'supporter', '$2b$10$1Zp5r1Wu9UMpzax.ujg06uzQ8rDqgBKAz51WawfYhlXK1W3qloTzu'),
  ('eFMS', 'supporter2@efms.example', 'Supporter2 eFMS', 'supporter', '$2b$10$HHCn6SbAS8FnFUoy0b7sBe56vHSWga/8Wix6mrAUz7sTbrsvjAWzG'),
  ('Vela', 'admin@vela.example', 'Admin Vela', 'admin', '$2b$10$MY9jCBDNIUbfne4GY9LmN.nj1wPyTxrNCrkech2bg4mM/Euf9IPPy'),
  ('Vela', 'supporter1@vela.example', 'Supporter1 Vela', 'supporter', '$2b$10$rXIALW2E5OT3Tg2nnwant.N7WJY3jBUG42vXUqDlTVWSdneJaTgke'),
  ('Vela', 'supporter2@vela.example', 'Supporter2 Vela', 'supporter', '$2b$10$ESIKLNAvzVPELQra6bwXB.vC4VA5kaIWRFRMyw6rrZQ2y.V00X32q')
) given (tenant, email, full_name, role, hash)
join tenants tenant on tenant.name = given.tenant
on conflict (tenant_id, email) do nothing;
