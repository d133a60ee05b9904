-- Kontali ERP, revision 001, as delivered, undone.

drop table alembic_version;
drop table agent_learned_patterns;
drop table agent_decisions;
drop table agent_events;
drop table agent_tasks;
drop table corrections;
drop table review_queue;
drop table vendor_invoices;
drop table vendors;
drop table audit_trail;
drop table documents;
drop table general_ledger_lines;
drop table general_ledger;
drop table chart_of_accounts;
drop table users;
drop table clients;
drop table tenants;
