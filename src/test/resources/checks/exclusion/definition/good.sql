create table bookings (
    id bigint primary key,
    during tstzrange not null,
    cancelled boolean not null default false,
    constraint ex_bookings_overlap exclude using gist (during with &&) where (not cancelled)
);
