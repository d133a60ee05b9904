alter table wishlists add note text;
