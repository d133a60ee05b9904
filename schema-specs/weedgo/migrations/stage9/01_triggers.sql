-- Stage 9, what was delivered as functions only: the triggers that call them.

create or replace trigger update_user_last_login_trigger after insert on user_login_logs
    for each row execute function update_user_last_login();
create or replace trigger update_system_settings_updated_at_trigger before update on system_settings
    for each row execute function update_system_settings_updated_at();
create or replace trigger update_review_vote_counts_trigger after insert or update or delete on review_votes
    for each row execute function update_review_vote_counts();
create or replace trigger update_ocs_inventory_movements_updated_at before update on ocs_inventory_movements
    for each row execute function update_inventory_movements_updated_at();
create or replace trigger update_checkout_sessions_updated_at before update on checkout_sessions
    for each row execute function update_checkout_session_timestamp();
create or replace trigger update_pricing_rules_updated_at_trigger before update on pricing_rules
    for each row execute function update_pricing_rules_updated_at();
create or replace trigger update_user_payment_methods_updated_at_trigger before update on user_payment_methods
    for each row execute function update_user_payment_methods_updated_at();
create or replace trigger update_translations_usage before update on translations
    for each row execute function update_translation_usage();
