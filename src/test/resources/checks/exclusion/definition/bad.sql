-- Without the condition, a cancelled booking still blocks the room.
-- EXPECT: FAILED exclusion/definition bookings.ex_bookings_overlap
create table bookings (
    id bigint primary key,
    during tstzrange not null,
    cancelled boolean not null default false,
    constraint ex_bookings_overlap exclude using gist (during with &&)
);
