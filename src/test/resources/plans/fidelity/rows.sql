-- The same rows every time: nothing is random. Divided for a quick run: set shop.divisor.
insert into customers
select i, 'user' || i || '@example.org', (array['NO','SE','DK','DE','PL','FR'])[1 + least(5, (sqrt(i % 36))::int)],
       case when i % 100 < 80 then 'private' when i % 100 < 97 then 'business' else 'public' end,
       timestamptz '2020-01-01' + i * interval '15 minutes', case when i % 10 = 0 then i / 10 + 1 end
from generate_series(1, 200000 / current_setting('shop.divisor')::int) i;
insert into products
select i, 'SKU-' || lpad(i::text, 8, '0'), 1 + ((i::bigint * 7919) % 200)::int, ((i::bigint * 104729) % 100000) / 100.0 + 1, i % 20 <> 0,
       array['tag' || i % 50, 'tag' || (i * 31) % 500]
from generate_series(1, 50000 / current_setting('shop.divisor')::int) i;
insert into orders
select i, 1 + (((i::bigint * 2654435761) % 1000003)::numeric / 1000003 * ((i::bigint * 40503) % 65537) / 65537 * 199999)::bigint,
       case when i % 1000 < 5 then 'pending' when i % 1000 < 15 then 'failed' when i % 1000 < 200 then 'shipped' else 'done' end,
       (i * 31) % 10, ((i::bigint * 7919) % 1000000) / 100.0, timestamptz '2023-01-01' + i * interval '1 minute',
       case when i % 1000 >= 15 then timestamptz '2023-01-01' + i * interval '1 minute' + interval '2 days' end
from generate_series(1, 1000000 / current_setting('shop.divisor')::int) i;
insert into order_items
select o, l, 1 + ((o::bigint * 31 + l * 7919) % 50000), 1 + (o + l) % 5, ((o::bigint * l * 13) % 10000) / 100.0 + 1
from generate_series(1, 1000000 / current_setting('shop.divisor')::int) o, generate_series(1, 2) l where l = 1 or o % 2 = 0;
insert into events
select i, timestamptz '2026-01-01' + i * interval '31 seconds', (array['view','click','cart','buy'])[1 + least(3, (i % 100) / 40 + (i % 100) / 90 + (i % 100) / 98)],
       case when i % 5 <> 0 then 1 + (i::bigint * 48271) % 200000 end, jsonb_build_object('n', i % 100)
from generate_series(1, 1000000 / current_setting('shop.divisor')::int) i;
insert into carriers select i, 'carrier ' || i, (array['NO','SE','DK'])[1 + i % 3] from generate_series(1, 20) i;
insert into shipments
select md5(i::text)::uuid, 1 + (i::bigint * 7919) % 1000000, 1 + least(19, (sqrt(i % 500))::int),
       (array['north','north','north','south','east','west'])[1 + i % 6]::region, i % 300, (i % 300) * 100 + i % 7,
       date '2025-01-01' + i / (500000 / current_setting('shop.divisor')::int / 365 + 1),
       case when i % 4 <> 0 then (i % 997) / 10.0 end
from generate_series(1, 500000 / current_setting('shop.divisor')::int) i;
