-- Kontali ERP, revision 001, as delivered: the schema that the delivery report was written about.
-- A test fixture. Names, types, missing defaults and missing actions are those of the delivery; nothing is mended.

create table tenants (
  id                uuid not null,
  name              character varying(255) not null,
  org_number        character varying(20) not null,
  subscription_tier character varying(20) not null,
  max_clients       integer,
  billing_email     character varying(255),
  settings          json,
  created_at        timestamp without time zone not null,
  updated_at        timestamp without time zone not null,
  constraint tenants_pkey PRIMARY KEY (id),
  constraint uq_tenants_org_number UNIQUE (org_number)
);

create index ix_tenants_name on tenants using btree (name);
create index ix_tenants_org_number on tenants using btree (org_number);

create table clients (
  id                      uuid not null,
  tenant_id               uuid not null,
  client_number           character varying(50) not null,
  name                    character varying(255) not null,
  org_number              character varying(20) not null,
  ehf_endpoint            character varying(255),
  active_banks            json,
  altinn_api_access       boolean,
  fiscal_year_start       integer,
  accounting_method       character varying(20),
  vat_term                character varying(20),
  base_currency           character varying(3),
  ai_automation_level     character varying(20) not null,
  ai_confidence_threshold integer,
  status                  character varying(20),
  created_at              timestamp without time zone not null,
  updated_at              timestamp without time zone not null,
  constraint clients_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint clients_pkey PRIMARY KEY (id),
  constraint uq_clients_org_number UNIQUE (org_number),
  constraint uq_tenant_client_number UNIQUE (tenant_id, client_number)
);

create index ix_clients_tenant_id on clients using btree (tenant_id);
create index ix_clients_name on clients using btree (name);
create index ix_clients_org_number on clients using btree (org_number);

create table users (
  id                       uuid not null,
  tenant_id                uuid not null,
  email                    character varying(255) not null,
  name                     character varying(255) not null,
  hashed_password          character varying(255) not null,
  role                     character varying(50) not null,
  assigned_clients         uuid[],
  permissions              json,
  national_id_hash         character varying(255),
  bankid_verified          boolean,
  last_bankid_verification timestamp without time zone,
  is_active                boolean,
  created_at               timestamp without time zone not null,
  last_login               timestamp without time zone,
  constraint users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint users_pkey PRIMARY KEY (id),
  constraint uq_users_email UNIQUE (email)
);

create index ix_users_tenant_id on users using btree (tenant_id);
create index ix_users_email on users using btree (email);

create table chart_of_accounts (
  id                        uuid not null,
  client_id                 uuid not null,
  account_number            character varying(10) not null,
  account_name              character varying(255) not null,
  account_type              character varying(50) not null,
  parent_account_number     character varying(10),
  account_level             integer,
  default_vat_code          character varying(10),
  vat_deductible            boolean,
  requires_reconciliation   boolean,
  reconciliation_frequency  character varying(20),
  ai_suggested_descriptions character varying[],
  ai_usage_count            integer,
  is_active                 boolean,
  created_at                timestamp without time zone not null,
  updated_at                timestamp without time zone not null,
  constraint chart_of_accounts_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id) ON DELETE CASCADE,
  constraint chart_of_accounts_pkey PRIMARY KEY (id),
  constraint uq_client_account_number UNIQUE (client_id, account_number)
);

create index ix_chart_of_accounts_client_id on chart_of_accounts using btree (client_id);
create index ix_chart_of_accounts_account_number on chart_of_accounts using btree (account_number);

create table general_ledger (
  id                   uuid not null,
  client_id            uuid not null,
  entry_date           date not null,
  accounting_date      date not null,
  period               character varying(7) not null,
  fiscal_year          integer not null,
  voucher_number       character varying(50) not null,
  voucher_series       character varying(10),
  description          text not null,
  source_type          character varying(50) not null,
  source_id            uuid,
  created_by_type      character varying(20) not null,
  created_by_id        uuid,
  is_reversed          boolean,
  reversed_by_entry_id uuid,
  reversal_reason      text,
  status               character varying(20) not null,
  locked               boolean,
  created_at           timestamp without time zone not null,
  constraint general_ledger_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id) ON DELETE RESTRICT,
  constraint general_ledger_reversed_by_entry_id_fkey FOREIGN KEY (reversed_by_entry_id) REFERENCES general_ledger(id),
  constraint general_ledger_pkey PRIMARY KEY (id),
  constraint uq_client_voucher UNIQUE (client_id, voucher_series, voucher_number)
);

create index ix_general_ledger_client_id on general_ledger using btree (client_id);
create index ix_general_ledger_accounting_date on general_ledger using btree (accounting_date);
create index ix_general_ledger_period on general_ledger using btree (period);
create index ix_general_ledger_fiscal_year on general_ledger using btree (fiscal_year);
create index ix_general_ledger_voucher_number on general_ledger using btree (voucher_number);

create table general_ledger_lines (
  id                  uuid not null,
  general_ledger_id   uuid not null,
  line_number         integer not null,
  account_number      character varying(10) not null,
  debit_amount        numeric(15,2) not null,
  credit_amount       numeric(15,2) not null,
  vat_code            character varying(10),
  vat_amount          numeric(15,2),
  vat_base_amount     numeric(15,2),
  department_id       uuid,
  project_id          uuid,
  cost_center_id      uuid,
  line_description    text,
  ai_confidence_score integer,
  ai_reasoning        text,
  created_at          timestamp without time zone not null,
  constraint check_amounts_positive CHECK (((debit_amount >= (0)::numeric) AND (credit_amount >= (0)::numeric))),
  constraint check_debit_or_credit CHECK ((((debit_amount > (0)::numeric) AND (credit_amount = (0)::numeric)) OR ((credit_amount > (0)::numeric) AND (debit_amount = (0)::numeric)))),
  constraint general_ledger_lines_general_ledger_id_fkey FOREIGN KEY (general_ledger_id) REFERENCES general_ledger(id) ON DELETE CASCADE,
  constraint general_ledger_lines_pkey PRIMARY KEY (id),
  constraint uq_gl_line_number UNIQUE (general_ledger_id, line_number)
);

create index ix_general_ledger_lines_general_ledger_id on general_ledger_lines using btree (general_ledger_id);
create index ix_general_ledger_lines_account_number on general_ledger_lines using btree (account_number);

create table documents (
  id                      uuid not null,
  client_id               uuid not null,
  s3_bucket               character varying(255) not null,
  s3_key                  character varying(1024) not null,
  s3_version_id           character varying(255),
  filename                character varying(255) not null,
  mime_type               character varying(100) not null,
  file_size               bigint not null,
  file_hash               character varying(64),
  document_type           character varying(50) not null,
  ocr_text                text,
  ocr_processed           boolean,
  ocr_processed_at        timestamp without time zone,
  is_public               boolean,
  download_url            character varying(1024),
  download_url_expires_at timestamp without time zone,
  uploaded_at             timestamp without time zone not null,
  uploaded_by_user_id     uuid,
  constraint documents_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id) ON DELETE CASCADE,
  constraint documents_pkey PRIMARY KEY (id)
);

create index ix_documents_client_id on documents using btree (client_id);
create index ix_documents_s3_key on documents using btree (s3_key);
create index ix_documents_file_hash on documents using btree (file_hash);

create table audit_trail (
  id              uuid not null,
  client_id       uuid,
  table_name      character varying(100) not null,
  record_id       uuid not null,
  action          character varying(20) not null,
  old_value       json,
  new_value       json,
  changed_by_type character varying(20) not null,
  changed_by_id   uuid,
  changed_by_name character varying(255),
  reason          text,
  ip_address      character varying(45),
  user_agent      character varying(500),
  "timestamp"     timestamp without time zone not null,
  constraint audit_trail_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id) ON DELETE RESTRICT,
  constraint audit_trail_pkey PRIMARY KEY (id)
);

create index ix_audit_trail_client_id on audit_trail using btree (client_id);
create index ix_audit_trail_table_name on audit_trail using btree (table_name);
create index ix_audit_trail_record_id on audit_trail using btree (record_id);
create index ix_audit_trail_timestamp on audit_trail using btree ("timestamp");

create table vendors (
  id                    uuid not null,
  client_id             uuid not null,
  vendor_number         character varying(50) not null,
  name                  character varying(255) not null,
  org_number            character varying(20),
  contact_person        character varying(255),
  email                 character varying(255),
  phone                 character varying(50),
  account_number        character varying(10) not null,
  payment_terms         character varying(50),
  default_vat_code      character varying(10),
  bank_account          character varying(50),
  iban                  character varying(50),
  swift_bic             character varying(20),
  ai_learned_categories json,
  ai_average_amount     numeric(15,2),
  ai_payment_pattern    character varying(50),
  is_active             boolean,
  created_at            timestamp without time zone not null,
  updated_at            timestamp without time zone not null,
  constraint vendors_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id) ON DELETE CASCADE,
  constraint vendors_pkey PRIMARY KEY (id),
  constraint uq_client_vendor_number UNIQUE (client_id, vendor_number)
);

create index ix_vendors_client_id on vendors using btree (client_id);
create index ix_vendors_name on vendors using btree (name);
create index ix_vendors_org_number on vendors using btree (org_number);

create table vendor_invoices (
  id                    uuid not null,
  client_id             uuid not null,
  vendor_id             uuid,
  invoice_number        character varying(100) not null,
  invoice_date          date not null,
  due_date              date not null,
  amount_excl_vat       numeric(15,2) not null,
  vat_amount            numeric(15,2) not null,
  total_amount          numeric(15,2) not null,
  currency              character varying(3),
  ehf_message_id        character varying(255),
  ehf_raw_xml           text,
  ehf_received_at       timestamp without time zone,
  document_id           uuid,
  general_ledger_id     uuid,
  booked_at             timestamp without time zone,
  payment_status        character varying(20) not null,
  paid_amount           numeric(15,2),
  payment_date          date,
  ai_processed          boolean,
  ai_confidence_score   integer,
  ai_booking_suggestion json,
  ai_detected_category  character varying(100),
  ai_detected_issues    character varying[],
  ai_reasoning          text,
  review_status         character varying(20) not null,
  reviewed_by_user_id   uuid,
  reviewed_at           timestamp without time zone,
  created_at            timestamp without time zone not null,
  updated_at            timestamp without time zone not null,
  constraint vendor_invoices_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id) ON DELETE RESTRICT,
  constraint vendor_invoices_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint vendor_invoices_general_ledger_id_fkey FOREIGN KEY (general_ledger_id) REFERENCES general_ledger(id),
  constraint vendor_invoices_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendors(id) ON DELETE RESTRICT,
  constraint vendor_invoices_pkey PRIMARY KEY (id)
);

create index ix_vendor_invoices_client_id on vendor_invoices using btree (client_id);
create index ix_vendor_invoices_vendor_id on vendor_invoices using btree (vendor_id);
create index ix_vendor_invoices_invoice_number on vendor_invoices using btree (invoice_number);
create index ix_vendor_invoices_invoice_date on vendor_invoices using btree (invoice_date);
create index ix_vendor_invoices_due_date on vendor_invoices using btree (due_date);
create index ix_vendor_invoices_ehf_message_id on vendor_invoices using btree (ehf_message_id);

create table review_queue (
  id                     uuid not null,
  client_id              uuid not null,
  source_type            character varying(50) not null,
  source_id              uuid not null,
  priority               character varying(20) not null,
  status                 character varying(20) not null,
  issue_category         character varying(50) not null,
  issue_description      text not null,
  ai_suggestion          json,
  ai_confidence          integer,
  ai_reasoning           text,
  assigned_to_user_id    uuid,
  assigned_at            timestamp without time zone,
  resolved_by_user_id    uuid,
  resolved_at            timestamp without time zone,
  resolution_notes       text,
  apply_to_similar       boolean,
  similar_items_affected integer,
  created_at             timestamp without time zone not null,
  updated_at             timestamp without time zone not null,
  constraint review_queue_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id) ON DELETE CASCADE,
  constraint review_queue_pkey PRIMARY KEY (id)
);

create index ix_review_queue_client_id on review_queue using btree (client_id);
create index ix_review_queue_source_id on review_queue using btree (source_id);
create index ix_review_queue_status on review_queue using btree (status);
create index ix_review_queue_assigned_to_user_id on review_queue using btree (assigned_to_user_id);
create index ix_review_queue_created_at on review_queue using btree (created_at);
create index ix_review_queue_status_priority on review_queue using btree (status, priority);

create table corrections (
  id                uuid not null,
  tenant_id         uuid not null,
  review_queue_id   uuid not null,
  journal_entry_id  uuid not null,
  original_entry    json not null,
  corrected_entry   json not null,
  correction_reason text,
  batch_id          uuid,
  similar_corrected integer,
  corrected_by      uuid not null,
  created_at        timestamp without time zone not null,
  constraint corrections_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES users(id),
  constraint corrections_journal_entry_id_fkey FOREIGN KEY (journal_entry_id) REFERENCES general_ledger(id),
  constraint corrections_review_queue_id_fkey FOREIGN KEY (review_queue_id) REFERENCES review_queue(id),
  constraint corrections_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES clients(id) ON DELETE CASCADE,
  constraint corrections_pkey PRIMARY KEY (id)
);

create index ix_corrections_tenant_id on corrections using btree (tenant_id);
create index ix_corrections_review_queue_id on corrections using btree (review_queue_id);
create index ix_corrections_journal_entry_id on corrections using btree (journal_entry_id);
create index ix_corrections_created_at on corrections using btree (created_at);
create index ix_corrections_batch_id on corrections using btree (batch_id);

create table agent_tasks (
  id             uuid not null,
  tenant_id      uuid not null,
  agent_type     character varying(50) not null,
  task_type      character varying(100) not null,
  status         character varying(20) not null,
  priority       integer not null,
  payload        json not null,
  result         json,
  error_message  text,
  retry_count    integer not null,
  max_retries    integer not null,
  created_at     timestamp without time zone not null,
  started_at     timestamp without time zone,
  completed_at   timestamp without time zone,
  parent_task_id uuid,
  constraint agent_tasks_parent_task_id_fkey FOREIGN KEY (parent_task_id) REFERENCES agent_tasks(id),
  constraint agent_tasks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES clients(id) ON DELETE CASCADE,
  constraint agent_tasks_pkey PRIMARY KEY (id)
);

create index ix_agent_tasks_tenant_id on agent_tasks using btree (tenant_id);
create index ix_agent_tasks_agent_type on agent_tasks using btree (agent_type);
create index ix_agent_tasks_status on agent_tasks using btree (status);
create index ix_agent_tasks_created_at on agent_tasks using btree (created_at);
create index ix_agent_tasks_claim on agent_tasks using btree (agent_type, status, priority, created_at) WHERE ((status)::text = 'pending'::text);

create table agent_events (
  id         uuid not null,
  tenant_id  uuid not null,
  event_type character varying(100) not null,
  payload    json not null,
  processed  boolean not null,
  created_at timestamp without time zone not null,
  constraint agent_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES clients(id) ON DELETE CASCADE,
  constraint agent_events_pkey PRIMARY KEY (id)
);

create index ix_agent_events_tenant_id on agent_events using btree (tenant_id);
create index ix_agent_events_event_type on agent_events using btree (event_type);
create index ix_agent_events_processed on agent_events using btree (processed);
create index ix_agent_events_created_at on agent_events using btree (created_at);
create index ix_agent_events_unprocessed on agent_events using btree (processed, created_at) WHERE (processed = false);

create table agent_decisions (
  id                   uuid not null,
  client_id            uuid not null,
  agent_type           character varying(50) not null,
  agent_session_id     character varying(255),
  decision_type        character varying(50) not null,
  source_type          character varying(50) not null,
  source_id            uuid not null,
  input_data           json not null,
  decision             json not null,
  confidence_score     integer not null,
  reasoning            text,
  patterns_used        json,
  correct              boolean,
  human_feedback       text,
  corrected_decision   json,
  feedback_received_at timestamp without time zone,
  processing_time_ms   integer,
  model_used           character varying(100),
  tokens_used          integer,
  created_at           timestamp without time zone not null,
  constraint agent_decisions_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id) ON DELETE CASCADE,
  constraint agent_decisions_pkey PRIMARY KEY (id)
);

create index ix_agent_decisions_client_id on agent_decisions using btree (client_id);
create index ix_agent_decisions_agent_type on agent_decisions using btree (agent_type);
create index ix_agent_decisions_source_id on agent_decisions using btree (source_id);
create index ix_agent_decisions_created_at on agent_decisions using btree (created_at);

create table agent_learned_patterns (
  id                        uuid not null,
  pattern_type              character varying(50) not null,
  pattern_name              character varying(255),
  description               text,
  trigger                   json not null,
  action                    json not null,
  applies_to_clients        uuid[],
  global_pattern            boolean,
  success_rate              numeric(5,4),
  times_applied             integer,
  times_correct             integer,
  times_incorrect           integer,
  confidence_boost          integer,
  created_from_decision_ids uuid[],
  learned_from_user_id      uuid,
  is_active                 boolean,
  created_at                timestamp without time zone not null,
  updated_at                timestamp without time zone not null,
  last_applied_at           timestamp without time zone,
  constraint agent_learned_patterns_pkey PRIMARY KEY (id)
);

create index ix_agent_learned_patterns_pattern_type on agent_learned_patterns using btree (pattern_type);
create index ix_agent_learned_patterns_created_at on agent_learned_patterns using btree (created_at);
create index ix_agent_learned_patterns_is_active on agent_learned_patterns using btree (is_active);

create table alembic_version (
  version_num character varying(32) not null,
  constraint alembic_version_pkc PRIMARY KEY (version_num)
);

insert into alembic_version (version_num) values ('001');
