-- Stage 7, indexes: the assistant.

create index concurrently if not exists idx_ai_personalities_tenant on ai_personalities (tenant_id);

create index concurrently if not exists idx_ai_conversations_context_gin on ai_conversations using gin (context);
create index concurrently if not exists idx_ai_conversations_created_at on ai_conversations (created_at desc);
create index concurrently if not exists idx_ai_conversations_customer_id on ai_conversations (customer_id);
create index concurrently if not exists idx_ai_conversations_messages_gin on ai_conversations using gin (messages);
create index concurrently if not exists idx_ai_conversations_session_customer on ai_conversations (session_id, customer_id);
create index concurrently if not exists idx_ai_conversations_session_id on ai_conversations (session_id);

create index concurrently if not exists idx_chat_interactions_created_at on chat_interactions (created_at desc);
create index concurrently if not exists idx_chat_interactions_customer_id on chat_interactions (customer_id);
create index concurrently if not exists idx_chat_interactions_intent on chat_interactions (intent);
create index concurrently if not exists idx_chat_interactions_metadata_gin on chat_interactions using gin (metadata);
create index concurrently if not exists idx_chat_interactions_session_customer on chat_interactions (session_id, customer_id);
create index concurrently if not exists idx_chat_interactions_session_id on chat_interactions (session_id);

create unique index concurrently if not exists conversation_states_session_id_key on conversation_states (session_id);
create index concurrently if not exists idx_conversation_states_current_stage on conversation_states (current_stage);
create index concurrently if not exists idx_conversation_states_session_id on conversation_states (session_id);
create index concurrently if not exists idx_conversation_states_user_id on conversation_states (user_id);

create index concurrently if not exists idx_conversion_metrics_converted on conversion_metrics (converted);
create index concurrently if not exists idx_conversion_metrics_created_at on conversion_metrics (created_at);
create index concurrently if not exists idx_conversion_metrics_session_id on conversion_metrics (session_id);
create index concurrently if not exists idx_conversion_metrics_user_id on conversion_metrics (user_id);

create index concurrently if not exists idx_training_action on ai_training_data (customer_action);
create index concurrently if not exists idx_training_created on ai_training_data (created_at desc);
create index concurrently if not exists idx_training_score on ai_training_data (feedback_score);

create index concurrently if not exists idx_param_correct on parameter_accuracy (is_correct);
create index concurrently if not exists idx_param_type on parameter_accuracy (parameter_type);

create unique index concurrently if not exists training_sessions_session_id_key on training_sessions (session_id);

create unique index concurrently if not exists model_deployments_deployment_name_key on model_deployments (deployment_name);
