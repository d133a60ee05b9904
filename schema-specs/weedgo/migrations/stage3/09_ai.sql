-- Stage 3, columns: the assistant.

alter table ai_personalities
    add column if not exists name         varchar(100) not null,
    add column if not exists tenant_id    uuid not null,
    add column if not exists avatar_url   varchar(500),
    add column if not exists is_default   boolean default false,
    add column if not exists traits       jsonb default '{}',
    add column if not exists updated_at   timestamp default current_timestamp,
    add column if not exists voice_config jsonb default '{}';

alter table ai_conversations
    add column if not exists agent_id        uuid,
    add column if not exists context         jsonb,
    add column if not exists conversation_id uuid,
    add column if not exists created_at      timestamp default current_timestamp,
    add column if not exists customer_id     varchar(255),
    add column if not exists messages        jsonb,
    add column if not exists personality_id  uuid,
    add column if not exists tenant_id       uuid,
    add column if not exists updated_at      timestamp default current_timestamp;
-- Each conversation that is there gets an id of its own; as the column's first default this would write the table anew.
alter table ai_conversations alter column conversation_id set default gen_random_uuid();
update ai_conversations set conversation_id = gen_random_uuid() where conversation_id is null;
alter table ai_conversations alter column conversation_id set not null;

alter table chat_interactions
    add column if not exists ai_response   text,
    add column if not exists customer_id   varchar(255),
    add column if not exists metadata      jsonb,
    add column if not exists response_time double precision,
    add column if not exists session_id    varchar(255),
    add column if not exists user_message  text;

alter table conversation_states
    add column if not exists current_stage          varchar(50) not null,
    add column if not exists session_id             varchar(255) not null,
    add column if not exists created_at             timestamp default current_timestamp,
    add column if not exists engagement_score       double precision default 0.5,
    add column if not exists intent_history         jsonb default '[]',
    add column if not exists message_count          integer default 0,
    add column if not exists previous_stage         varchar(50),
    add column if not exists resistance_level       double precision default 0.0,
    add column if not exists stage_history          jsonb default '[]',
    add column if not exists stage_start_time       timestamp default current_timestamp,
    add column if not exists total_duration_seconds integer default 0,
    add column if not exists updated_at             timestamp default current_timestamp;

alter table conversion_metrics
    add column if not exists abandonment_reason             text,
    add column if not exists abandonment_stage              varchar(50),
    add column if not exists cart_additions                 integer default 0,
    add column if not exists cart_removals                  integer default 0,
    add column if not exists conversion_events              jsonb default '[]',
    add column if not exists conversion_score               double precision default 0.0,
    add column if not exists converted                      boolean default false,
    add column if not exists engagement_score               double precision default 0.0,
    add column if not exists products_viewed                integer default 0,
    add column if not exists stage_transitions              jsonb default '[]',
    add column if not exists total_session_duration_seconds integer default 0;

alter table ai_training_data
    add column if not exists customer_message text not null,
    add column if not exists inferred_params  jsonb not null,
    add column if not exists correction       jsonb,
    add column if not exists customer_action  varchar(50),
    add column if not exists feedback_score   double precision,
    add column if not exists model_confidence double precision,
    add column if not exists response_time_ms integer,
    add column if not exists search_results   jsonb;

alter table parameter_accuracy
    add column if not exists parameter_type   varchar(50) not null,
    add column if not exists confidence_score double precision,
    add column if not exists correct_value    text,
    add column if not exists inferred_value   text,
    add column if not exists is_correct       boolean;

alter table training_examples
    add column if not exists expected_intent             varchar(100) not null,
    add column if not exists query                       text not null,
    add column if not exists added_by                    varchar(100) default 'admin',
    add column if not exists context                     jsonb default '{}',
    add column if not exists dataset_id                  varchar(255),
    add column if not exists dataset_name                varchar(255),
    add column if not exists entities                    jsonb default '{}',
    add column if not exists expected_products           jsonb default '[]',
    add column if not exists expected_response           text,
    add column if not exists expected_response_qualities jsonb default '[]',
    add column if not exists feedback_score              double precision default 0.5,
    add column if not exists updated_at                  timestamp default current_timestamp;

alter table training_sessions
    add column if not exists session_id       varchar(255) not null,
    add column if not exists accuracy_after   double precision default 0,
    add column if not exists accuracy_before  double precision default 0,
    add column if not exists completed_at     timestamp,
    add column if not exists dataset_id       varchar(255),
    add column if not exists error_message    text,
    add column if not exists examples_trained integer default 0,
    add column if not exists improvements     jsonb default '{}',
    add column if not exists started_at       timestamp default current_timestamp,
    add column if not exists status           varchar(50) default 'in_progress';

alter table model_versions
    add column if not exists config      jsonb default '{}',
    add column if not exists description text,
    add column if not exists is_active   boolean default false;

alter table model_deployments
    add column if not exists deployment_name    varchar(255) not null,
    add column if not exists endpoint           varchar(255) not null,
    add column if not exists is_active          boolean default false,
    add column if not exists started_at         timestamp,
    add column if not exists status             varchar(50) default 'inactive',
    add column if not exists stopped_at         timestamp,
    add column if not exists traffic_percentage double precision default 100.0;

alter table model_metrics
    add column if not exists accuracy_score   double precision,
    add column if not exists evaluation_date  date default current_date,
    add column if not exists f1_score         double precision,
    add column if not exists model_name       varchar(100),
    add column if not exists notes            text,
    add column if not exists precision_score  double precision,
    add column if not exists recall_score     double precision,
    add column if not exists training_samples integer;
