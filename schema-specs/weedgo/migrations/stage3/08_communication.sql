-- Stage 3, columns: communication.

alter table message_templates
    add column if not exists channel_type varchar(50) not null,
    add column if not exists content      text not null,
    add column if not exists name         varchar(255) not null,
    add column if not exists approved_at  timestamp,
    add column if not exists category     varchar(100) default 'general',
    add column if not exists description  text,
    add column if not exists is_approved  boolean default true,
    add column if not exists is_global    boolean default false,
    add column if not exists last_used_at timestamp,
    add column if not exists preview_text varchar(160),
    add column if not exists tags         text[],
    add column if not exists tenant_id    uuid,
    add column if not exists usage_count  integer default 0;

alter table broadcasts
    add column if not exists name                varchar(255) not null,
    add column if not exists tenant_id           uuid not null,
    add column if not exists cancelled_at        timestamp,
    add column if not exists completed_at        timestamp,
    add column if not exists description         text,
    add column if not exists failed_sends        integer default 0,
    add column if not exists max_retries         integer default 3,
    add column if not exists respect_quiet_hours boolean default true,
    add column if not exists retry_failed        boolean default true,
    add column if not exists send_immediately    boolean default false,
    add column if not exists started_at          timestamp,
    add column if not exists successful_sends    integer default 0,
    add column if not exists tags                text[],
    add column if not exists updated_at          timestamp default now();

alter table broadcast_messages
    add column if not exists channel_type       varchar(50) not null,
    add column if not exists content            text not null,
    add column if not exists is_active          boolean default true,
    add column if not exists preview_text       varchar(160),
    add column if not exists priority           varchar(20) default 'normal',
    add column if not exists push_action_url    varchar(500),
    add column if not exists push_badge_count   integer,
    add column if not exists push_image_url     varchar(500),
    add column if not exists push_title         varchar(100),
    add column if not exists sender_email       varchar(255),
    add column if not exists sender_name        varchar(100),
    add column if not exists sender_phone       varchar(20),
    add column if not exists template_id        uuid,
    add column if not exists template_variables jsonb default '{}',
    add column if not exists updated_at         timestamp default now();

alter table broadcast_recipients
    add column if not exists customer_id           text not null,
    add column if not exists channels              jsonb default '{}',
    add column if not exists email                 varchar(255),
    add column if not exists email_bounced_at      timestamp,
    add column if not exists email_clicked_at      timestamp,
    add column if not exists email_delivered_at    timestamp,
    add column if not exists email_error           text,
    add column if not exists email_opened_at       timestamp,
    add column if not exists email_retry_count     integer default 0,
    add column if not exists email_sent_at         timestamp,
    add column if not exists email_status          varchar(50) default 'pending',
    add column if not exists email_unsubscribed_at timestamp,
    add column if not exists phone_number          varchar(20),
    add column if not exists push_delivered_at     timestamp,
    add column if not exists push_error            text,
    add column if not exists push_opened_at        timestamp,
    add column if not exists push_retry_count      integer default 0,
    add column if not exists push_sent_at          timestamp,
    add column if not exists push_status           varchar(50) default 'pending',
    add column if not exists push_token            varchar(500),
    add column if not exists sms_delivered_at      timestamp,
    add column if not exists sms_error             text,
    add column if not exists sms_replied_at        timestamp,
    add column if not exists sms_retry_count       integer default 0,
    add column if not exists sms_sent_at           timestamp,
    add column if not exists sms_status            varchar(50) default 'pending',
    add column if not exists updated_at            timestamp default now();

alter table broadcast_segments
    add column if not exists broadcast_id       uuid not null,
    add column if not exists criteria           jsonb not null,
    add column if not exists last_calculated_at timestamp,
    add column if not exists recipient_count    integer default 0;

alter table broadcast_audit_logs
    add column if not exists action_category varchar(50),
    add column if not exists details         jsonb default '{}',
    add column if not exists new_values      jsonb,
    add column if not exists old_values      jsonb,
    add column if not exists user_agent      text,
    add column if not exists user_role       varchar(50);

alter table communication_analytics
    add column if not exists avg_delivery_time_seconds integer,
    add column if not exists broadcast_id              uuid,
    add column if not exists calculated_at             timestamp default now(),
    add column if not exists email_bounced             integer default 0,
    add column if not exists email_click_rate          numeric(5,2),
    add column if not exists email_clicked             integer default 0,
    add column if not exists email_cost                numeric(10,2) default 0,
    add column if not exists email_delivered           integer default 0,
    add column if not exists email_open_rate           numeric(5,2),
    add column if not exists email_opened              integer default 0,
    add column if not exists email_sent                integer default 0,
    add column if not exists email_unsubscribed        integer default 0,
    add column if not exists push_cost                 numeric(10,2) default 0,
    add column if not exists push_delivered            integer default 0,
    add column if not exists push_failed               integer default 0,
    add column if not exists push_open_rate            numeric(5,2),
    add column if not exists push_opened               integer default 0,
    add column if not exists push_sent                 integer default 0,
    add column if not exists sms_cost                  numeric(10,2) default 0,
    add column if not exists sms_delivered             integer default 0,
    add column if not exists sms_failed                integer default 0,
    add column if not exists sms_replied               integer default 0,
    add column if not exists sms_sent                  integer default 0,
    add column if not exists total_cost                numeric(10,2) default 0;

alter table communication_logs
    add column if not exists content           text,
    add column if not exists created_at        timestamp default current_timestamp,
    add column if not exists delivered_at      timestamp,
    add column if not exists provider_response jsonb,
    add column if not exists retry_count       integer default 0;

alter table communication_preferences
    add column if not exists customer_id             text not null,
    add column if not exists alerts                  boolean default true,
    add column if not exists channel_email           boolean default true,
    add column if not exists channel_push            boolean default true,
    add column if not exists channel_sms             boolean default true,
    add column if not exists email_unsubscribe_token varchar(100),
    add column if not exists frequency               varchar(50) default 'normal',
    add column if not exists last_email_at           timestamp,
    add column if not exists last_push_at            timestamp,
    add column if not exists last_sms_at             timestamp,
    add column if not exists max_emails_per_day      integer default 5,
    add column if not exists max_push_per_day        integer default 10,
    add column if not exists max_sms_per_day         integer default 3,
    add column if not exists preferred_language      varchar(10) default 'en',
    add column if not exists promotional             boolean default true,
    add column if not exists quiet_hours_enabled     boolean default false,
    add column if not exists quiet_hours_end         time,
    add column if not exists quiet_hours_start       time,
    add column if not exists sms_unsubscribe_token   varchar(100),
    add column if not exists timezone                varchar(50) default 'America/Toronto',
    add column if not exists transactional           boolean default true;

alter table push_subscriptions
    add column if not exists customer_id        text not null,
    add column if not exists device_token       varchar(500) not null,
    add column if not exists app_version        varchar(20),
    add column if not exists device_model       varchar(100),
    add column if not exists device_name        varchar(100),
    add column if not exists failed_count       integer default 0,
    add column if not exists is_sandbox         boolean default false,
    add column if not exists last_active_at     timestamp,
    add column if not exists notification_count integer default 0,
    add column if not exists os_version         varchar(20),
    add column if not exists updated_at         timestamp default now();

alter table unsubscribe_list
    add column if not exists channel_type              varchar(50) not null,
    add column if not exists additional_comments       text,
    add column if not exists broadcast_id              uuid,
    add column if not exists created_at                timestamp default now(),
    add column if not exists customer_id               text,
    add column if not exists is_permanent              boolean default false,
    add column if not exists phone_number              varchar(20),
    add column if not exists resubscribe_allowed_after timestamp,
    add column if not exists unsubscribe_source        varchar(50);
