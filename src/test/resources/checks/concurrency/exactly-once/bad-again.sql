-- EXPECT: FAILED concurrency/exactly-once send-mails
create table mails (
  id      bigint generated always as identity primary key,
  status  text   not null default 'queued'
);
grant select, update on mails to shop_app;

create function claim_mail() returns setof mails language sql as $$
  update mails set status = 'working' where id = (select id from mails where status = 'queued' order by id limit 1) returning *
$$;
