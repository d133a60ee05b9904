create table units (name text);
