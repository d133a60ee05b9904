-- As delivered: the two constraints of 155 that stage 8 could not add.

alter table users add constraint users_tenant_required
    check (((role = 'super_admin'::user_role_simple and tenant_id is null) or role = 'customer'::user_role_simple
            or (role = any (array['staff'::user_role_simple, 'store_manager'::user_role_simple,
                                  'tenant_admin'::user_role_simple]) and tenant_id is not null)));
alter table wishlist add constraint unique_wishlist_item unique (customer_id, product_id, store_id);
