"""The initial schema

Revision ID: 001
Revises:
Create Date: 2025-11-20 09:00:00

The same schema as ../../../kontali-erp/migrations/001_initial_schema.sql, to the last default and comment: why it is
as it is stands there. A table stands after those that it refers to.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "001"
down_revision = None
branch_labels = None
depends_on = None

# Roles belong to the server: operations makes this one, and no revision drops it.
APPLICATION = "kontali_app"

TENANT = "(select current_tenant_id())"
OF_TENANT = f"tenant_id = {TENANT}"
OF_CLIENT = f"client_id = any (array(select c.id from clients c where c.tenant_id = {TENANT}))"

# What lets the rows of one tenant through, table by table.
ISOLATION = {
    "tenants": f"id = {TENANT}",
    "clients": OF_TENANT,
    "users": OF_TENANT,
    "chart_of_accounts": OF_CLIENT,
    "general_ledger": OF_CLIENT,
    "general_ledger_lines": OF_CLIENT,
    "documents": OF_CLIENT,
    "audit_trail": OF_CLIENT,
    "vendors": OF_CLIENT,
    "vendor_invoices": OF_CLIENT,
    "review_queue": OF_CLIENT,
    "corrections": f"{OF_TENANT} and {OF_CLIENT}",
    "agent_tasks": OF_TENANT,
    "agent_events": OF_TENANT,
    "agent_decisions": OF_CLIENT,
    "agent_learned_patterns": OF_TENANT,
}

# What may be written where that is more than what may be read.
WRITTEN = {"audit_trail": f"{OF_CLIENT} or (client_id is null and {TENANT} is not null)"}

# Where the application may do less than select, insert, update and delete.
PRIVILEGES = {
    "tenants": ["select, insert, update"],
    "general_ledger": [
        "select, insert",
        "update (status, is_reversed, reversed_by_entry_id, reversal_reason, locked)",
    ],
    "general_ledger_lines": ["select, insert"],
    "audit_trail": ["select, insert"],
}


def upgrade() -> None:
    # Alembic made its table before it came here; all that is left to do is to say what it is.
    op.create_table_comment("alembic_version", "The revision that this database is at; one row, written by Alembic")
    tenants_and_users()
    accounting()
    documents_and_audit()
    vendors()
    review()
    ai_agents()
    immutability()
    tenant_isolation()
    privileges()


def downgrade() -> None:
    # This destroys the books and the audit trail. The triggers guard rows, not tables: DROP TABLE by the owner passes.
    for name in (
        "agent_learned_patterns",
        "agent_decisions",
        "agent_events",
        "agent_tasks",
        "corrections",
        "review_queue",
        "vendor_invoices",
        "vendors",
        "audit_trail",
        "documents",
        "general_ledger_lines",
        "general_ledger",
        "chart_of_accounts",
        "users",
        "clients",
        "tenants",
    ):
        op.drop_table(name)
    op.execute("drop function forbid_change_except_reversal()")
    op.execute("drop function forbid_change()")
    op.execute("drop function current_tenant_id()")
    op.drop_table_comment("alembic_version")


def tenants_and_users() -> None:
    op.create_table(
        "tenants",
        uuid_key(),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("org_number", sa.String(20), nullable=False),
        sa.Column("subscription_tier", sa.String(20), server_default="basic", nullable=False),
        sa.Column("max_clients", sa.Integer(), comment="How many clients the subscription allows; null for no limit"),
        sa.Column("billing_email", sa.String(255)),
        json("settings"),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("id", name="tenants_pkey"),
        sa.UniqueConstraint("org_number", name="uq_tenants_org_number"),
        comment="Accounting firms, the root of all ownership",
    )
    op.create_index("ix_tenants_name", "tenants", ["name"])

    op.create_table(
        "clients",
        uuid_key(),
        sa.Column("tenant_id", postgresql.UUID(), nullable=False),
        sa.Column("client_number", sa.String(50), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("org_number", sa.String(20), nullable=False),
        sa.Column(
            "ehf_endpoint",
            sa.String(255),
            comment="Address of the client in the EHF (Peppol) network for electronic invoices",
        ),
        json("active_banks", default="[]"),
        flag("altinn_api_access"),
        sa.Column(
            "fiscal_year_start",
            sa.Integer(),
            server_default=sa.text("1"),
            nullable=False,
            comment="Month in which the fiscal year begins, 1 to 12",
        ),
        sa.Column("accounting_method", sa.String(20), server_default="accrual", nullable=False),
        sa.Column(
            "vat_term",
            sa.String(20),
            server_default="bimonthly",
            nullable=False,
            comment="How often VAT is reported; two months is the Norwegian rule",
        ),
        sa.Column("base_currency", sa.String(3), server_default="NOK", nullable=False),
        sa.Column("ai_automation_level", sa.String(20), server_default="assisted", nullable=False),
        sa.Column(
            "ai_confidence_threshold",
            sa.Integer(),
            server_default=sa.text("85"),
            nullable=False,
            comment="Percent; an agent that is less sure sends its work to review_queue",
        ),
        sa.Column("status", sa.String(20), server_default="active", nullable=False),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("id", name="clients_pkey"),
        sa.UniqueConstraint("tenant_id", "org_number", name="uq_clients_org_number"),
        sa.UniqueConstraint("tenant_id", "client_number", name="uq_tenant_client_number"),
        references("clients", "tenant_id", "tenants.id", "CASCADE"),
        comment="Companies whose books a tenant keeps",
    )
    op.create_index("ix_clients_name", "clients", ["name"])
    op.create_index("ix_clients_org_number", "clients", ["org_number"])

    op.create_table(
        "users",
        uuid_key(),
        sa.Column("tenant_id", postgresql.UUID(), nullable=False),
        sa.Column("email", sa.String(255), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column(
            "hashed_password",
            sa.String(255),
            nullable=False,
            comment="Hash with its salt and parameters; never a password",
        ),
        sa.Column(
            "role",
            sa.String(50),
            nullable=False,
            comment="Chosen for each user; no default, because none is safe to assume",
        ),
        sa.Column(
            "assigned_clients",
            postgresql.ARRAY(postgresql.UUID()),
            server_default="{}",
            nullable=False,
            comment="clients.id of those that the user works for",
        ),
        json("permissions"),
        sa.Column(
            "national_id_hash", sa.String(255), comment="Hash of the national identity number that BankID confirmed"
        ),
        flag("bankid_verified"),
        sa.Column("last_bankid_verification", sa.DateTime(timezone=True)),
        flag("is_active", default=True),
        server_time("created_at"),
        sa.Column("last_login", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="users_pkey"),
        sa.UniqueConstraint("tenant_id", "email", name="uq_users_email"),
        references("users", "tenant_id", "tenants.id", "CASCADE"),
        comment="People who work for a tenant",
    )
    op.create_index("ux_users_tenant_id_id", "users", ["tenant_id", "id"], unique=True)
    op.create_index("ix_users_email", "users", ["email"])


def accounting() -> None:
    op.create_table(
        "chart_of_accounts",
        uuid_key(),
        sa.Column("client_id", postgresql.UUID(), nullable=False),
        sa.Column(
            "account_number", sa.String(10), nullable=False, comment="NS 4102 number; its first digit is the class"
        ),
        sa.Column("account_name", sa.String(255), nullable=False),
        sa.Column("account_type", sa.String(50), nullable=False),
        sa.Column("parent_account_number", sa.String(10)),
        sa.Column("account_level", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column(
            "default_vat_code",
            sa.String(10),
            comment="VAT code that a line on this account gets unless it states another",
        ),
        flag(
            "vat_deductible", comment="Whether input VAT on this account may be deducted; false until someone says so"
        ),
        flag("requires_reconciliation"),
        sa.Column("reconciliation_frequency", sa.String(20)),
        sa.Column("ai_suggested_descriptions", postgresql.ARRAY(sa.String()), server_default="{}", nullable=False),
        sa.Column("ai_usage_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        flag("is_active", default=True),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("id", name="chart_of_accounts_pkey"),
        sa.UniqueConstraint("client_id", "account_number", name="uq_client_account_number"),
        references("chart_of_accounts", "client_id", "clients.id", "CASCADE"),
        comment="Accounts of each client, numbered after NS 4102",
    )
    op.create_index("ix_chart_of_accounts_account_number", "chart_of_accounts", ["account_number"])

    op.create_table(
        "general_ledger",
        uuid_key(),
        sa.Column("client_id", postgresql.UUID(), nullable=False),
        sa.Column("entry_date", sa.Date(), nullable=False),
        sa.Column("accounting_date", sa.Date(), nullable=False),
        sa.Column("period", sa.String(7), nullable=False, comment="Accounting period, YYYY-MM"),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("voucher_number", sa.String(50), nullable=False),
        sa.Column("voucher_series", sa.String(10), server_default="A", nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("source_type", sa.String(50), nullable=False),
        sa.Column(
            "source_id",
            postgresql.UUID(),
            comment="Row that the entry was made from, in the table that source_type names",
        ),
        sa.Column("created_by_type", sa.String(20), nullable=False),
        sa.Column("created_by_id", postgresql.UUID(), comment="User or agent session, as created_by_type says"),
        flag("is_reversed"),
        sa.Column(
            "reversed_by_entry_id", postgresql.UUID(), comment="The entry of the same client that reverses this one"
        ),
        sa.Column("reversal_reason", sa.Text()),
        sa.Column("status", sa.String(20), server_default="posted", nullable=False),
        flag("locked", comment="True once the period is closed"),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("id", name="general_ledger_pkey"),
        sa.UniqueConstraint("client_id", "voucher_series", "voucher_number", name="uq_client_voucher"),
        sa.UniqueConstraint("client_id", "id", name="uq_general_ledger_client_id_id"),
        references("general_ledger", "client_id", "clients.id", "RESTRICT"),
        owned_references("general_ledger", "client_id", "reversed_by_entry_id", "general_ledger", "RESTRICT"),
        comment="Ledger entries (vouchers); immutable, corrected by a reversing entry only",
    )
    op.create_index("ix_general_ledger_accounting_date", "general_ledger", ["accounting_date"])
    op.create_index("ix_general_ledger_period", "general_ledger", ["period"])
    op.create_index("ix_general_ledger_fiscal_year", "general_ledger", ["fiscal_year"])
    op.create_index("ix_general_ledger_voucher_number", "general_ledger", ["voucher_number"])
    op.create_index("ix_general_ledger_source_type_source_id", "general_ledger", ["source_type", "source_id"])
    op.create_index(
        "ix_general_ledger_client_id_reversed_by_entry_id", "general_ledger", ["client_id", "reversed_by_entry_id"]
    )

    op.create_table(
        "general_ledger_lines",
        uuid_key(),
        sa.Column(
            "client_id",
            postgresql.UUID(),
            nullable=False,
            comment="The client of the entry; kept equal to it by the foreign key",
        ),
        sa.Column("general_ledger_id", postgresql.UUID(), nullable=False),
        sa.Column("line_number", sa.Integer(), nullable=False),
        sa.Column(
            "account_number",
            sa.String(10),
            nullable=False,
            comment="NS 4102 number from the chart of accounts of the client",
        ),
        sa.Column("debit_amount", sa.Numeric(15, 2), server_default=sa.text("0"), nullable=False),
        sa.Column("credit_amount", sa.Numeric(15, 2), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "vat_code", sa.String(10), comment="Norwegian standard tax code (SAF-T); null where the line bears no VAT"
        ),
        sa.Column("vat_amount", sa.Numeric(15, 2), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "vat_base_amount",
            sa.Numeric(15, 2),
            server_default=sa.text("0"),
            nullable=False,
            comment="Amount that the VAT was computed from",
        ),
        sa.Column("department_id", postgresql.UUID()),
        sa.Column("project_id", postgresql.UUID()),
        sa.Column("cost_center_id", postgresql.UUID()),
        sa.Column("line_description", sa.Text()),
        sa.Column("ai_confidence_score", sa.Integer(), comment="Percent; null for a line that a person wrote"),
        sa.Column("ai_reasoning", sa.Text()),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("id", name="general_ledger_lines_pkey"),
        sa.CheckConstraint("debit_amount >= 0 and credit_amount >= 0", name="check_amounts_positive"),
        sa.CheckConstraint(
            "(debit_amount > 0 and credit_amount = 0) or (credit_amount > 0 and debit_amount = 0)",
            name="check_debit_or_credit",
        ),
        sa.UniqueConstraint("client_id", "general_ledger_id", "line_number", name="uq_gl_line_number"),
        owned_references("general_ledger_lines", "client_id", "general_ledger_id", "general_ledger", "RESTRICT"),
        comment="Debit and credit lines of the ledger entries; immutable",
    )
    op.create_index("ix_general_ledger_lines_general_ledger_id", "general_ledger_lines", ["general_ledger_id"])
    op.create_index("ix_general_ledger_lines_account_number", "general_ledger_lines", ["account_number"])
    op.create_index(
        "ix_general_ledger_lines_client_id_account_number", "general_ledger_lines", ["client_id", "account_number"]
    )


def documents_and_audit() -> None:
    op.create_table(
        "documents",
        uuid_key(),
        sa.Column("client_id", postgresql.UUID(), nullable=False),
        sa.Column("s3_bucket", sa.String(255), nullable=False),
        sa.Column("s3_key", sa.String(1024), nullable=False),
        sa.Column("s3_version_id", sa.String(255)),
        sa.Column("filename", sa.String(255), nullable=False),
        sa.Column("mime_type", sa.String(100), nullable=False),
        sa.Column("file_size", sa.BigInteger(), nullable=False, comment="Bytes"),
        sa.Column("file_hash", sa.String(64), comment="SHA-256 of the file, in hexadecimal"),
        sa.Column("document_type", sa.String(50), nullable=False),
        sa.Column("ocr_text", sa.Text()),
        flag("ocr_processed"),
        sa.Column("ocr_processed_at", sa.DateTime(timezone=True)),
        flag("is_public"),
        sa.Column("download_url", sa.String(1024)),
        sa.Column("download_url_expires_at", sa.DateTime(timezone=True)),
        server_time("uploaded_at"),
        sa.Column(
            "uploaded_by_user_id", postgresql.UUID(), comment="Null for a document that arrived by EHF or e-mail"
        ),
        sa.PrimaryKeyConstraint("id", name="documents_pkey"),
        references("documents", "client_id", "clients.id", "CASCADE"),
        comment="Vouchers and attachments; the files themselves lie in S3",
    )
    op.create_index("ux_documents_client_id_id", "documents", ["client_id", "id"], unique=True)
    op.create_index("ix_documents_s3_key", "documents", ["s3_key"])
    op.create_index("ix_documents_file_hash", "documents", ["file_hash"])

    op.create_table(
        "audit_trail",
        uuid_key(),
        sa.Column(
            "client_id", postgresql.UUID(), comment="Null for a change above all clients, such as to a tenant or a user"
        ),
        sa.Column("table_name", sa.String(100), nullable=False),
        sa.Column(
            "record_id",
            postgresql.UUID(),
            nullable=False,
            comment="Row that changed, in the table that table_name names; not a foreign key, it outlives the row",
        ),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("old_value", postgresql.JSONB()),
        sa.Column("new_value", postgresql.JSONB()),
        sa.Column("changed_by_type", sa.String(20), nullable=False),
        sa.Column("changed_by_id", postgresql.UUID()),
        sa.Column("changed_by_name", sa.String(255), comment="The name at that time; it outlives the user"),
        sa.Column("reason", sa.Text()),
        sa.Column("ip_address", sa.String(45)),
        sa.Column("user_agent", sa.String(500)),
        server_time("timestamp"),
        sa.PrimaryKeyConstraint("id", name="audit_trail_pkey"),
        references("audit_trail", "client_id", "clients.id", "RESTRICT"),
        comment="Who changed what, when and why; immutable, to be kept for five years",
    )
    op.create_index("ix_audit_trail_client_id", "audit_trail", ["client_id"])
    op.create_index("ix_audit_trail_table_name", "audit_trail", ["table_name"])
    op.create_index("ix_audit_trail_record_id", "audit_trail", ["record_id"])
    op.create_index("ix_audit_trail_changed_by_id", "audit_trail", ["changed_by_id"])
    op.create_index("ix_audit_trail_timestamp", "audit_trail", ["timestamp"])


def vendors() -> None:
    op.create_table(
        "vendors",
        uuid_key(),
        sa.Column("client_id", postgresql.UUID(), nullable=False),
        sa.Column("vendor_number", sa.String(50), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("org_number", sa.String(20)),
        sa.Column("contact_person", sa.String(255)),
        sa.Column("email", sa.String(255)),
        sa.Column("phone", sa.String(50)),
        sa.Column(
            "account_number",
            sa.String(10),
            nullable=False,
            comment="NS 4102 number of the account that the debt is booked on",
        ),
        sa.Column("payment_terms", sa.String(50)),
        sa.Column(
            "default_vat_code", sa.String(10), comment="VAT code of the vendor's invoices unless they state another"
        ),
        sa.Column("bank_account", sa.String(50)),
        sa.Column("iban", sa.String(50)),
        sa.Column("swift_bic", sa.String(20)),
        json("ai_learned_categories", default="[]"),
        sa.Column("ai_average_amount", sa.Numeric(15, 2)),
        sa.Column("ai_payment_pattern", sa.String(50)),
        flag("is_active", default=True),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("id", name="vendors_pkey"),
        sa.UniqueConstraint("client_id", "vendor_number", name="uq_client_vendor_number"),
        references("vendors", "client_id", "clients.id", "CASCADE"),
        comment="Suppliers of a client",
    )
    op.create_index("ux_vendors_client_id_id", "vendors", ["client_id", "id"], unique=True)
    op.create_index("ix_vendors_name", "vendors", ["name"])
    op.create_index("ix_vendors_org_number", "vendors", ["org_number"])

    op.create_table(
        "vendor_invoices",
        uuid_key(),
        sa.Column("client_id", postgresql.UUID(), nullable=False),
        sa.Column("vendor_id", postgresql.UUID(), comment="Null until the vendor is recognised"),
        sa.Column("invoice_number", sa.String(100), nullable=False),
        sa.Column("invoice_date", sa.Date(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("amount_excl_vat", sa.Numeric(15, 2), nullable=False),
        sa.Column(
            "vat_code",
            sa.String(10),
            comment="Norwegian standard tax code (SAF-T); null where several apply, which the ledger lines then state",
        ),
        sa.Column("vat_amount", sa.Numeric(15, 2), nullable=False),
        sa.Column("total_amount", sa.Numeric(15, 2), nullable=False),
        sa.Column("currency", sa.String(3), server_default="NOK", nullable=False),
        sa.Column("ehf_message_id", sa.String(255)),
        sa.Column("ehf_raw_xml", sa.Text(), comment="The electronic invoice as received"),
        sa.Column("ehf_received_at", sa.DateTime(timezone=True)),
        sa.Column("document_id", postgresql.UUID()),
        sa.Column("general_ledger_id", postgresql.UUID(), comment="The entry that booked it; null until then"),
        sa.Column("booked_at", sa.DateTime(timezone=True)),
        sa.Column("payment_status", sa.String(20), server_default="unpaid", nullable=False),
        sa.Column("paid_amount", sa.Numeric(15, 2), server_default=sa.text("0"), nullable=False),
        sa.Column("payment_date", sa.Date()),
        flag("ai_processed"),
        sa.Column("ai_confidence_score", sa.Integer()),
        sa.Column("ai_booking_suggestion", postgresql.JSONB()),
        sa.Column("ai_detected_category", sa.String(100)),
        sa.Column("ai_detected_issues", postgresql.ARRAY(sa.String()), server_default="{}", nullable=False),
        sa.Column("ai_reasoning", sa.Text()),
        sa.Column("review_status", sa.String(20), server_default="pending", nullable=False),
        sa.Column("reviewed_by_user_id", postgresql.UUID()),
        sa.Column("reviewed_at", sa.DateTime(timezone=True)),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("id", name="vendor_invoices_pkey"),
        references("vendor_invoices", "client_id", "clients.id", "RESTRICT"),
        owned_references("vendor_invoices", "client_id", "vendor_id", "vendors", "RESTRICT"),
        owned_references("vendor_invoices", "client_id", "document_id", "documents", "RESTRICT"),
        owned_references("vendor_invoices", "client_id", "general_ledger_id", "general_ledger", "RESTRICT"),
        comment="Invoices that a client received, from arrival through booking to payment",
    )
    op.create_index("ix_vendor_invoices_client_id_vendor_id", "vendor_invoices", ["client_id", "vendor_id"])
    op.create_index("ix_vendor_invoices_client_id_document_id", "vendor_invoices", ["client_id", "document_id"])
    op.create_index(
        "ix_vendor_invoices_client_id_general_ledger_id", "vendor_invoices", ["client_id", "general_ledger_id"]
    )
    op.create_index("ix_vendor_invoices_invoice_number", "vendor_invoices", ["invoice_number"])
    op.create_index("ix_vendor_invoices_invoice_date", "vendor_invoices", ["invoice_date"])
    op.create_index("ix_vendor_invoices_due_date", "vendor_invoices", ["due_date"])
    op.create_index("ix_vendor_invoices_ehf_message_id", "vendor_invoices", ["ehf_message_id"])


def review() -> None:
    op.create_table(
        "review_queue",
        uuid_key(),
        sa.Column("client_id", postgresql.UUID(), nullable=False),
        sa.Column("source_type", sa.String(50), nullable=False),
        sa.Column(
            "source_id",
            postgresql.UUID(),
            nullable=False,
            comment="Row to be reviewed, in the table that source_type names",
        ),
        sa.Column("priority", sa.String(20), server_default="medium", nullable=False),
        sa.Column("status", sa.String(20), server_default="pending", nullable=False),
        sa.Column("issue_category", sa.String(50), nullable=False),
        sa.Column("issue_description", sa.Text(), nullable=False),
        sa.Column("ai_suggestion", postgresql.JSONB()),
        sa.Column("ai_confidence", sa.Integer(), comment="Percent"),
        sa.Column("ai_reasoning", sa.Text()),
        sa.Column("assigned_to_user_id", postgresql.UUID()),
        sa.Column("assigned_at", sa.DateTime(timezone=True)),
        sa.Column("resolved_by_user_id", postgresql.UUID()),
        sa.Column("resolved_at", sa.DateTime(timezone=True)),
        sa.Column("resolution_notes", sa.Text()),
        flag("apply_to_similar", comment="Whether the decision holds for the similar items too"),
        sa.Column("similar_items_affected", sa.Integer(), server_default=sa.text("0"), nullable=False),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("id", name="review_queue_pkey"),
        references("review_queue", "client_id", "clients.id", "CASCADE"),
        comment="What an agent was not sure of and a person must decide",
    )
    op.create_index("ux_review_queue_client_id_id", "review_queue", ["client_id", "id"], unique=True)
    op.create_index("ix_review_queue_source_id", "review_queue", ["source_id"])
    op.create_index("ix_review_queue_assigned_to_user_id", "review_queue", ["assigned_to_user_id"])
    op.create_index("ix_review_queue_created_at", "review_queue", ["created_at"])
    op.create_index("ix_review_queue_status_priority", "review_queue", ["status", "priority"])

    op.create_table(
        "corrections",
        uuid_key(),
        sa.Column("tenant_id", postgresql.UUID(), nullable=False, comment="The tenant of the user who corrected"),
        sa.Column(
            "client_id",
            postgresql.UUID(),
            nullable=False,
            comment="The client of both the review item and the ledger entry",
        ),
        sa.Column("review_queue_id", postgresql.UUID(), nullable=False),
        sa.Column("journal_entry_id", postgresql.UUID(), nullable=False),
        sa.Column("original_entry", postgresql.JSONB(), nullable=False),
        sa.Column("corrected_entry", postgresql.JSONB(), nullable=False),
        sa.Column("correction_reason", sa.Text()),
        sa.Column(
            "batch_id",
            postgresql.UUID(),
            comment="Shared by the corrections that were made in one go; null for a single one",
        ),
        sa.Column(
            "similar_corrected",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="How many similar entries were corrected along with this one",
        ),
        sa.Column("corrected_by", postgresql.UUID(), nullable=False),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("id", name="corrections_pkey"),
        owned_references("corrections", "tenant_id", "corrected_by", "users", "RESTRICT"),
        owned_references("corrections", "client_id", "review_queue_id", "review_queue", "RESTRICT"),
        owned_references("corrections", "client_id", "journal_entry_id", "general_ledger", "RESTRICT"),
        comment="What people changed in entries that agents proposed; the agents learn from it",
    )
    op.create_index("ix_corrections_tenant_id_corrected_by", "corrections", ["tenant_id", "corrected_by"])
    op.create_index("ix_corrections_client_id_review_queue_id", "corrections", ["client_id", "review_queue_id"])
    op.create_index("ix_corrections_client_id_journal_entry_id", "corrections", ["client_id", "journal_entry_id"])
    op.create_index("ix_corrections_created_at", "corrections", ["created_at"])
    op.create_index("ix_corrections_batch_id", "corrections", ["batch_id"])


def ai_agents() -> None:
    op.create_table(
        "agent_tasks",
        uuid_key(),
        sa.Column("tenant_id", postgresql.UUID(), nullable=False),
        sa.Column("agent_type", sa.String(50), nullable=False),
        sa.Column("task_type", sa.String(100), nullable=False),
        sa.Column("status", sa.String(20), server_default="pending", nullable=False),
        sa.Column(
            "priority", sa.Integer(), server_default=sa.text("5"), nullable=False, comment="The higher, the sooner"
        ),
        json("payload"),
        sa.Column("result", postgresql.JSONB()),
        sa.Column("error_message", sa.Text()),
        sa.Column("retry_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("max_retries", sa.Integer(), server_default=sa.text("3"), nullable=False),
        server_time("created_at"),
        sa.Column("started_at", sa.DateTime(timezone=True)),
        sa.Column("completed_at", sa.DateTime(timezone=True)),
        sa.Column(
            "parent_task_id",
            postgresql.UUID(),
            comment="The task of the same tenant that this one is a part of; deleted with it",
        ),
        sa.PrimaryKeyConstraint("id", name="agent_tasks_pkey"),
        references("agent_tasks", "tenant_id", "tenants.id", "CASCADE"),
        comment="Queue of work for the agents; workers claim with FOR UPDATE SKIP LOCKED",
    )
    op.create_index("ux_agent_tasks_tenant_id_id", "agent_tasks", ["tenant_id", "id"], unique=True)
    # The key that it refers to is an index of its own table: it must be there first.
    op.create_foreign_key(
        "agent_tasks_tenant_id_parent_task_id_fkey",
        "agent_tasks",
        "agent_tasks",
        ["tenant_id", "parent_task_id"],
        ["tenant_id", "id"],
        ondelete="CASCADE",
    )
    op.create_index("ix_agent_tasks_tenant_id_parent_task_id", "agent_tasks", ["tenant_id", "parent_task_id"])
    op.create_index("ix_agent_tasks_agent_type", "agent_tasks", ["agent_type"])
    op.create_index("ix_agent_tasks_status", "agent_tasks", ["status"])
    op.create_index("ix_agent_tasks_created_at", "agent_tasks", ["created_at"])
    op.create_index(
        "ix_agent_tasks_claim",
        "agent_tasks",
        ["agent_type", "status", sa.text("priority desc"), "created_at"],
        postgresql_where=sa.text("status = 'pending'"),
    )

    op.create_table(
        "agent_events",
        uuid_key(),
        sa.Column("tenant_id", postgresql.UUID(), nullable=False),
        sa.Column("event_type", sa.String(100), nullable=False),
        json("payload"),
        flag("processed"),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("id", name="agent_events_pkey"),
        references("agent_events", "tenant_id", "tenants.id", "CASCADE"),
        comment="What happened that agents may react to; polled",
    )
    op.create_index("ix_agent_events_tenant_id", "agent_events", ["tenant_id"])
    op.create_index("ix_agent_events_event_type", "agent_events", ["event_type"])
    op.create_index("ix_agent_events_created_at", "agent_events", ["created_at"])
    op.create_index(
        "ix_agent_events_unprocessed",
        "agent_events",
        ["processed", "created_at"],
        postgresql_where=sa.text("processed = false"),
    )

    op.create_table(
        "agent_decisions",
        uuid_key(),
        sa.Column("client_id", postgresql.UUID(), nullable=False),
        sa.Column("agent_type", sa.String(50), nullable=False),
        sa.Column("agent_session_id", sa.String(255)),
        sa.Column("decision_type", sa.String(50), nullable=False),
        sa.Column("source_type", sa.String(50), nullable=False),
        sa.Column(
            "source_id",
            postgresql.UUID(),
            nullable=False,
            comment="Row that was decided on, in the table that source_type names",
        ),
        sa.Column("input_data", postgresql.JSONB(), nullable=False),
        sa.Column("decision", postgresql.JSONB(), nullable=False),
        sa.Column("confidence_score", sa.Integer(), nullable=False, comment="Percent"),
        sa.Column("reasoning", sa.Text()),
        json("patterns_used", default="[]", comment="agent_learned_patterns.id of those that were applied"),
        sa.Column("correct", sa.Boolean(), comment="What a person said of it; null as long as nobody has"),
        sa.Column("human_feedback", sa.Text()),
        sa.Column("corrected_decision", postgresql.JSONB()),
        sa.Column("feedback_received_at", sa.DateTime(timezone=True)),
        sa.Column("processing_time_ms", sa.Integer()),
        sa.Column("model_used", sa.String(100)),
        sa.Column("tokens_used", sa.Integer()),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("id", name="agent_decisions_pkey"),
        references("agent_decisions", "client_id", "clients.id", "CASCADE"),
        comment="What agents decided, from what, and whether people agreed",
    )
    op.create_index("ix_agent_decisions_client_id", "agent_decisions", ["client_id"])
    op.create_index("ix_agent_decisions_agent_type", "agent_decisions", ["agent_type"])
    op.create_index("ix_agent_decisions_source_id", "agent_decisions", ["source_id"])
    op.create_index("ix_agent_decisions_created_at", "agent_decisions", ["created_at"])

    op.create_table(
        "agent_learned_patterns",
        uuid_key(),
        sa.Column("tenant_id", postgresql.UUID(), nullable=False),
        sa.Column("pattern_type", sa.String(50), nullable=False),
        sa.Column("pattern_name", sa.String(255)),
        sa.Column("description", sa.Text()),
        sa.Column("trigger", postgresql.JSONB(), nullable=False, comment="When the pattern applies"),
        sa.Column("action", postgresql.JSONB(), nullable=False, comment="What the agent then does"),
        sa.Column(
            "applies_to_clients",
            postgresql.ARRAY(postgresql.UUID()),
            server_default="{}",
            nullable=False,
            comment="clients.id of those that it applies to, unless it is global",
        ),
        flag("global_pattern", comment="Applies to all clients of the tenant; never to those of another"),
        sa.Column(
            "success_rate", sa.Numeric(5, 4), comment="times_correct by times_applied, 0 to 1; null until first applied"
        ),
        sa.Column("times_applied", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("times_correct", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("times_incorrect", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "confidence_boost",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="Percentage points added to the confidence of a decision",
        ),
        sa.Column(
            "created_from_decision_ids", postgresql.ARRAY(postgresql.UUID()), server_default="{}", nullable=False
        ),
        sa.Column("learned_from_user_id", postgresql.UUID()),
        flag("is_active", default=True),
        server_time("created_at"),
        server_time("updated_at"),
        sa.Column("last_applied_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="agent_learned_patterns_pkey"),
        references("agent_learned_patterns", "tenant_id", "tenants.id", "CASCADE"),
        comment="What agents learned from the people of one tenant, and use for that tenant only",
    )
    op.create_index("ix_agent_learned_patterns_tenant_id", "agent_learned_patterns", ["tenant_id"])
    op.create_index("ix_agent_learned_patterns_pattern_type", "agent_learned_patterns", ["pattern_type"])
    op.create_index("ix_agent_learned_patterns_created_at", "agent_learned_patterns", ["created_at"])


def immutability() -> None:
    op.execute("""create function forbid_change() returns trigger
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
$$""")
    op.execute(
        "comment on function forbid_change() is "
        "'Refuses the statement; the argument of the trigger is the hint on what to do instead'"
    )
    op.execute("""create function forbid_change_except_reversal() returns trigger
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
$$""")
    op.execute(
        "comment on function forbid_change_except_reversal() is "
        "'Lets an UPDATE of a ledger entry change only the columns that record its reversal'"
    )

    always(
        "audit_trail",
        "audit_trail_no_change",
        "before update or delete on audit_trail for each row",
        "forbid_change('Write another row that says what is right.')",
    )
    always(
        "audit_trail",
        "audit_trail_no_truncate",
        "before truncate on audit_trail for each statement",
        "forbid_change('The audit trail is kept for five years.')",
    )
    always(
        "general_ledger",
        "general_ledger_reversal_only",
        "before update on general_ledger for each row",
        "forbid_change_except_reversal()",
    )
    always(
        "general_ledger",
        "general_ledger_no_delete",
        "before delete on general_ledger for each row",
        "forbid_change('Post an entry that reverses this one.')",
    )
    always(
        "general_ledger",
        "general_ledger_no_truncate",
        "before truncate on general_ledger for each statement",
        "forbid_change('Post entries that reverse these.')",
    )
    always(
        "general_ledger_lines",
        "general_ledger_lines_no_change",
        "before update or delete on general_ledger_lines for each row",
        "forbid_change('Post an entry that reverses the one of this line.')",
    )
    always(
        "general_ledger_lines",
        "general_ledger_lines_no_truncate",
        "before truncate on general_ledger_lines for each statement",
        "forbid_change('Post entries that reverse these.')",
    )


def tenant_isolation() -> None:
    op.execute("""create function current_tenant_id() returns uuid
  language sql
  stable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$$""")
    op.execute(
        "comment on function current_tenant_id() is 'The tenant that the transaction works for; null where none is set'"
    )
    for table, own in ISOLATION.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(
            f"create policy tenant_isolation on {table} using ({own}) with check ({WRITTEN.get(table, own)})"
        )


def privileges() -> None:
    for table in ISOLATION:
        for granted in PRIVILEGES.get(table, ["select, insert, update, delete"]):
            op.execute(f"grant {granted} on {table} to {APPLICATION}")


def always(table: str, trigger: str, fires: str, function: str) -> None:
    """Makes a trigger that fires under session_replication_role = replica too."""
    op.execute(f"create trigger {trigger} {fires} execute function {function}")
    op.execute(f"alter table {table} enable always trigger {trigger}")


def uuid_key() -> sa.Column:
    """The column of a primary key that the server makes."""
    return sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False)


def server_time(name: str) -> sa.Column:
    """A point in time that the server sets when the row is made."""
    return sa.Column(name, sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False)


def flag(name: str, *, default: bool = False, comment: str | None = None) -> sa.Column:
    """True or false, never null."""
    value = sa.true() if default else sa.false()
    return sa.Column(name, sa.Boolean(), server_default=value, nullable=False, comment=comment)


def json(name: str, *, default: str = "{}", comment: str | None = None) -> sa.Column:
    """Data of no fixed form, empty rather than null."""
    return sa.Column(name, postgresql.JSONB(), server_default=default, nullable=False, comment=comment)


def references(table: str, column: str, to: str, on_delete: str) -> sa.ForeignKeyConstraint:
    """A foreign key."""
    return sa.ForeignKeyConstraint([column], [to], name=f"{table}_{column}_fkey", ondelete=on_delete)


def owned_references(table: str, owner: str, column: str, to_table: str, on_delete: str) -> sa.ForeignKeyConstraint:
    """A foreign key with the owner, tenant or client, on both sides."""
    return sa.ForeignKeyConstraint(
        [owner, column],
        [f"{to_table}.{owner}", f"{to_table}.id"],
        name=f"{table}_{owner}_{column}_fkey",
        ondelete=on_delete,
    )
