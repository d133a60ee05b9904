create function guard() returns event_trigger language plpgsql as 'begin end';
