-- EXPECT: FAILED event-trigger/absent no_drop
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger no_drop on sql_drop execute function guard();
