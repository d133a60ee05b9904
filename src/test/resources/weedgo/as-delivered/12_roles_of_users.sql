-- As delivered: users.role is of an older type than users_tenant_required expects.

create type user_role as enum ('super_admin', 'tenant_admin', 'store_manager', 'staff', 'customer');
alter table users alter column role drop default;
alter table users alter column role type user_role using role::text::user_role;
alter table users alter column role set default 'customer';
