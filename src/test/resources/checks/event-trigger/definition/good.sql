create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger no_drop on sql_drop when tag in ('DROP TABLE') execute function guard();
alter event trigger no_drop enable always;
