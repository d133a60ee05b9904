-- EXPECT: FAILED sequence/closed order_no
create table t (id bigint generated always as identity primary key, n serial);
create sequence order_no;
