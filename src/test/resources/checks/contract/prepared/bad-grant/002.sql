revoke select on users from shop_app;
