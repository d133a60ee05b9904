-- Kontali ERP, revision 001: the initial schema.
--
-- PostgreSQL 14 to 18; no extension. Read it from top to bottom: a table stands after those that it refers to.
--
--   System                alembic_version
--   Tenants and users     tenants, clients, users
--   Accounting            chart_of_accounts, general_ledger, general_ledger_lines
--   Documents and audit   documents, audit_trail
--   Vendors               vendors, vendor_invoices
--   Review                review_queue, corrections
--   AI agents             agent_tasks, agent_events, agent_decisions, agent_learned_patterns
--   Immutability          the triggers that guard audit_trail, general_ledger and general_ledger_lines
--   Tenant isolation      row security and a policy on every table that has rows of a tenant
--   Privileges            what the application may do, and no more
--
-- Run it as the role that shall own the tables. The application's role, kontali_app, must be there: roles belong to the
-- server, so operations makes it (NOSUPERUSER NOBYPASSRLS, no member of the owner), and no migration drops it.
--
-- Who owns a row. A tenant is an accounting firm; a client is a company whose books the firm keeps. Every business
-- table has a tenant_id or a client_id, and a foreign key between two such tables has that column on both sides:
-- PostgreSQL itself refuses an invoice of one client that points to the vendor of another.
-- Such a foreign key needs a unique key (tenant_id, id) or (client_id, id) to point to. As id alone is unique, that
-- key is no rule of the business, but a means: a unique index (ux_...), which also serves every search by tenant or
-- client. In the ledger it is a constraint, because four foreign keys rest on it.
--
-- What a delete does. CASCADE: the row means nothing without the one it refers to. RESTRICT: the row is accounting
-- material, or is referred to by such, so that the tenant, client or user above it can no longer be deleted.
--
-- Every foreign key has an index whose first columns are its own; where a unique key already begins with them, that
-- key is the index.


-- ---------------------------------------------------------------------------------------------------------------------
-- System
-- ---------------------------------------------------------------------------------------------------------------------

create table alembic_version (
  version_num varchar(32) not null,
  constraint alembic_version_pkc primary key (version_num)
);

comment on table alembic_version is 'The revision that this database is at; one row, written by Alembic';

insert into alembic_version (version_num) values ('001');


-- ---------------------------------------------------------------------------------------------------------------------
-- Tenants and users
-- ---------------------------------------------------------------------------------------------------------------------

create table tenants (
  id                uuid         primary key default gen_random_uuid(),
  name              varchar(255) not null,
  org_number        varchar(20)  not null,
  subscription_tier varchar(20)  not null default 'basic',
  max_clients       integer,
  billing_email     varchar(255),
  settings          jsonb        not null default '{}',
  created_at        timestamptz  not null default now(),
  updated_at        timestamptz  not null default now(),
  constraint uq_tenants_org_number unique (org_number)
);

create index ix_tenants_name on tenants (name);

comment on table tenants is 'Accounting firms, the root of all ownership';
comment on column tenants.max_clients is 'How many clients the subscription allows; null for no limit';


create table clients (
  id                      uuid         primary key default gen_random_uuid(),
  tenant_id               uuid         not null references tenants (id) on delete cascade,
  client_number           varchar(50)  not null,
  name                    varchar(255) not null,
  org_number              varchar(20)  not null,
  ehf_endpoint            varchar(255),
  active_banks            jsonb        not null default '[]',
  altinn_api_access       boolean      not null default false,
  fiscal_year_start       integer      not null default 1,
  accounting_method       varchar(20)  not null default 'accrual',
  vat_term                varchar(20)  not null default 'bimonthly',
  base_currency           varchar(3)   not null default 'NOK',
  ai_automation_level     varchar(20)  not null default 'assisted',
  ai_confidence_threshold integer      not null default 85,
  status                  varchar(20)  not null default 'active',
  created_at              timestamptz  not null default now(),
  updated_at              timestamptz  not null default now(),
  -- Two firms may keep books for one company, one after the other: its number is unique within the firm only.
  constraint uq_clients_org_number    unique (tenant_id, org_number),
  constraint uq_tenant_client_number  unique (tenant_id, client_number)
);

create index ix_clients_name       on clients (name);
create index ix_clients_org_number on clients (org_number);

comment on table clients is 'Companies whose books a tenant keeps';
comment on column clients.ehf_endpoint is 'Address of the client in the EHF (Peppol) network for electronic invoices';
comment on column clients.fiscal_year_start is 'Month in which the fiscal year begins, 1 to 12';
comment on column clients.vat_term is 'How often VAT is reported; two months is the Norwegian rule';
comment on column clients.ai_confidence_threshold is 'Percent; an agent that is less sure sends its work to review_queue';


create table users (
  id                       uuid         primary key default gen_random_uuid(),
  tenant_id                uuid         not null references tenants (id) on delete cascade,
  email                    varchar(255) not null,
  name                     varchar(255) not null,
  hashed_password          varchar(255) not null,
  role                     varchar(50)  not null,
  assigned_clients         uuid[]       not null default '{}',
  permissions              jsonb        not null default '{}',
  national_id_hash         varchar(255),
  bankid_verified          boolean      not null default false,
  last_bankid_verification timestamptz,
  is_active                boolean      not null default true,
  created_at               timestamptz  not null default now(),
  last_login               timestamptz,
  constraint uq_users_email unique (tenant_id, email)
);

create unique index ux_users_tenant_id_id on users (tenant_id, id);
create index        ix_users_email        on users (email);

comment on table users is 'People who work for a tenant';
comment on column users.hashed_password is 'Hash with its salt and parameters; never a password';
comment on column users.role is 'Chosen for each user; no default, because none is safe to assume';
comment on column users.assigned_clients is 'clients.id of those that the user works for';
comment on column users.national_id_hash is 'Hash of the national identity number that BankID confirmed';


-- ---------------------------------------------------------------------------------------------------------------------
-- Accounting
-- ---------------------------------------------------------------------------------------------------------------------

create table chart_of_accounts (
  id                        uuid         primary key default gen_random_uuid(),
  client_id                 uuid         not null references clients (id) on delete cascade,
  account_number            varchar(10)  not null,
  account_name              varchar(255) not null,
  account_type              varchar(50)  not null,
  parent_account_number     varchar(10),
  account_level             integer      not null default 1,
  default_vat_code          varchar(10),
  vat_deductible            boolean      not null default false,
  requires_reconciliation   boolean      not null default false,
  reconciliation_frequency  varchar(20),
  ai_suggested_descriptions varchar[]    not null default '{}',
  ai_usage_count            integer      not null default 0,
  is_active                 boolean      not null default true,
  created_at                timestamptz  not null default now(),
  updated_at                timestamptz  not null default now(),
  constraint uq_client_account_number unique (client_id, account_number)
);

create index ix_chart_of_accounts_account_number on chart_of_accounts (account_number);

comment on table chart_of_accounts is 'Accounts of each client, numbered after NS 4102';
comment on column chart_of_accounts.account_number is 'NS 4102 number; its first digit is the class';
comment on column chart_of_accounts.default_vat_code is 'VAT code that a line on this account gets unless it states another';
comment on column chart_of_accounts.vat_deductible is 'Whether input VAT on this account may be deducted; false until someone says so';


create table general_ledger (
  id                   uuid        primary key default gen_random_uuid(),
  client_id            uuid        not null references clients (id) on delete restrict,
  entry_date           date        not null,
  accounting_date      date        not null,
  period               varchar(7)  not null,
  fiscal_year          integer     not null,
  voucher_number       varchar(50) not null,
  voucher_series       varchar(10) not null default 'A',
  description          text        not null,
  source_type          varchar(50) not null,
  source_id            uuid,
  created_by_type      varchar(20) not null,
  created_by_id        uuid,
  is_reversed          boolean     not null default false,
  reversed_by_entry_id uuid,
  reversal_reason      text,
  status               varchar(20) not null default 'posted',
  locked               boolean     not null default false,
  created_at           timestamptz not null default now(),
  -- voucher_series is not null: two vouchers of one number and no series would both pass this constraint.
  constraint uq_client_voucher              unique (client_id, voucher_series, voucher_number),
  constraint uq_general_ledger_client_id_id unique (client_id, id),
  constraint general_ledger_client_id_reversed_by_entry_id_fkey
    foreign key (client_id, reversed_by_entry_id) references general_ledger (client_id, id) on delete restrict
);

create index ix_general_ledger_accounting_date                on general_ledger (accounting_date);
create index ix_general_ledger_period                         on general_ledger (period);
create index ix_general_ledger_fiscal_year                    on general_ledger (fiscal_year);
create index ix_general_ledger_voucher_number                 on general_ledger (voucher_number);
create index ix_general_ledger_source_type_source_id          on general_ledger (source_type, source_id);
create index ix_general_ledger_client_id_reversed_by_entry_id on general_ledger (client_id, reversed_by_entry_id);

comment on table general_ledger is 'Ledger entries (vouchers); immutable, corrected by a reversing entry only';
comment on column general_ledger.period is 'Accounting period, YYYY-MM';
comment on column general_ledger.source_id is 'Row that the entry was made from, in the table that source_type names';
comment on column general_ledger.created_by_id is 'User or agent session, as created_by_type says';
comment on column general_ledger.reversed_by_entry_id is 'The entry of the same client that reverses this one';
comment on column general_ledger.locked is 'True once the period is closed';


create table general_ledger_lines (
  id                  uuid          primary key default gen_random_uuid(),
  client_id           uuid          not null,
  general_ledger_id   uuid          not null,
  line_number         integer       not null,
  account_number      varchar(10)   not null,
  debit_amount        numeric(15,2) not null default 0,
  credit_amount       numeric(15,2) not null default 0,
  vat_code            varchar(10),
  vat_amount          numeric(15,2) not null default 0,
  vat_base_amount     numeric(15,2) not null default 0,
  department_id       uuid,
  project_id          uuid,
  cost_center_id      uuid,
  line_description    text,
  ai_confidence_score integer,
  ai_reasoning        text,
  created_at          timestamptz   not null default now(),
  constraint check_amounts_positive check (debit_amount >= 0 and credit_amount >= 0),
  constraint check_debit_or_credit  check ((debit_amount > 0 and credit_amount = 0)
                                        or (credit_amount > 0 and debit_amount = 0)),
  constraint uq_gl_line_number unique (client_id, general_ledger_id, line_number),
  -- No foreign key client_id -> clients: both columns are not null and the entry's client_id has that foreign key.
  constraint general_ledger_lines_client_id_general_ledger_id_fkey
    foreign key (client_id, general_ledger_id) references general_ledger (client_id, id) on delete restrict
);

create index ix_general_ledger_lines_general_ledger_id        on general_ledger_lines (general_ledger_id);
create index ix_general_ledger_lines_account_number           on general_ledger_lines (account_number);
create index ix_general_ledger_lines_client_id_account_number on general_ledger_lines (client_id, account_number);

comment on table general_ledger_lines is 'Debit and credit lines of the ledger entries; immutable';
comment on column general_ledger_lines.client_id is 'The client of the entry; kept equal to it by the foreign key';
comment on column general_ledger_lines.account_number is 'NS 4102 number from the chart of accounts of the client';
comment on column general_ledger_lines.vat_code is 'Norwegian standard tax code (SAF-T); null where the line bears no VAT';
comment on column general_ledger_lines.vat_base_amount is 'Amount that the VAT was computed from';
comment on column general_ledger_lines.ai_confidence_score is 'Percent; null for a line that a person wrote';


-- ---------------------------------------------------------------------------------------------------------------------
-- Documents and audit
-- ---------------------------------------------------------------------------------------------------------------------

create table documents (
  id                      uuid          primary key default gen_random_uuid(),
  client_id               uuid          not null references clients (id) on delete cascade,
  s3_bucket               varchar(255)  not null,
  s3_key                  varchar(1024) not null,
  s3_version_id           varchar(255),
  filename                varchar(255)  not null,
  mime_type               varchar(100)  not null,
  file_size               bigint        not null,
  file_hash               varchar(64),
  document_type           varchar(50)   not null,
  ocr_text                text,
  ocr_processed           boolean       not null default false,
  ocr_processed_at        timestamptz,
  is_public               boolean       not null default false,
  download_url            varchar(1024),
  download_url_expires_at timestamptz,
  uploaded_at             timestamptz   not null default now(),
  uploaded_by_user_id     uuid
);

create unique index ux_documents_client_id_id on documents (client_id, id);
create index        ix_documents_s3_key       on documents (s3_key);
create index        ix_documents_file_hash    on documents (file_hash);

comment on table documents is 'Vouchers and attachments; the files themselves lie in S3';
comment on column documents.file_size is 'Bytes';
comment on column documents.file_hash is 'SHA-256 of the file, in hexadecimal';
comment on column documents.uploaded_by_user_id is 'Null for a document that arrived by EHF or e-mail';


create table audit_trail (
  id              uuid         primary key default gen_random_uuid(),
  client_id       uuid         references clients (id) on delete restrict,
  table_name      varchar(100) not null,
  record_id       uuid         not null,
  action          varchar(20)  not null,
  old_value       jsonb,
  new_value       jsonb,
  changed_by_type varchar(20)  not null,
  changed_by_id   uuid,
  changed_by_name varchar(255),
  reason          text,
  ip_address      varchar(45),
  user_agent      varchar(500),
  "timestamp"     timestamptz  not null default now()
);

create index ix_audit_trail_client_id     on audit_trail (client_id);
create index ix_audit_trail_table_name    on audit_trail (table_name);
create index ix_audit_trail_record_id     on audit_trail (record_id);
create index ix_audit_trail_changed_by_id on audit_trail (changed_by_id);
create index ix_audit_trail_timestamp     on audit_trail ("timestamp");

comment on table audit_trail is 'Who changed what, when and why; immutable, to be kept for five years';
comment on column audit_trail.client_id is 'Null for a change above all clients, such as to a tenant or a user';
comment on column audit_trail.record_id is 'Row that changed, in the table that table_name names; not a foreign key, it outlives the row';
comment on column audit_trail.changed_by_name is 'The name at that time; it outlives the user';


-- ---------------------------------------------------------------------------------------------------------------------
-- Vendors
-- ---------------------------------------------------------------------------------------------------------------------

create table vendors (
  id                    uuid          primary key default gen_random_uuid(),
  client_id             uuid          not null references clients (id) on delete cascade,
  vendor_number         varchar(50)   not null,
  name                  varchar(255)  not null,
  org_number            varchar(20),
  contact_person        varchar(255),
  email                 varchar(255),
  phone                 varchar(50),
  account_number        varchar(10)   not null,
  payment_terms         varchar(50),
  default_vat_code      varchar(10),
  bank_account          varchar(50),
  iban                  varchar(50),
  swift_bic             varchar(20),
  ai_learned_categories jsonb         not null default '[]',
  ai_average_amount     numeric(15,2),
  ai_payment_pattern    varchar(50),
  is_active             boolean       not null default true,
  created_at            timestamptz   not null default now(),
  updated_at            timestamptz   not null default now(),
  constraint uq_client_vendor_number unique (client_id, vendor_number)
);

create unique index ux_vendors_client_id_id on vendors (client_id, id);
create index        ix_vendors_name         on vendors (name);
create index        ix_vendors_org_number   on vendors (org_number);

comment on table vendors is 'Suppliers of a client';
comment on column vendors.account_number is 'NS 4102 number of the account that the debt is booked on';
comment on column vendors.default_vat_code is 'VAT code of the vendor''s invoices unless they state another';


create table vendor_invoices (
  id                    uuid          primary key default gen_random_uuid(),
  client_id             uuid          not null references clients (id) on delete restrict,
  vendor_id             uuid,
  invoice_number        varchar(100)  not null,
  invoice_date          date          not null,
  due_date              date          not null,
  amount_excl_vat       numeric(15,2) not null,
  vat_code              varchar(10),
  vat_amount            numeric(15,2) not null,
  total_amount          numeric(15,2) not null,
  currency              varchar(3)    not null default 'NOK',
  ehf_message_id        varchar(255),
  ehf_raw_xml           text,
  ehf_received_at       timestamptz,
  document_id           uuid,
  general_ledger_id     uuid,
  booked_at             timestamptz,
  payment_status        varchar(20)   not null default 'unpaid',
  paid_amount           numeric(15,2) not null default 0,
  payment_date          date,
  ai_processed          boolean       not null default false,
  ai_confidence_score   integer,
  ai_booking_suggestion jsonb,
  ai_detected_category  varchar(100),
  ai_detected_issues    varchar[]     not null default '{}',
  ai_reasoning          text,
  review_status         varchar(20)   not null default 'pending',
  reviewed_by_user_id   uuid,
  reviewed_at           timestamptz,
  created_at            timestamptz   not null default now(),
  updated_at            timestamptz   not null default now(),
  -- The three below bind nothing while their second column is null, so client_id has a foreign key of its own.
  constraint vendor_invoices_client_id_vendor_id_fkey
    foreign key (client_id, vendor_id) references vendors (client_id, id) on delete restrict,
  constraint vendor_invoices_client_id_document_id_fkey
    foreign key (client_id, document_id) references documents (client_id, id) on delete restrict,
  constraint vendor_invoices_client_id_general_ledger_id_fkey
    foreign key (client_id, general_ledger_id) references general_ledger (client_id, id) on delete restrict
);

create index ix_vendor_invoices_client_id_vendor_id         on vendor_invoices (client_id, vendor_id);
create index ix_vendor_invoices_client_id_document_id       on vendor_invoices (client_id, document_id);
create index ix_vendor_invoices_client_id_general_ledger_id on vendor_invoices (client_id, general_ledger_id);
create index ix_vendor_invoices_invoice_number              on vendor_invoices (invoice_number);
create index ix_vendor_invoices_invoice_date                on vendor_invoices (invoice_date);
create index ix_vendor_invoices_due_date                    on vendor_invoices (due_date);
create index ix_vendor_invoices_ehf_message_id              on vendor_invoices (ehf_message_id);

comment on table vendor_invoices is 'Invoices that a client received, from arrival through booking to payment';
comment on column vendor_invoices.vendor_id is 'Null until the vendor is recognised';
comment on column vendor_invoices.vat_code is 'Norwegian standard tax code (SAF-T); null where several apply, which the ledger lines then state';
comment on column vendor_invoices.ehf_raw_xml is 'The electronic invoice as received';
comment on column vendor_invoices.general_ledger_id is 'The entry that booked it; null until then';


-- ---------------------------------------------------------------------------------------------------------------------
-- Review
-- ---------------------------------------------------------------------------------------------------------------------

create table review_queue (
  id                     uuid        primary key default gen_random_uuid(),
  client_id              uuid        not null references clients (id) on delete cascade,
  source_type            varchar(50) not null,
  source_id              uuid        not null,
  priority               varchar(20) not null default 'medium',
  status                 varchar(20) not null default 'pending',
  issue_category         varchar(50) not null,
  issue_description      text        not null,
  ai_suggestion          jsonb,
  ai_confidence          integer,
  ai_reasoning           text,
  assigned_to_user_id    uuid,
  assigned_at            timestamptz,
  resolved_by_user_id    uuid,
  resolved_at            timestamptz,
  resolution_notes       text,
  apply_to_similar       boolean     not null default false,
  similar_items_affected integer     not null default 0,
  created_at             timestamptz not null default now(),
  updated_at             timestamptz not null default now()
);

create unique index ux_review_queue_client_id_id        on review_queue (client_id, id);
create index        ix_review_queue_source_id           on review_queue (source_id);
create index        ix_review_queue_assigned_to_user_id on review_queue (assigned_to_user_id);
create index        ix_review_queue_created_at          on review_queue (created_at);
create index        ix_review_queue_status_priority     on review_queue (status, priority);

comment on table review_queue is 'What an agent was not sure of and a person must decide';
comment on column review_queue.source_id is 'Row to be reviewed, in the table that source_type names';
comment on column review_queue.ai_confidence is 'Percent';
comment on column review_queue.apply_to_similar is 'Whether the decision holds for the similar items too';


create table corrections (
  id                uuid        primary key default gen_random_uuid(),
  tenant_id         uuid        not null,
  client_id         uuid        not null,
  review_queue_id   uuid        not null,
  journal_entry_id  uuid        not null,
  original_entry    jsonb       not null,
  corrected_entry   jsonb       not null,
  correction_reason text,
  batch_id          uuid,
  similar_corrected integer     not null default 0,
  corrected_by      uuid        not null,
  created_at        timestamptz not null default now(),
  -- No foreign key tenant_id -> tenants, and none client_id -> clients. All columns here are not null, so the user
  -- exists, with the same tenant_id, which users.tenant_id holds to tenants; and the ledger entry exists, with the
  -- same client_id, which general_ledger.client_id holds to clients. A foreign key more would forbid nothing more.
  constraint corrections_tenant_id_corrected_by_fkey
    foreign key (tenant_id, corrected_by) references users (tenant_id, id) on delete restrict,
  constraint corrections_client_id_review_queue_id_fkey
    foreign key (client_id, review_queue_id) references review_queue (client_id, id) on delete restrict,
  constraint corrections_client_id_journal_entry_id_fkey
    foreign key (client_id, journal_entry_id) references general_ledger (client_id, id) on delete restrict
);

create index ix_corrections_tenant_id_corrected_by     on corrections (tenant_id, corrected_by);
create index ix_corrections_client_id_review_queue_id  on corrections (client_id, review_queue_id);
create index ix_corrections_client_id_journal_entry_id on corrections (client_id, journal_entry_id);
create index ix_corrections_created_at                 on corrections (created_at);
create index ix_corrections_batch_id                   on corrections (batch_id);

comment on table corrections is 'What people changed in entries that agents proposed; the agents learn from it';
comment on column corrections.tenant_id is 'The tenant of the user who corrected';
comment on column corrections.client_id is 'The client of both the review item and the ledger entry';
comment on column corrections.batch_id is 'Shared by the corrections that were made in one go; null for a single one';
comment on column corrections.similar_corrected is 'How many similar entries were corrected along with this one';


-- ---------------------------------------------------------------------------------------------------------------------
-- AI agents
-- ---------------------------------------------------------------------------------------------------------------------

create table agent_tasks (
  id             uuid         primary key default gen_random_uuid(),
  tenant_id      uuid         not null references tenants (id) on delete cascade,
  agent_type     varchar(50)  not null,
  task_type      varchar(100) not null,
  status         varchar(20)  not null default 'pending',
  priority       integer      not null default 5,
  payload        jsonb        not null default '{}',
  result         jsonb,
  error_message  text,
  retry_count    integer      not null default 0,
  max_retries    integer      not null default 3,
  created_at     timestamptz  not null default now(),
  started_at     timestamptz,
  completed_at   timestamptz,
  parent_task_id uuid
);

create unique index ux_agent_tasks_tenant_id_id             on agent_tasks (tenant_id, id);
create index        ix_agent_tasks_tenant_id_parent_task_id on agent_tasks (tenant_id, parent_task_id);
create index        ix_agent_tasks_agent_type               on agent_tasks (agent_type);
create index        ix_agent_tasks_status                   on agent_tasks (status);
create index        ix_agent_tasks_created_at               on agent_tasks (created_at);

-- After the table, because it refers to the unique index just made.
alter table agent_tasks add constraint agent_tasks_tenant_id_parent_task_id_fkey
  foreign key (tenant_id, parent_task_id) references agent_tasks (tenant_id, id) on delete cascade;

-- Workers claim by: where agent_type = ? and status = 'pending' order by priority desc, created_at limit 1
-- for update skip locked. The index has the very same order, so the first row of it is the next task.
create index ix_agent_tasks_claim on agent_tasks (agent_type, status, priority desc, created_at)
  where status = 'pending';

comment on table agent_tasks is 'Queue of work for the agents; workers claim with FOR UPDATE SKIP LOCKED';
comment on column agent_tasks.priority is 'The higher, the sooner';
comment on column agent_tasks.parent_task_id is 'The task of the same tenant that this one is a part of; deleted with it';


create table agent_events (
  id         uuid         primary key default gen_random_uuid(),
  tenant_id  uuid         not null references tenants (id) on delete cascade,
  event_type varchar(100) not null,
  payload    jsonb        not null default '{}',
  processed  boolean      not null default false,
  created_at timestamptz  not null default now()
);

create index ix_agent_events_tenant_id  on agent_events (tenant_id);
create index ix_agent_events_event_type on agent_events (event_type);
create index ix_agent_events_created_at on agent_events (created_at);

-- Polling reads the unprocessed events in the order of their time; the index holds no others.
create index ix_agent_events_unprocessed on agent_events (processed, created_at)
  where processed = false;

comment on table agent_events is 'What happened that agents may react to; polled';


create table agent_decisions (
  id                   uuid         primary key default gen_random_uuid(),
  client_id            uuid         not null references clients (id) on delete cascade,
  agent_type           varchar(50)  not null,
  agent_session_id     varchar(255),
  decision_type        varchar(50)  not null,
  source_type          varchar(50)  not null,
  source_id            uuid         not null,
  input_data           jsonb        not null,
  decision             jsonb        not null,
  confidence_score     integer      not null,
  reasoning            text,
  patterns_used        jsonb        not null default '[]',
  correct              boolean,
  human_feedback       text,
  corrected_decision   jsonb,
  feedback_received_at timestamptz,
  processing_time_ms   integer,
  model_used           varchar(100),
  tokens_used          integer,
  created_at           timestamptz  not null default now()
);

create index ix_agent_decisions_client_id  on agent_decisions (client_id);
create index ix_agent_decisions_agent_type on agent_decisions (agent_type);
create index ix_agent_decisions_source_id  on agent_decisions (source_id);
create index ix_agent_decisions_created_at on agent_decisions (created_at);

comment on table agent_decisions is 'What agents decided, from what, and whether people agreed';
comment on column agent_decisions.source_id is 'Row that was decided on, in the table that source_type names';
comment on column agent_decisions.confidence_score is 'Percent';
comment on column agent_decisions.patterns_used is 'agent_learned_patterns.id of those that were applied';
comment on column agent_decisions.correct is 'What a person said of it; null as long as nobody has';


create table agent_learned_patterns (
  id                        uuid         primary key default gen_random_uuid(),
  tenant_id                 uuid         not null references tenants (id) on delete cascade,
  pattern_type              varchar(50)  not null,
  pattern_name              varchar(255),
  description               text,
  trigger                   jsonb        not null,
  action                    jsonb        not null,
  applies_to_clients        uuid[]       not null default '{}',
  global_pattern            boolean      not null default false,
  success_rate              numeric(5,4),
  times_applied             integer      not null default 0,
  times_correct             integer      not null default 0,
  times_incorrect           integer      not null default 0,
  confidence_boost          integer      not null default 0,
  created_from_decision_ids uuid[]       not null default '{}',
  learned_from_user_id      uuid,
  is_active                 boolean      not null default true,
  created_at                timestamptz  not null default now(),
  updated_at                timestamptz  not null default now(),
  last_applied_at           timestamptz
);

create index ix_agent_learned_patterns_tenant_id    on agent_learned_patterns (tenant_id);
create index ix_agent_learned_patterns_pattern_type on agent_learned_patterns (pattern_type);
create index ix_agent_learned_patterns_created_at   on agent_learned_patterns (created_at);

comment on table agent_learned_patterns is 'What agents learned from the people of one tenant, and use for that tenant only';
comment on column agent_learned_patterns.trigger is 'When the pattern applies';
comment on column agent_learned_patterns.action is 'What the agent then does';
comment on column agent_learned_patterns.applies_to_clients is 'clients.id of those that it applies to, unless it is global';
comment on column agent_learned_patterns.global_pattern is 'Applies to all clients of the tenant; never to those of another';
comment on column agent_learned_patterns.success_rate is 'times_correct by times_applied, 0 to 1; null until first applied';
comment on column agent_learned_patterns.confidence_boost is 'Percentage points added to the confidence of a decision';


-- ---------------------------------------------------------------------------------------------------------------------
-- Immutability
--
-- Row triggers for UPDATE and DELETE, because an ON DELETE action and logical replication fire those; a statement
-- trigger for TRUNCATE, which knows no rows. ENABLE ALWAYS: they fire under session_replication_role = replica too.
-- They bind the owner of the tables as well; the application does not even have the privileges (see the end). What
-- remains is the power of the owner to disable or drop them: let the application be another role.
-- ---------------------------------------------------------------------------------------------------------------------

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


create trigger audit_trail_no_change before update or delete on audit_trail
  for each row execute function forbid_change('Write another row that says what is right.');
create trigger audit_trail_no_truncate before truncate on audit_trail
  for each statement execute function forbid_change('The audit trail is kept for five years.');

create trigger general_ledger_reversal_only before update on general_ledger
  for each row execute function forbid_change_except_reversal();
create trigger general_ledger_no_delete before delete on general_ledger
  for each row execute function forbid_change('Post an entry that reverses this one.');
create trigger general_ledger_no_truncate before truncate on general_ledger
  for each statement execute function forbid_change('Post entries that reverse these.');

create trigger general_ledger_lines_no_change before update or delete on general_ledger_lines
  for each row execute function forbid_change('Post an entry that reverses the one of this line.');
create trigger general_ledger_lines_no_truncate before truncate on general_ledger_lines
  for each statement execute function forbid_change('Post entries that reverse these.');

alter table audit_trail          enable always trigger audit_trail_no_change;
alter table audit_trail          enable always trigger audit_trail_no_truncate;
alter table general_ledger       enable always trigger general_ledger_reversal_only;
alter table general_ledger       enable always trigger general_ledger_no_delete;
alter table general_ledger       enable always trigger general_ledger_no_truncate;
alter table general_ledger_lines enable always trigger general_ledger_lines_no_change;
alter table general_ledger_lines enable always trigger general_ledger_lines_no_truncate;


-- ---------------------------------------------------------------------------------------------------------------------
-- Tenant isolation
--
-- The application says for whom it works, at the start of each transaction:
--     select set_config('app.tenant_id', '<tenants.id>', true)
-- and then sees, and can write, the rows of that tenant only. Where nothing is set, or '', which PostgreSQL leaves behind
-- after a transaction that set it, the tenant is null, no row equals it, and there are none.
--
-- FORCE: the owner of the tables is bound too, so that a program that works as the owner by mistake shows no more. Foreign
-- keys and their actions are not: they see all rows, which is why the keys themselves carry the owner of the row.
--
-- Each policy stands by itself: that of a client's table asks for the tenant of the clients, whatever guards these.
-- (select ...) and array(select ...) are evaluated once per statement, and what they give is compared by =, so that the
-- indexes that begin with tenant_id or client_id serve the policies.
-- ---------------------------------------------------------------------------------------------------------------------

create function current_tenant_id() returns uuid
  language sql
  stable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$$;

comment on function current_tenant_id() is 'The tenant that the transaction works for; null where none is set';

alter table tenants                enable row level security;
alter table clients                enable row level security;
alter table users                  enable row level security;
alter table chart_of_accounts      enable row level security;
alter table general_ledger         enable row level security;
alter table general_ledger_lines   enable row level security;
alter table documents              enable row level security;
alter table audit_trail            enable row level security;
alter table vendors                enable row level security;
alter table vendor_invoices        enable row level security;
alter table review_queue           enable row level security;
alter table corrections            enable row level security;
alter table agent_tasks            enable row level security;
alter table agent_events           enable row level security;
alter table agent_decisions        enable row level security;
alter table agent_learned_patterns enable row level security;

alter table tenants                force row level security;
alter table clients                force row level security;
alter table users                  force row level security;
alter table chart_of_accounts      force row level security;
alter table general_ledger         force row level security;
alter table general_ledger_lines   force row level security;
alter table documents              force row level security;
alter table audit_trail            force row level security;
alter table vendors                force row level security;
alter table vendor_invoices        force row level security;
alter table review_queue           force row level security;
alter table corrections            force row level security;
alter table agent_tasks            force row level security;
alter table agent_events           force row level security;
alter table agent_decisions        force row level security;
alter table agent_learned_patterns force row level security;

create policy tenant_isolation on tenants
  using      (id = (select current_tenant_id()))
  with check (id = (select current_tenant_id()));
create policy tenant_isolation on clients
  using      (tenant_id = (select current_tenant_id()))
  with check (tenant_id = (select current_tenant_id()));
create policy tenant_isolation on users
  using      (tenant_id = (select current_tenant_id()))
  with check (tenant_id = (select current_tenant_id()));
create policy tenant_isolation on chart_of_accounts
  using      (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))))
  with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));
create policy tenant_isolation on general_ledger
  using      (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))))
  with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));
create policy tenant_isolation on general_ledger_lines
  using      (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))))
  with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));
create policy tenant_isolation on documents
  using      (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))))
  with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));
-- A row above all clients is written within a tenant, and read by no tenant: it does not say whose it is.
create policy tenant_isolation on audit_trail
  using      (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))))
  with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id())))
              or (client_id is null and (select current_tenant_id()) is not null));
create policy tenant_isolation on vendors
  using      (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))))
  with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));
create policy tenant_isolation on vendor_invoices
  using      (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))))
  with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));
create policy tenant_isolation on review_queue
  using      (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))))
  with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));
-- Its user and its client could be of two tenants, for all that the foreign keys know; here both must be of this one.
create policy tenant_isolation on corrections
  using      (tenant_id = (select current_tenant_id())
              and client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))))
  with check (tenant_id = (select current_tenant_id())
              and client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));
create policy tenant_isolation on agent_tasks
  using      (tenant_id = (select current_tenant_id()))
  with check (tenant_id = (select current_tenant_id()));
create policy tenant_isolation on agent_events
  using      (tenant_id = (select current_tenant_id()))
  with check (tenant_id = (select current_tenant_id()));
create policy tenant_isolation on agent_decisions
  using      (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))))
  with check (client_id = any (array(select c.id from clients c where c.tenant_id = (select current_tenant_id()))));
create policy tenant_isolation on agent_learned_patterns
  using      (tenant_id = (select current_tenant_id()))
  with check (tenant_id = (select current_tenant_id()));


-- ---------------------------------------------------------------------------------------------------------------------
-- Privileges
--
-- What is not granted, the application cannot do. It truncates nothing, for TRUNCATE knows no row security. A tenant is
-- deleted by the owner; a ledger entry is reversed and locked, but otherwise not updated, and never deleted; its lines and
-- the audit trail are only ever added to. alembic_version is of no concern to the application.
-- ---------------------------------------------------------------------------------------------------------------------

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
