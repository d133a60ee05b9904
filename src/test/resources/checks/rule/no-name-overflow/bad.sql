-- EXPECT: FAILED rule/no-name-overflow ix_customers_name_which_is_a_very_long_name_that_does_not_fit_h
create table customers (id bigint primary key, name text not null);
create index ix_customers_name_which_is_a_very_long_name_that_does_not_fit_here on customers (name);
