BEGIN;

-- Running downgrade 001 -> 

DROP TABLE agent_learned_patterns;

DROP TABLE agent_decisions;

DROP TABLE agent_events;

DROP TABLE agent_tasks;

DROP TABLE corrections;

DROP TABLE review_queue;

DROP TABLE vendor_invoices;

DROP TABLE vendors;

DROP TABLE audit_trail;

DROP TABLE documents;

DROP TABLE general_ledger_lines;

DROP TABLE general_ledger;

DROP TABLE chart_of_accounts;

DROP TABLE users;

DROP TABLE clients;

DROP TABLE tenants;

drop function forbid_change_except_reversal();

drop function forbid_change();

drop function current_tenant_id();

COMMENT ON TABLE alembic_version IS NULL;

DELETE FROM alembic_version WHERE alembic_version.version_num = '001';

DROP TABLE alembic_version;

COMMIT;

