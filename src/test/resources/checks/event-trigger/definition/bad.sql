-- EXPECT: FAILED event-trigger/definition no_drop
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger no_drop on sql_drop execute function guard();
alter event trigger no_drop disable;
