-- EXPECT: FAILED security/secrets-in-columns connections.url (url-credentials)
-- EXPECT: FAILED security/secrets-in-columns connections.options (password)
-- EXPECT: FAILED security/secrets-in-columns settings.smtp_password (password)
-- EXPECT: FAILED security/secrets-in-columns connections.url (default-password)
create table users (id int primary key, email text not null, hashed_password text not null);
create table connections (id int primary key, url text not null, options jsonb not null);
create table settings (id int primary key, smtp_password text);
insert into users values (1, 'anna@shop.internal', '$2b$12$1S0MJxs4SO/EQwJtTQqiSTGLv8XkOD7mEvJSaxX6VZDxSvrNRdWDC');
insert into connections values
    (1, 'postgres://shop:Nightly-Copy-5@db.shop.internal/shop', '{"pool": 5}'),
    (2, 'unix:/run/postgresql', '{"pool": 5, "password": "Winter!Garden7"}');
insert into settings values (1, 'Quarter-End-77'), (2, null);
