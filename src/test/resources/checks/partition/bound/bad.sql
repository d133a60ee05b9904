-- A partition that ends a day early, and one that was never attached.
-- EXPECT: FAILED partition/bound events_2025
-- EXPECT: FAILED partition/bound events_2026
create table events (id bigint not null, at date not null) partition by range (at);
create table events_2025 partition of events for values from ('2025-01-01') to ('2025-12-31');
create table events_2026 (id bigint not null, at date not null);
