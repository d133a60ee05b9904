create table users (id int primary key, email text not null, hashed_password text not null);
create table connections (id int primary key, url text not null, options jsonb not null);
create table settings (id int primary key, smtp_password text);
insert into users values (1, 'anna@shop.internal', '$2b$12$tU3f.LqZCtpQDYeCY/nytVlHYC97GyKwRJSwgyilzElrzzAsXwxY.');
insert into connections values (1, 'postgres://demo:demo123@demo-db/shop', '{"pool": 5, "password": "${DB_PASSWORD}"}');
