-- Kontali ERP, revision 001 undone: nothing of it is left.
--
-- This destroys the books and the audit trail. The triggers guard rows, not tables: DROP TABLE by the owner passes.

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

drop table alembic_version;

drop function forbid_change_except_reversal();
drop function forbid_change();
drop function current_tenant_id();
