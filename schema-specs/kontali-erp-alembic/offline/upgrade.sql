BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 001

COMMENT ON TABLE alembic_version IS 'The revision that this database is at; one row, written by Alembic';

CREATE TABLE tenants (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    name VARCHAR(255) NOT NULL, 
    org_number VARCHAR(20) NOT NULL, 
    subscription_tier VARCHAR(20) DEFAULT 'basic' NOT NULL, 
    max_clients INTEGER, 
    billing_email VARCHAR(255), 
    settings JSONB DEFAULT '{}' NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT tenants_pkey PRIMARY KEY (id), 
    CONSTRAINT uq_tenants_org_number UNIQUE (org_number)
);

COMMENT ON TABLE tenants IS 'Accounting firms, the root of all ownership';

COMMENT ON COLUMN tenants.max_clients IS 'How many clients the subscription allows; null for no limit';

CREATE INDEX ix_tenants_name ON tenants (name);

CREATE TABLE clients (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    tenant_id UUID NOT NULL, 
    client_number VARCHAR(50) NOT NULL, 
    name VARCHAR(255) NOT NULL, 
    org_number VARCHAR(20) NOT NULL, 
    ehf_endpoint VARCHAR(255), 
    active_banks JSONB DEFAULT '[]' NOT NULL, 
    altinn_api_access BOOLEAN DEFAULT false NOT NULL, 
    fiscal_year_start INTEGER DEFAULT 1 NOT NULL, 
    accounting_method VARCHAR(20) DEFAULT 'accrual' NOT NULL, 
    vat_term VARCHAR(20) DEFAULT 'bimonthly' NOT NULL, 
    base_currency VARCHAR(3) DEFAULT 'NOK' NOT NULL, 
    ai_automation_level VARCHAR(20) DEFAULT 'assisted' NOT NULL, 
    ai_confidence_threshold INTEGER DEFAULT 85 NOT NULL, 
    status VARCHAR(20) DEFAULT 'active' NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT clients_pkey PRIMARY KEY (id), 
    CONSTRAINT uq_clients_org_number UNIQUE (tenant_id, org_number), 
    CONSTRAINT uq_tenant_client_number UNIQUE (tenant_id, client_number), 
    CONSTRAINT clients_tenant_id_fkey FOREIGN KEY(tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

COMMENT ON TABLE clients IS 'Companies whose books a tenant keeps';

COMMENT ON COLUMN clients.ehf_endpoint IS 'Address of the client in the EHF (Peppol) network for electronic invoices';

COMMENT ON COLUMN clients.fiscal_year_start IS 'Month in which the fiscal year begins, 1 to 12';

COMMENT ON COLUMN clients.vat_term IS 'How often VAT is reported; two months is the Norwegian rule';

COMMENT ON COLUMN clients.ai_confidence_threshold IS 'Percent; an agent that is less sure sends its work to review_queue';

CREATE INDEX ix_clients_name ON clients (name);

CREATE INDEX ix_clients_org_number ON clients (org_number);

CREATE TABLE users (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    tenant_id UUID NOT NULL, 
    email VARCHAR(255) NOT NULL, 
    name VARCHAR(255) NOT NULL, 
    hashed_password VARCHAR(255) NOT NULL, 
    role VARCHAR(50) NOT NULL, 
    assigned_clients UUID[] DEFAULT '{}' NOT NULL, 
    permissions JSONB DEFAULT '{}' NOT NULL, 
    national_id_hash VARCHAR(255), 
    bankid_verified BOOLEAN DEFAULT false NOT NULL, 
    last_bankid_verification TIMESTAMP WITH TIME ZONE, 
    is_active BOOLEAN DEFAULT true NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    last_login TIMESTAMP WITH TIME ZONE, 
    CONSTRAINT users_pkey PRIMARY KEY (id), 
    CONSTRAINT uq_users_email UNIQUE (tenant_id, email), 
    CONSTRAINT users_tenant_id_fkey FOREIGN KEY(tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

COMMENT ON TABLE users IS 'People who work for a tenant';

COMMENT ON COLUMN users.hashed_password IS 'Hash with its salt and parameters; never a password';

COMMENT ON COLUMN users.role IS 'Chosen for each user; no default, because none is safe to assume';

COMMENT ON COLUMN users.assigned_clients IS 'clients.id of those that the user works for';

COMMENT ON COLUMN users.national_id_hash IS 'Hash of the national identity number that BankID confirmed';

CREATE UNIQUE INDEX ux_users_tenant_id_id ON users (tenant_id, id);

CREATE INDEX ix_users_email ON users (email);

CREATE TABLE chart_of_accounts (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    client_id UUID NOT NULL, 
    account_number VARCHAR(10) NOT NULL, 
    account_name VARCHAR(255) NOT NULL, 
    account_type VARCHAR(50) NOT NULL, 
    parent_account_number VARCHAR(10), 
    account_level INTEGER DEFAULT 1 NOT NULL, 
    default_vat_code VARCHAR(10), 
    vat_deductible BOOLEAN DEFAULT false NOT NULL, 
    requires_reconciliation BOOLEAN DEFAULT false NOT NULL, 
    reconciliation_frequency VARCHAR(20), 
    ai_suggested_descriptions VARCHAR[] DEFAULT '{}' NOT NULL, 
    ai_usage_count INTEGER DEFAULT 0 NOT NULL, 
    is_active BOOLEAN DEFAULT true NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT chart_of_accounts_pkey PRIMARY KEY (id), 
    CONSTRAINT uq_client_account_number UNIQUE (client_id, account_number), 
    CONSTRAINT chart_of_accounts_client_id_fkey FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE CASCADE
);

COMMENT ON TABLE chart_of_accounts IS 'Accounts of each client, numbered after NS 4102';

COMMENT ON COLUMN chart_of_accounts.account_number IS 'NS 4102 number; its first digit is the class';

COMMENT ON COLUMN chart_of_accounts.default_vat_code IS 'VAT code that a line on this account gets unless it states another';

COMMENT ON COLUMN chart_of_accounts.vat_deductible IS 'Whether input VAT on this account may be deducted; false until someone says so';

CREATE INDEX ix_chart_of_accounts_account_number ON chart_of_accounts (account_number);

CREATE TABLE general_ledger (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    client_id UUID NOT NULL, 
    entry_date DATE NOT NULL, 
    accounting_date DATE NOT NULL, 
    period VARCHAR(7) NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    voucher_number VARCHAR(50) NOT NULL, 
    voucher_series VARCHAR(10) DEFAULT 'A' NOT NULL, 
    description TEXT NOT NULL, 
    source_type VARCHAR(50) NOT NULL, 
    source_id UUID, 
    created_by_type VARCHAR(20) NOT NULL, 
    created_by_id UUID, 
    is_reversed BOOLEAN DEFAULT false NOT NULL, 
    reversed_by_entry_id UUID, 
    reversal_reason TEXT, 
    status VARCHAR(20) DEFAULT 'posted' NOT NULL, 
    locked BOOLEAN DEFAULT false NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT general_ledger_pkey PRIMARY KEY (id), 
    CONSTRAINT uq_client_voucher UNIQUE (client_id, voucher_series, voucher_number), 
    CONSTRAINT uq_general_ledger_client_id_id UNIQUE (client_id, id), 
    CONSTRAINT general_ledger_client_id_fkey FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE RESTRICT, 
    CONSTRAINT general_ledger_client_id_reversed_by_entry_id_fkey FOREIGN KEY(client_id, reversed_by_entry_id) REFERENCES general_ledger (client_id, id) ON DELETE RESTRICT
);

COMMENT ON TABLE general_ledger IS 'Ledger entries (vouchers); immutable, corrected by a reversing entry only';

COMMENT ON COLUMN general_ledger.period IS 'Accounting period, YYYY-MM';

COMMENT ON COLUMN general_ledger.source_id IS 'Row that the entry was made from, in the table that source_type names';

COMMENT ON COLUMN general_ledger.created_by_id IS 'User or agent session, as created_by_type says';

COMMENT ON COLUMN general_ledger.reversed_by_entry_id IS 'The entry of the same client that reverses this one';

COMMENT ON COLUMN general_ledger.locked IS 'True once the period is closed';

CREATE INDEX ix_general_ledger_accounting_date ON general_ledger (accounting_date);

CREATE INDEX ix_general_ledger_period ON general_ledger (period);

CREATE INDEX ix_general_ledger_fiscal_year ON general_ledger (fiscal_year);

CREATE INDEX ix_general_ledger_voucher_number ON general_ledger (voucher_number);

CREATE INDEX ix_general_ledger_source_type_source_id ON general_ledger (source_type, source_id);

CREATE INDEX ix_general_ledger_client_id_reversed_by_entry_id ON general_ledger (client_id, reversed_by_entry_id);

CREATE TABLE general_ledger_lines (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    client_id UUID NOT NULL, 
    general_ledger_id UUID NOT NULL, 
    line_number INTEGER NOT NULL, 
    account_number VARCHAR(10) NOT NULL, 
    debit_amount NUMERIC(15, 2) DEFAULT 0 NOT NULL, 
    credit_amount NUMERIC(15, 2) DEFAULT 0 NOT NULL, 
    vat_code VARCHAR(10), 
    vat_amount NUMERIC(15, 2) DEFAULT 0 NOT NULL, 
    vat_base_amount NUMERIC(15, 2) DEFAULT 0 NOT NULL, 
    department_id UUID, 
    project_id UUID, 
    cost_center_id UUID, 
    line_description TEXT, 
    ai_confidence_score INTEGER, 
    ai_reasoning TEXT, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT general_ledger_lines_pkey PRIMARY KEY (id), 
    CONSTRAINT check_amounts_positive CHECK (debit_amount >= 0 and credit_amount >= 0), 
    CONSTRAINT check_debit_or_credit CHECK ((debit_amount > 0 and credit_amount = 0) or (credit_amount > 0 and debit_amount = 0)), 
    CONSTRAINT uq_gl_line_number UNIQUE (client_id, general_ledger_id, line_number), 
    CONSTRAINT general_ledger_lines_client_id_general_ledger_id_fkey FOREIGN KEY(client_id, general_ledger_id) REFERENCES general_ledger (client_id, id) ON DELETE RESTRICT
);

COMMENT ON TABLE general_ledger_lines IS 'Debit and credit lines of the ledger entries; immutable';

COMMENT ON COLUMN general_ledger_lines.client_id IS 'The client of the entry; kept equal to it by the foreign key';

COMMENT ON COLUMN general_ledger_lines.account_number IS 'NS 4102 number from the chart of accounts of the client';

COMMENT ON COLUMN general_ledger_lines.vat_code IS 'Norwegian standard tax code (SAF-T); null where the line bears no VAT';

COMMENT ON COLUMN general_ledger_lines.vat_base_amount IS 'Amount that the VAT was computed from';

COMMENT ON COLUMN general_ledger_lines.ai_confidence_score IS 'Percent; null for a line that a person wrote';

CREATE INDEX ix_general_ledger_lines_general_ledger_id ON general_ledger_lines (general_ledger_id);

CREATE INDEX ix_general_ledger_lines_account_number ON general_ledger_lines (account_number);

CREATE INDEX ix_general_ledger_lines_client_id_account_number ON general_ledger_lines (client_id, account_number);

CREATE TABLE documents (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    client_id UUID NOT NULL, 
    s3_bucket VARCHAR(255) NOT NULL, 
    s3_key VARCHAR(1024) NOT NULL, 
    s3_version_id VARCHAR(255), 
    filename VARCHAR(255) NOT NULL, 
    mime_type VARCHAR(100) NOT NULL, 
    file_size BIGINT NOT NULL, 
    file_hash VARCHAR(64), 
    document_type VARCHAR(50) NOT NULL, 
    ocr_text TEXT, 
    ocr_processed BOOLEAN DEFAULT false NOT NULL, 
    ocr_processed_at TIMESTAMP WITH TIME ZONE, 
    is_public BOOLEAN DEFAULT false NOT NULL, 
    download_url VARCHAR(1024), 
    download_url_expires_at TIMESTAMP WITH TIME ZONE, 
    uploaded_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    uploaded_by_user_id UUID, 
    CONSTRAINT documents_pkey PRIMARY KEY (id), 
    CONSTRAINT documents_client_id_fkey FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE CASCADE
);

COMMENT ON TABLE documents IS 'Vouchers and attachments; the files themselves lie in S3';

COMMENT ON COLUMN documents.file_size IS 'Bytes';

COMMENT ON COLUMN documents.file_hash IS 'SHA-256 of the file, in hexadecimal';

COMMENT ON COLUMN documents.uploaded_by_user_id IS 'Null for a document that arrived by EHF or e-mail';

CREATE UNIQUE INDEX ux_documents_client_id_id ON documents (client_id, id);

CREATE INDEX ix_documents_s3_key ON documents (s3_key);

CREATE INDEX ix_documents_file_hash ON documents (file_hash);

CREATE TABLE audit_trail (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    client_id UUID, 
    table_name VARCHAR(100) NOT NULL, 
    record_id UUID NOT NULL, 
    action VARCHAR(20) NOT NULL, 
    old_value JSONB, 
    new_value JSONB, 
    changed_by_type VARCHAR(20) NOT NULL, 
    changed_by_id UUID, 
    changed_by_name VARCHAR(255), 
    reason TEXT, 
    ip_address VARCHAR(45), 
    user_agent VARCHAR(500), 
    timestamp TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT audit_trail_pkey PRIMARY KEY (id), 
    CONSTRAINT audit_trail_client_id_fkey FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE RESTRICT
);

COMMENT ON TABLE audit_trail IS 'Who changed what, when and why; immutable, to be kept for five years';

COMMENT ON COLUMN audit_trail.client_id IS 'Null for a change above all clients, such as to a tenant or a user';

COMMENT ON COLUMN audit_trail.record_id IS 'Row that changed, in the table that table_name names; not a foreign key, it outlives the row';

COMMENT ON COLUMN audit_trail.changed_by_name IS 'The name at that time; it outlives the user';

CREATE INDEX ix_audit_trail_client_id ON audit_trail (client_id);

CREATE INDEX ix_audit_trail_table_name ON audit_trail (table_name);

CREATE INDEX ix_audit_trail_record_id ON audit_trail (record_id);

CREATE INDEX ix_audit_trail_changed_by_id ON audit_trail (changed_by_id);

CREATE INDEX ix_audit_trail_timestamp ON audit_trail (timestamp);

CREATE TABLE vendors (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    client_id UUID NOT NULL, 
    vendor_number VARCHAR(50) NOT NULL, 
    name VARCHAR(255) NOT NULL, 
    org_number VARCHAR(20), 
    contact_person VARCHAR(255), 
    email VARCHAR(255), 
    phone VARCHAR(50), 
    account_number VARCHAR(10) NOT NULL, 
    payment_terms VARCHAR(50), 
    default_vat_code VARCHAR(10), 
    bank_account VARCHAR(50), 
    iban VARCHAR(50), 
    swift_bic VARCHAR(20), 
    ai_learned_categories JSONB DEFAULT '[]' NOT NULL, 
    ai_average_amount NUMERIC(15, 2), 
    ai_payment_pattern VARCHAR(50), 
    is_active BOOLEAN DEFAULT true NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT vendors_pkey PRIMARY KEY (id), 
    CONSTRAINT uq_client_vendor_number UNIQUE (client_id, vendor_number), 
    CONSTRAINT vendors_client_id_fkey FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE CASCADE
);

COMMENT ON TABLE vendors IS 'Suppliers of a client';

COMMENT ON COLUMN vendors.account_number IS 'NS 4102 number of the account that the debt is booked on';

COMMENT ON COLUMN vendors.default_vat_code IS 'VAT code of the vendor''s invoices unless they state another';

CREATE UNIQUE INDEX ux_vendors_client_id_id ON vendors (client_id, id);

CREATE INDEX ix_vendors_name ON vendors (name);

CREATE INDEX ix_vendors_org_number ON vendors (org_number);

CREATE TABLE vendor_invoices (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    client_id UUID NOT NULL, 
    vendor_id UUID, 
    invoice_number VARCHAR(100) NOT NULL, 
    invoice_date DATE NOT NULL, 
    due_date DATE NOT NULL, 
    amount_excl_vat NUMERIC(15, 2) NOT NULL, 
    vat_code VARCHAR(10), 
    vat_amount NUMERIC(15, 2) NOT NULL, 
    total_amount NUMERIC(15, 2) NOT NULL, 
    currency VARCHAR(3) DEFAULT 'NOK' NOT NULL, 
    ehf_message_id VARCHAR(255), 
    ehf_raw_xml TEXT, 
    ehf_received_at TIMESTAMP WITH TIME ZONE, 
    document_id UUID, 
    general_ledger_id UUID, 
    booked_at TIMESTAMP WITH TIME ZONE, 
    payment_status VARCHAR(20) DEFAULT 'unpaid' NOT NULL, 
    paid_amount NUMERIC(15, 2) DEFAULT 0 NOT NULL, 
    payment_date DATE, 
    ai_processed BOOLEAN DEFAULT false NOT NULL, 
    ai_confidence_score INTEGER, 
    ai_booking_suggestion JSONB, 
    ai_detected_category VARCHAR(100), 
    ai_detected_issues VARCHAR[] DEFAULT '{}' NOT NULL, 
    ai_reasoning TEXT, 
    review_status VARCHAR(20) DEFAULT 'pending' NOT NULL, 
    reviewed_by_user_id UUID, 
    reviewed_at TIMESTAMP WITH TIME ZONE, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT vendor_invoices_pkey PRIMARY KEY (id), 
    CONSTRAINT vendor_invoices_client_id_fkey FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE RESTRICT, 
    CONSTRAINT vendor_invoices_client_id_vendor_id_fkey FOREIGN KEY(client_id, vendor_id) REFERENCES vendors (client_id, id) ON DELETE RESTRICT, 
    CONSTRAINT vendor_invoices_client_id_document_id_fkey FOREIGN KEY(client_id, document_id) REFERENCES documents (client_id, id) ON DELETE RESTRICT, 
    CONSTRAINT vendor_invoices_client_id_general_ledger_id_fkey FOREIGN KEY(client_id, general_ledger_id) REFERENCES general_ledger (client_id, id) ON DELETE RESTRICT
);

COMMENT ON TABLE vendor_invoices IS 'Invoices that a client received, from arrival through booking to payment';

COMMENT ON COLUMN vendor_invoices.vendor_id IS 'Null until the vendor is recognised';

COMMENT ON COLUMN vendor_invoices.vat_code IS 'Norwegian standard tax code (SAF-T); null where several apply, which the ledger lines then state';

COMMENT ON COLUMN vendor_invoices.ehf_raw_xml IS 'The electronic invoice as received';

COMMENT ON COLUMN vendor_invoices.general_ledger_id IS 'The entry that booked it; null until then';

CREATE INDEX ix_vendor_invoices_client_id_vendor_id ON vendor_invoices (client_id, vendor_id);

CREATE INDEX ix_vendor_invoices_client_id_document_id ON vendor_invoices (client_id, document_id);

CREATE INDEX ix_vendor_invoices_client_id_general_ledger_id ON vendor_invoices (client_id, general_ledger_id);

CREATE INDEX ix_vendor_invoices_invoice_number ON vendor_invoices (invoice_number);

CREATE INDEX ix_vendor_invoices_invoice_date ON vendor_invoices (invoice_date);

CREATE INDEX ix_vendor_invoices_due_date ON vendor_invoices (due_date);

CREATE INDEX ix_vendor_invoices_ehf_message_id ON vendor_invoices (ehf_message_id);

CREATE TABLE review_queue (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    client_id UUID NOT NULL, 
    source_type VARCHAR(50) NOT NULL, 
    source_id UUID NOT NULL, 
    priority VARCHAR(20) DEFAULT 'medium' NOT NULL, 
    status VARCHAR(20) DEFAULT 'pending' NOT NULL, 
    issue_category VARCHAR(50) NOT NULL, 
    issue_description TEXT NOT NULL, 
    ai_suggestion JSONB, 
    ai_confidence INTEGER, 
    ai_reasoning TEXT, 
    assigned_to_user_id UUID, 
    assigned_at TIMESTAMP WITH TIME ZONE, 
    resolved_by_user_id UUID, 
    resolved_at TIMESTAMP WITH TIME ZONE, 
    resolution_notes TEXT, 
    apply_to_similar BOOLEAN DEFAULT false NOT NULL, 
    similar_items_affected INTEGER DEFAULT 0 NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT review_queue_pkey PRIMARY KEY (id), 
    CONSTRAINT review_queue_client_id_fkey FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE CASCADE
);

COMMENT ON TABLE review_queue IS 'What an agent was not sure of and a person must decide';

COMMENT ON COLUMN review_queue.source_id IS 'Row to be reviewed, in the table that source_type names';

COMMENT ON COLUMN review_queue.ai_confidence IS 'Percent';

COMMENT ON COLUMN review_queue.apply_to_similar IS 'Whether the decision holds for the similar items too';

CREATE UNIQUE INDEX ux_review_queue_client_id_id ON review_queue (client_id, id);

CREATE INDEX ix_review_queue_source_id ON review_queue (source_id);

CREATE INDEX ix_review_queue_assigned_to_user_id ON review_queue (assigned_to_user_id);

CREATE INDEX ix_review_queue_created_at ON review_queue (created_at);

CREATE INDEX ix_review_queue_status_priority ON review_queue (status, priority);

CREATE TABLE corrections (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    tenant_id UUID NOT NULL, 
    client_id UUID NOT NULL, 
    review_queue_id UUID NOT NULL, 
    journal_entry_id UUID NOT NULL, 
    original_entry JSONB NOT NULL, 
    corrected_entry JSONB NOT NULL, 
    correction_reason TEXT, 
    batch_id UUID, 
    similar_corrected INTEGER DEFAULT 0 NOT NULL, 
    corrected_by UUID NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT corrections_pkey PRIMARY KEY (id), 
    CONSTRAINT corrections_tenant_id_corrected_by_fkey FOREIGN KEY(tenant_id, corrected_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT, 
    CONSTRAINT corrections_client_id_review_queue_id_fkey FOREIGN KEY(client_id, review_queue_id) REFERENCES review_queue (client_id, id) ON DELETE RESTRICT, 
    CONSTRAINT corrections_client_id_journal_entry_id_fkey FOREIGN KEY(client_id, journal_entry_id) REFERENCES general_ledger (client_id, id) ON DELETE RESTRICT
);

COMMENT ON TABLE corrections IS 'What people changed in entries that agents proposed; the agents learn from it';

COMMENT ON COLUMN corrections.tenant_id IS 'The tenant of the user who corrected';

COMMENT ON COLUMN corrections.client_id IS 'The client of both the review item and the ledger entry';

COMMENT ON COLUMN corrections.batch_id IS 'Shared by the corrections that were made in one go; null for a single one';

COMMENT ON COLUMN corrections.similar_corrected IS 'How many similar entries were corrected along with this one';

CREATE INDEX ix_corrections_tenant_id_corrected_by ON corrections (tenant_id, corrected_by);

CREATE INDEX ix_corrections_client_id_review_queue_id ON corrections (client_id, review_queue_id);

CREATE INDEX ix_corrections_client_id_journal_entry_id ON corrections (client_id, journal_entry_id);

CREATE INDEX ix_corrections_created_at ON corrections (created_at);

CREATE INDEX ix_corrections_batch_id ON corrections (batch_id);

CREATE TABLE agent_tasks (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    tenant_id UUID NOT NULL, 
    agent_type VARCHAR(50) NOT NULL, 
    task_type VARCHAR(100) NOT NULL, 
    status VARCHAR(20) DEFAULT 'pending' NOT NULL, 
    priority INTEGER DEFAULT 5 NOT NULL, 
    payload JSONB DEFAULT '{}' NOT NULL, 
    result JSONB, 
    error_message TEXT, 
    retry_count INTEGER DEFAULT 0 NOT NULL, 
    max_retries INTEGER DEFAULT 3 NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    started_at TIMESTAMP WITH TIME ZONE, 
    completed_at TIMESTAMP WITH TIME ZONE, 
    parent_task_id UUID, 
    CONSTRAINT agent_tasks_pkey PRIMARY KEY (id), 
    CONSTRAINT agent_tasks_tenant_id_fkey FOREIGN KEY(tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

COMMENT ON TABLE agent_tasks IS 'Queue of work for the agents; workers claim with FOR UPDATE SKIP LOCKED';

COMMENT ON COLUMN agent_tasks.priority IS 'The higher, the sooner';

COMMENT ON COLUMN agent_tasks.parent_task_id IS 'The task of the same tenant that this one is a part of; deleted with it';

CREATE UNIQUE INDEX ux_agent_tasks_tenant_id_id ON agent_tasks (tenant_id, id);

ALTER TABLE agent_tasks ADD CONSTRAINT agent_tasks_tenant_id_parent_task_id_fkey FOREIGN KEY(tenant_id, parent_task_id) REFERENCES agent_tasks (tenant_id, id) ON DELETE CASCADE;

CREATE INDEX ix_agent_tasks_tenant_id_parent_task_id ON agent_tasks (tenant_id, parent_task_id);

CREATE INDEX ix_agent_tasks_agent_type ON agent_tasks (agent_type);

CREATE INDEX ix_agent_tasks_status ON agent_tasks (status);

CREATE INDEX ix_agent_tasks_created_at ON agent_tasks (created_at);

CREATE INDEX ix_agent_tasks_claim ON agent_tasks (agent_type, status, priority desc, created_at) WHERE status = 'pending';

CREATE TABLE agent_events (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    tenant_id UUID NOT NULL, 
    event_type VARCHAR(100) NOT NULL, 
    payload JSONB DEFAULT '{}' NOT NULL, 
    processed BOOLEAN DEFAULT false NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT agent_events_pkey PRIMARY KEY (id), 
    CONSTRAINT agent_events_tenant_id_fkey FOREIGN KEY(tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

COMMENT ON TABLE agent_events IS 'What happened that agents may react to; polled';

CREATE INDEX ix_agent_events_tenant_id ON agent_events (tenant_id);

CREATE INDEX ix_agent_events_event_type ON agent_events (event_type);

CREATE INDEX ix_agent_events_created_at ON agent_events (created_at);

CREATE INDEX ix_agent_events_unprocessed ON agent_events (processed, created_at) WHERE processed = false;

CREATE TABLE agent_decisions (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    client_id UUID NOT NULL, 
    agent_type VARCHAR(50) NOT NULL, 
    agent_session_id VARCHAR(255), 
    decision_type VARCHAR(50) NOT NULL, 
    source_type VARCHAR(50) NOT NULL, 
    source_id UUID NOT NULL, 
    input_data JSONB NOT NULL, 
    decision JSONB NOT NULL, 
    confidence_score INTEGER NOT NULL, 
    reasoning TEXT, 
    patterns_used JSONB DEFAULT '[]' NOT NULL, 
    correct BOOLEAN, 
    human_feedback TEXT, 
    corrected_decision JSONB, 
    feedback_received_at TIMESTAMP WITH TIME ZONE, 
    processing_time_ms INTEGER, 
    model_used VARCHAR(100), 
    tokens_used INTEGER, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT agent_decisions_pkey PRIMARY KEY (id), 
    CONSTRAINT agent_decisions_client_id_fkey FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE CASCADE
);

COMMENT ON TABLE agent_decisions IS 'What agents decided, from what, and whether people agreed';

COMMENT ON COLUMN agent_decisions.source_id IS 'Row that was decided on, in the table that source_type names';

COMMENT ON COLUMN agent_decisions.confidence_score IS 'Percent';

COMMENT ON COLUMN agent_decisions.patterns_used IS 'agent_learned_patterns.id of those that were applied';

COMMENT ON COLUMN agent_decisions.correct IS 'What a person said of it; null as long as nobody has';

CREATE INDEX ix_agent_decisions_client_id ON agent_decisions (client_id);

CREATE INDEX ix_agent_decisions_agent_type ON agent_decisions (agent_type);

CREATE INDEX ix_agent_decisions_source_id ON agent_decisions (source_id);

CREATE INDEX ix_agent_decisions_created_at ON agent_decisions (created_at);

CREATE TABLE agent_learned_patterns (
    id UUID DEFAULT gen_random_uuid() NOT NULL, 
    tenant_id UUID NOT NULL, 
    pattern_type VARCHAR(50) NOT NULL, 
    pattern_name VARCHAR(255), 
    description TEXT, 
    trigger JSONB NOT NULL, 
    action JSONB NOT NULL, 
    applies_to_clients UUID[] DEFAULT '{}' NOT NULL, 
    global_pattern BOOLEAN DEFAULT false NOT NULL, 
    success_rate NUMERIC(5, 4), 
    times_applied INTEGER DEFAULT 0 NOT NULL, 
    times_correct INTEGER DEFAULT 0 NOT NULL, 
    times_incorrect INTEGER DEFAULT 0 NOT NULL, 
    confidence_boost INTEGER DEFAULT 0 NOT NULL, 
    created_from_decision_ids UUID[] DEFAULT '{}' NOT NULL, 
    learned_from_user_id UUID, 
    is_active BOOLEAN DEFAULT true NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    last_applied_at TIMESTAMP WITH TIME ZONE, 
    CONSTRAINT agent_learned_patterns_pkey PRIMARY KEY (id), 
    CONSTRAINT agent_learned_patterns_tenant_id_fkey FOREIGN KEY(tenant_id) REFERENCES tenants (id) ON DELETE CASCADE
);

COMMENT ON TABLE agent_learned_patterns IS 'What agents learned from the people of one tenant, and use for that tenant only';

COMMENT ON COLUMN agent_learned_patterns.trigger IS 'When the pattern applies';

COMMENT ON COLUMN agent_learned_patterns.action IS 'What the agent then does';

COMMENT ON COLUMN agent_learned_patterns.applies_to_clients IS 'clients.id of those that it applies to, unless it is global';

COMMENT ON COLUMN agent_learned_patterns.global_pattern IS 'Applies to all clients of the tenant; never to those of another';

COMMENT ON COLUMN agent_learned_patterns.success_rate IS 'times_correct by times_applied, 0 to 1; null until first applied';

COMMENT ON COLUMN agent_learned_patterns.confidence_boost IS 'Percentage points added to the confidence of a decision';

CREATE INDEX ix_agent_learned_patterns_tenant_id ON agent_learned_patterns (tenant_id);

CREATE INDEX ix_agent_learned_patterns_pattern_type ON agent_learned_patterns (pattern_type);

CREATE INDEX ix_agent_learned_patterns_created_at ON agent_learned_patterns (created_at);

create function forbid_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception '% is immutable: % is not allowed', tg_table_name, tg_op
    using errcode = 'restrict_violation',
          hint    = tg_argv[0],
          schema  = tg_table_schema,
          table   = tg_table_name;
end
$$;

comment on function forbid_change() is 'Refuses the statement; the argument of the trigger is the hint on what to do instead';

create function forbid_change_except_reversal() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  reversal constant text[] := array['status', 'is_reversed', 'reversed_by_entry_id', 'reversal_reason', 'locked'];
  changed  text;
begin
  -- Asks for what may change, not for what may not: a column that is added later is guarded from its first day.
  select string_agg(o.key, ', ' order by o.key)
    into changed
    from jsonb_each(to_jsonb(old)) as o
    join jsonb_each(to_jsonb(new)) as n on n.key = o.key
   where n.value is distinct from o.value
     and o.key <> all (reversal);

  if changed is not null then
    raise exception '% is immutable: UPDATE of % is not allowed', tg_table_name, changed
      using errcode = 'restrict_violation',
            detail  = format('Entry %s. Only these columns may change: %s.', old.id, array_to_string(reversal, ', ')),
            hint    = 'Post an entry that reverses this one.',
            schema  = tg_table_schema,
            table   = tg_table_name;
  end if;
  return new;
end
$$;

comment on function forbid_change_except_reversal() is 'Lets an UPDATE of a ledger entry change only the columns that record its reversal';

create trigger audit_trail_no_change before update or delete on audit_trail for each row execute function forbid_change('Write another row that says what is right.');

alter table audit_trail enable always trigger audit_trail_no_change;

create trigger audit_trail_no_truncate before truncate on audit_trail for each statement execute function forbid_change('The audit trail is kept for five years.');

alter table audit_trail enable always trigger audit_trail_no_truncate;

create trigger general_ledger_reversal_only before update on general_ledger for each row execute function forbid_change_except_reversal();

alter table general_ledger enable always trigger general_ledger_reversal_only;

create trigger general_ledger_no_delete before delete on general_ledger for each row execute function forbid_change('Post an entry that reverses this one.');

alter table general_ledger enable always trigger general_ledger_no_delete;

create trigger general_ledger_no_truncate before truncate on general_ledger for each statement execute function forbid_change('Post entries that reverse these.');

alter table general_ledger enable always trigger general_ledger_no_truncate;

create trigger general_ledger_lines_no_change before update or delete on general_ledger_lines for each row execute function forbid_change('Post an entry that reverses the one of this line.');

alter table general_ledger_lines enable always trigger general_ledger_lines_no_change;

create trigger general_ledger_lines_no_truncate before truncate on general_ledger_lines for each statement execute function forbid_change('Post entries that reverse these.');

alter table general_ledger_lines enable always trigger general_ledger_lines_no_truncate;

create function current_tenant_id() returns uuid
  language sql
  stable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$$;

comment on function current_tenant_id() is 'The tenant that the transaction works for; null where none is set';

alter table tenants enable row level security;

alter table tenants force row level security;

create policy tenant_isolation on tenants using (id = (select current_tenant_id())) with check (id = (select current_tenant_id()));

alter table clients enable row level security;

alter table clients force row level security;

create policy tenant_isolation on clients using (tenant_id = (select current_tenant_id())) with check (tenant_id = (select current_tenant_id()));

alter table users enable row level security;

alter table users force row level security;

create policy tenant_isolation on users using (tenant_id = (select current_tenant_id())) with check (tenant_id = (select current_tenant_id()));

alter table chart_of_accounts enable row level security;

alter table chart_of_accounts force row level security;

create policy tenant_isolation on chart_of_accounts using (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))) with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));

alter table general_ledger enable row level security;

alter table general_ledger force row level security;

create policy tenant_isolation on general_ledger using (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))) with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));

alter table general_ledger_lines enable row level security;

alter table general_ledger_lines force row level security;

create policy tenant_isolation on general_ledger_lines using (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))) with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));

alter table documents enable row level security;

alter table documents force row level security;

create policy tenant_isolation on documents using (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))) with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));

alter table audit_trail enable row level security;

alter table audit_trail force row level security;

create policy tenant_isolation on audit_trail using (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))) with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))) or (client_id is null and (select current_tenant_id()) is not null));

alter table vendors enable row level security;

alter table vendors force row level security;

create policy tenant_isolation on vendors using (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))) with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));

alter table vendor_invoices enable row level security;

alter table vendor_invoices force row level security;

create policy tenant_isolation on vendor_invoices using (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))) with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));

alter table review_queue enable row level security;

alter table review_queue force row level security;

create policy tenant_isolation on review_queue using (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))) with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));

alter table corrections enable row level security;

alter table corrections force row level security;

create policy tenant_isolation on corrections using (tenant_id = (select current_tenant_id()) and client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))) with check (tenant_id = (select current_tenant_id()) and client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));

alter table agent_tasks enable row level security;

alter table agent_tasks force row level security;

create policy tenant_isolation on agent_tasks using (tenant_id = (select current_tenant_id())) with check (tenant_id = (select current_tenant_id()));

alter table agent_events enable row level security;

alter table agent_events force row level security;

create policy tenant_isolation on agent_events using (tenant_id = (select current_tenant_id())) with check (tenant_id = (select current_tenant_id()));

alter table agent_decisions enable row level security;

alter table agent_decisions force row level security;

create policy tenant_isolation on agent_decisions using (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))) with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));

alter table agent_learned_patterns enable row level security;

alter table agent_learned_patterns force row level security;

create policy tenant_isolation on agent_learned_patterns using (tenant_id = (select current_tenant_id())) with check (tenant_id = (select current_tenant_id()));

grant select, insert, update on tenants to kontali_app;

grant select, insert, update, delete on clients to kontali_app;

grant select, insert, update, delete on users to kontali_app;

grant select, insert, update, delete on chart_of_accounts to kontali_app;

grant select, insert on general_ledger to kontali_app;

grant update (status, is_reversed, reversed_by_entry_id, reversal_reason, locked) on general_ledger to kontali_app;

grant select, insert on general_ledger_lines to kontali_app;

grant select, insert, update, delete on documents to kontali_app;

grant select, insert on audit_trail to kontali_app;

grant select, insert, update, delete on vendors to kontali_app;

grant select, insert, update, delete on vendor_invoices to kontali_app;

grant select, insert, update, delete on review_queue to kontali_app;

grant select, insert, update, delete on corrections to kontali_app;

grant select, insert, update, delete on agent_tasks to kontali_app;

grant select, insert, update, delete on agent_events to kontali_app;

grant select, insert, update, delete on agent_decisions to kontali_app;

grant select, insert, update, delete on agent_learned_patterns to kontali_app;

INSERT INTO alembic_version (version_num) VALUES ('001') RETURNING alembic_version.version_num;

COMMIT;

