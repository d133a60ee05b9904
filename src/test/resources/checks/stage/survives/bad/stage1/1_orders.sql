-- A line in the log by a connection of its own, which is committed whatever becomes of the stage.
-- EXPECT: FAILED stage/survives orders
create table orders (id int primary key);
select dblink_exec(
  format('host=%s port=%s dbname=%s user=stage_logger password=''of an example''',
    host(inet_server_addr()), inet_server_port(), current_database()),
  $$insert into migration_log values ('orders made')$$);
