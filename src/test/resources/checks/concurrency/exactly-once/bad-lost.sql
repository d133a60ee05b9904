-- EXPECT: FAILED concurrency/exactly-once send-mails
create table mails (
  id      bigint generated always as identity primary key,
  status  text   not null default 'queued'
);
grant select, update on mails to shop_app;

create function claim_mail() returns setof mails language sql as $$
  select * from mails where status = 'queued' and id % 4 <> 0 order by id limit 1 for update skip locked
$$;
