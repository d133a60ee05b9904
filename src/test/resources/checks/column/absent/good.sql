create table payments (id bigint primary key, card_number text);
alter table payments drop column card_number;
