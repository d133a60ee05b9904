-- Stage 7, indexes: communication.

create index concurrently if not exists idx_message_templates_category on message_templates (category);
create index concurrently if not exists idx_message_templates_channel_type on message_templates (channel_type);
create index concurrently if not exists idx_message_templates_is_active on message_templates (is_active);
create index concurrently if not exists idx_message_templates_store_id on message_templates (store_id);
create index concurrently if not exists idx_message_templates_tenant_id on message_templates (tenant_id);

create index concurrently if not exists idx_broadcasts_created_by on broadcasts (created_by);
create index concurrently if not exists idx_broadcasts_scheduled_at on broadcasts (scheduled_at) where scheduled_at is not null;
create index concurrently if not exists idx_broadcasts_store_id on broadcasts (store_id);
create index concurrently if not exists idx_broadcasts_tenant_id on broadcasts (tenant_id);

create unique index concurrently if not exists broadcast_messages_broadcast_id_channel_type_key on broadcast_messages (broadcast_id, channel_type);
create index concurrently if not exists idx_broadcast_messages_broadcast_id on broadcast_messages (broadcast_id);
create index concurrently if not exists idx_broadcast_messages_channel_type on broadcast_messages (channel_type);
create index concurrently if not exists idx_broadcast_messages_template_id on broadcast_messages (template_id);

create index concurrently if not exists idx_broadcast_recipients_broadcast_id on broadcast_recipients (broadcast_id);
create index concurrently if not exists idx_broadcast_recipients_customer_id on broadcast_recipients (customer_id);
create index concurrently if not exists idx_broadcast_recipients_email_status on broadcast_recipients (email_status);
create index concurrently if not exists idx_broadcast_recipients_push_status on broadcast_recipients (push_status);
create index concurrently if not exists idx_broadcast_recipients_sms_status on broadcast_recipients (sms_status);

create index concurrently if not exists idx_broadcast_segments_broadcast_id on broadcast_segments (broadcast_id);

create index concurrently if not exists idx_broadcast_audit_logs_action on broadcast_audit_logs (action);
create index concurrently if not exists idx_broadcast_audit_logs_broadcast_id on broadcast_audit_logs (broadcast_id);
create index concurrently if not exists idx_broadcast_audit_logs_created_at on broadcast_audit_logs (created_at);
create index concurrently if not exists idx_broadcast_audit_logs_performed_by on broadcast_audit_logs (performed_by);

create unique index concurrently if not exists communication_analytics_broadcast_id_key on communication_analytics (broadcast_id);
create index concurrently if not exists idx_communication_analytics_broadcast_id on communication_analytics (broadcast_id);

create index concurrently if not exists idx_communication_logs_created_at on communication_logs (created_at);
create index concurrently if not exists idx_communication_logs_recipient on communication_logs (recipient);
create index concurrently if not exists idx_communication_logs_status on communication_logs (status);
create index concurrently if not exists idx_communication_logs_user_id on communication_logs (user_id);

create unique index concurrently if not exists communication_preferences_customer_id_key on communication_preferences (customer_id);
create unique index concurrently if not exists communication_preferences_email_unsubscribe_token_key on communication_preferences (email_unsubscribe_token);
create unique index concurrently if not exists communication_preferences_sms_unsubscribe_token_key on communication_preferences (sms_unsubscribe_token);
create index concurrently if not exists idx_communication_preferences_customer_id on communication_preferences (customer_id);
create index concurrently if not exists idx_communication_preferences_email_token on communication_preferences (email_unsubscribe_token);
create index concurrently if not exists idx_communication_preferences_sms_token on communication_preferences (sms_unsubscribe_token);

create index concurrently if not exists idx_push_subscriptions_customer_id on push_subscriptions (customer_id);
create index concurrently if not exists idx_push_subscriptions_device_type on push_subscriptions (device_type);
create index concurrently if not exists idx_push_subscriptions_is_active on push_subscriptions (is_active);
create unique index concurrently if not exists push_subscriptions_device_token_key on push_subscriptions (device_token);

create index concurrently if not exists idx_unsubscribe_list_channel_type on unsubscribe_list (channel_type);
create index concurrently if not exists idx_unsubscribe_list_customer_id on unsubscribe_list (customer_id) where customer_id is not null;
create index concurrently if not exists idx_unsubscribe_list_phone on unsubscribe_list (phone_number) where phone_number is not null;
