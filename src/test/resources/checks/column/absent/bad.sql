-- EXPECT: FAILED column/absent payments.card_number
create table payments (id bigint primary key, card_number text not null);
