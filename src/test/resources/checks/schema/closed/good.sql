create schema audit;
create schema legacy;
