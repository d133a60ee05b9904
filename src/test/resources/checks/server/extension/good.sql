create table users (id bigint primary key, password_hash text not null default crypt('', gen_salt('bf')));
