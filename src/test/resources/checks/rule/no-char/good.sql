create table currencies (id bigint primary key, code text not null check (char_length(code) = 3));
