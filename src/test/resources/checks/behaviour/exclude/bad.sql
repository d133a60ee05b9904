-- EXPECT: FAILED exclusion/definition bookings.no_overlap
-- EXPECT: FAILED behaviour/exclude bookings.no_overlap
create table bookings (
    id bigint primary key,
    during int4range not null,
    cancelled boolean not null,
    constraint no_overlap exclude using gist (during with &&) where (cancelled)
);
