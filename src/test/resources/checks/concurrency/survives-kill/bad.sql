-- EXPECT: FAILED concurrency/survives-kill send-mails
create table mails (
  id      bigint generated always as identity primary key,
  status  text   not null default 'queued'
);
grant select, update on mails to shop_app;

create sequence mails_given_out;
grant usage on sequence mails_given_out to shop_app;

create function claim_mail() returns setof mails language sql as $$
  select * from mails order by id offset nextval('mails_given_out') - 1 limit 1
$$;
