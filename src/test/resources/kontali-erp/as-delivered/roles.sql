-- What operations did so that the delivered application could work at all: the delivery grants nothing to anyone.

create role kontali_owner login nosuperuser nobypassrls;
create role kontali_app   login nosuperuser nobypassrls;

alter default privileges for role kontali_owner in schema public
  grant select, insert, update, delete on tables to kontali_app;
