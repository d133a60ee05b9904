-- Stage 3, columns: delivery.

alter table delivery_zones
    add column if not exists tenant_id             uuid not null,
    add column if not exists available_days        text[] default array[0, 1, 2, 3, 4, 5, 6],
    add column if not exists base_delivery_fee     numeric(10,2) not null default 0,
    add column if not exists delivery_hours        jsonb,
    add column if not exists delivery_time_minutes integer default 60,
    add column if not exists free_delivery_minimum numeric(10,2),
    add column if not exists polygon_coordinates   jsonb,
    add column if not exists radius_km             numeric(5,2),
    add column if not exists updated_at            timestamptz default current_timestamp;

alter table delivery_batches
    add column if not exists estimated_duration_minutes integer,
    add column if not exists optimized_route            jsonb,
    add column if not exists total_distance_km          numeric(10,2);

alter table deliveries
    add column if not exists customer_name         varchar(200) not null,
    add column if not exists customer_phone        varchar(20) not null,
    add column if not exists accepted_at           timestamp,
    add column if not exists age_verified          boolean default false,
    add column if not exists arrived_at            timestamp,
    add column if not exists assigned_at           timestamp,
    add column if not exists batch_id              uuid,
    add column if not exists batch_sequence        integer,
    add column if not exists cancelled_at          timestamp,
    add column if not exists completed_at          timestamp,
    add column if not exists customer_email        varchar(255),
    add column if not exists customer_id           uuid,
    add column if not exists delivery_fee          numeric(10,2) default 0,
    add column if not exists delivery_latitude     numeric(10,8),
    add column if not exists delivery_longitude    numeric(11,8),
    add column if not exists delivery_notes        text,
    add column if not exists departed_at           timestamp,
    add column if not exists distance_km           numeric(10,2),
    add column if not exists feedback              text,
    add column if not exists id_verification_data  jsonb,
    add column if not exists id_verification_type  varchar(50),
    add column if not exists id_verified           boolean default false,
    add column if not exists issues_reported       jsonb default '[]',
    add column if not exists metadata              jsonb default '{}',
    add column if not exists photo_proof_urls      text[],
    add column if not exists rating                integer,
    add column if not exists scheduled_at          timestamp,
    add column if not exists signature_captured_at timestamp,
    add column if not exists signature_data        text,
    add column if not exists tip_amount            numeric(10,2) default 0;

alter table delivery_tracking
    add column if not exists activity_type    varchar(50),
    add column if not exists altitude_meters  numeric(10,2),
    add column if not exists is_mock_location boolean default false,
    add column if not exists metadata         jsonb default '{}',
    add column if not exists provider         varchar(50),
    add column if not exists received_at      timestamp default current_timestamp,
    add column if not exists recorded_at      timestamp default current_timestamp;

alter table delivery_geofences
    add column if not exists center_latitude        numeric(10,8) not null,
    add column if not exists center_longitude       numeric(11,8) not null,
    add column if not exists delivery_id            uuid not null,
    add column if not exists auto_complete_on_enter boolean default false,
    add column if not exists dwell_time_seconds     integer,
    add column if not exists entered_at             timestamp,
    add column if not exists exited_at              timestamp,
    add column if not exists notify_on_enter        boolean default true,
    add column if not exists notify_on_exit         boolean default false,
    add column if not exists radius_meters          integer not null default 100;

alter table staff_delivery_status
    add column if not exists available_from                timestamp,
    add column if not exists available_until               timestamp,
    add column if not exists average_delivery_time_minutes integer,
    add column if not exists current_deliveries            integer default 0,
    add column if not exists current_latitude              numeric(10,8),
    add column if not exists current_longitude             numeric(11,8),
    add column if not exists current_status                varchar(50) default 'offline',
    add column if not exists deliveries_completed          integer default 0,
    add column if not exists deliveries_today              integer default 0,
    add column if not exists last_location_update          timestamp,
    add column if not exists max_deliveries                integer default 5,
    add column if not exists updated_at                    timestamp default current_timestamp;
