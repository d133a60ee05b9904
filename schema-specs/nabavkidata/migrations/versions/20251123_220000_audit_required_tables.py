"""The platform: tenders, users, subscriptions, search, messages, administration

Revision ID: 20251123_220000
Revises: 20251123_153004
Create Date: 2025-11-23 22:00:00

A table stands after those that it refers to. What holds throughout:

- The primary key is a uuid that the server makes, but for tenders, cpv_codes and system_config, whose keys come from
  outside.
- Every foreign key has an index whose first columns are its own, and states what a delete does. CASCADE: the row means
  nothing without the one it refers to. SET NULL: the row is history and outlives it.
- A unique over columns that are never null is a constraint. Over columns that may be null it is a unique index: it says
  nothing of the rows without a value.
- Times have a time zone, and created_at and updated_at come from the server.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20251123_220000"
down_revision = "20251123_153004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    users_and_organizations()
    subscriptions()
    tenders()
    search_and_analysis()
    alerts()
    messages()
    fraud()
    administration()


def users_and_organizations() -> None:
    op.create_table(
        "organizations",
        uuid_key("org_id"),
        sa.Column("name", sa.String(500), nullable=False),
        sa.Column("org_type", sa.String(100)),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("org_id", name="organizations_pkey"),
        comment="Companies that bid, and bodies that procure, as far as they have users",
    )
    op.create_index("ix_organizations_name", "organizations", ["name"])
    op.create_index("ix_organizations_org_type", "organizations", ["org_type"])

    op.create_table(
        "users",
        uuid_key("user_id"),
        sa.Column("email", sa.String(255), nullable=False),
        sa.Column("password_hash", sa.String(255), nullable=False, comment="Hash with its salt; never a password"),
        sa.Column("full_name", sa.String(255)),
        sa.Column("subscription_tier", sa.String(50), server_default="free", nullable=False),
        sa.Column("stripe_customer_id", sa.String(255)),
        flag("email_verified"),
        server_time("created_at"),
        server_time("updated_at"),
        time("trial_started_at"),
        time("trial_ends_at"),
        flag("is_trial_expired"),
        sa.Column("stripe_subscription_id", sa.String(255)),
        sa.Column("org_id", postgresql.UUID()),
        sa.PrimaryKeyConstraint("user_id", name="users_pkey"),
        sa.UniqueConstraint("email", name="users_email_key"),
        references("users", "org_id", "organizations.org_id", "SET NULL"),
        comment="People who log in",
    )
    op.create_index("ix_users_stripe_customer_id", "users", ["stripe_customer_id"])
    op.create_index("ix_users_stripe_subscription_id", "users", ["stripe_subscription_id"])
    op.create_index("ix_users_subscription_tier", "users", ["subscription_tier"])
    op.create_index("ix_users_org_id", "users", ["org_id"])
    op.create_index(
        "ix_users_trial_ends_at", "users", ["trial_ends_at"], postgresql_where=sa.text("not is_trial_expired")
    )

    op.create_table(
        "refresh_tokens",
        uuid_key("token_id"),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("token", sa.String(500), nullable=False, comment="Hash of the token; never the token"),
        time("expires_at", nullable=False),
        flag("is_revoked"),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("token_id", name="refresh_tokens_pkey"),
        sa.UniqueConstraint("token", name="refresh_tokens_token_key"),
        references("refresh_tokens", "user_id", "users.user_id", "CASCADE"),
        comment="Tokens that renew a session",
    )
    op.create_index("ix_refresh_tokens_user_id", "refresh_tokens", ["user_id"])
    op.create_index("ix_refresh_tokens_expires_at", "refresh_tokens", ["expires_at"])

    op.create_table(
        "api_keys",
        uuid_key("key_id"),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("key_hash", sa.String(255), nullable=False, comment="Hash of the key; never the key"),
        sa.Column("key_prefix", sa.String(20), nullable=False, comment="The key's first characters, to tell it by"),
        sa.Column("name", sa.String(255), nullable=False),
        flag("is_active", default=True),
        time("last_used_at"),
        time("expires_at", comment="Null for a key that does not expire"),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("key_id", name="api_keys_pkey"),
        sa.UniqueConstraint("key_hash", name="api_keys_key_hash_key"),
        references("api_keys", "user_id", "users.user_id", "CASCADE"),
        comment="Keys by which programs of a user call the API",
    )
    op.create_index("ix_api_keys_user_id", "api_keys", ["user_id"])
    op.create_index("ix_api_keys_key_prefix", "api_keys", ["key_prefix"])
    op.create_index("ix_api_keys_expires_at", "api_keys", ["expires_at"], postgresql_where=sa.text("is_active"))

    op.create_table(
        "user_preferences",
        uuid_key("pref_id"),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("language", sa.String(10), server_default="mk", nullable=False),
        sa.Column("timezone", sa.String(50), server_default="Europe/Skopje", nullable=False),
        flag("email_notifications", default=True),
        flag("in_app_notifications", default=True),
        sa.Column("theme", sa.String(20), server_default="light", nullable=False),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("pref_id", name="user_preferences_pkey"),
        sa.UniqueConstraint("user_id", name="user_preferences_user_id_key"),
        references("user_preferences", "user_id", "users.user_id", "CASCADE"),
        comment="How the platform looks and speaks to a user; one row each",
    )

    op.create_table(
        "personalization_settings",
        uuid_key("setting_id"),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        json("favorite_categories", default="[]"),
        json("favorite_cpv_codes", default="[]", comment="cpv_codes.cpv_code of those that the user follows"),
        json("favorite_entities", default="[]"),
        json("dashboard_widgets", default="[]"),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("setting_id", name="personalization_settings_pkey"),
        sa.UniqueConstraint("user_id", name="personalization_settings_user_id_key"),
        references("personalization_settings", "user_id", "users.user_id", "CASCADE"),
        comment="What a user follows, to choose tenders by; one row each",
    )
    op.create_index(
        "ix_personalization_settings_favorite_cpv_codes",
        "personalization_settings",
        ["favorite_cpv_codes"],
        postgresql_using="gin",
    )
    op.create_index(
        "ix_personalization_settings_favorite_categories",
        "personalization_settings",
        ["favorite_categories"],
        postgresql_using="gin",
    )


def subscriptions() -> None:
    op.create_table(
        "subscriptions",
        uuid_key("subscription_id"),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("stripe_subscription_id", sa.String(255), comment="Null where nothing is paid through Stripe"),
        sa.Column("stripe_customer_id", sa.String(255)),
        sa.Column("tier", sa.String(50), server_default="free", nullable=False),
        sa.Column("status", sa.String(50), server_default="incomplete", nullable=False, comment="As Stripe names it"),
        time("current_period_start"),
        time("current_period_end"),
        flag("cancel_at_period_end"),
        time("cancelled_at"),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("subscription_id", name="subscriptions_pkey"),
        references("subscriptions", "user_id", "users.user_id", "CASCADE"),
        comment="What a user has subscribed to, now and before",
    )
    op.create_index("ix_subscriptions_user_id", "subscriptions", ["user_id"])
    op.create_index(
        "ux_subscriptions_stripe_subscription_id",
        "subscriptions",
        ["stripe_subscription_id"],
        unique=True,
        postgresql_where=sa.text("stripe_subscription_id is not null"),
    )
    op.create_index("ix_subscriptions_stripe_customer_id", "subscriptions", ["stripe_customer_id"])
    op.create_index("ix_subscriptions_status", "subscriptions", ["status"])
    op.create_index("ix_subscriptions_current_period_end", "subscriptions", ["current_period_end"])

    op.create_table(
        "subscription_usage",
        uuid_key("usage_id"),
        sa.Column("subscription_id", postgresql.UUID(), nullable=False),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("resource_type", sa.String(50), nullable=False),
        sa.Column("quantity", sa.Integer(), server_default=sa.text("0"), nullable=False),
        time("period_start", nullable=False),
        time("period_end", nullable=False),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("usage_id", name="subscription_usage_pkey"),
        sa.CheckConstraint("quantity >= 0", name="ck_subscription_usage_quantity"),
        references("subscription_usage", "subscription_id", "subscriptions.subscription_id", "CASCADE"),
        references("subscription_usage", "user_id", "users.user_id", "CASCADE"),
        comment="How much of what a subscription allows was used in a period",
    )
    op.create_index("ix_subscription_usage_subscription_id", "subscription_usage", ["subscription_id"])
    op.create_index("ix_subscription_usage_user_id", "subscription_usage", ["user_id"])
    op.create_index("ix_subscription_usage_period", "subscription_usage", ["period_start", "period_end"])

    op.create_table(
        "billing_events",
        uuid_key("event_id"),
        sa.Column("user_id", postgresql.UUID()),
        sa.Column("subscription_id", postgresql.UUID()),
        sa.Column("event_type", sa.String(100), nullable=False),
        sa.Column("stripe_event_id", sa.String(255), comment="Null where the event does not come from Stripe"),
        sa.Column("amount", sa.Numeric(10, 2)),
        sa.Column("currency", sa.String(10), comment="Null where there is no amount"),
        sa.Column("status", sa.String(50)),
        json("metadata"),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("event_id", name="billing_events_pkey"),
        references("billing_events", "user_id", "users.user_id", "SET NULL"),
        references("billing_events", "subscription_id", "subscriptions.subscription_id", "SET NULL"),
        comment="Payments, refunds and failures, as Stripe reports them; outlives user and subscription",
    )
    op.create_index("ix_billing_events_user_id", "billing_events", ["user_id"])
    op.create_index("ix_billing_events_subscription_id", "billing_events", ["subscription_id"])
    op.create_index("ix_billing_events_event_type", "billing_events", ["event_type"])
    op.create_index("ix_billing_events_created_at", "billing_events", ["created_at"])
    # Stripe sends an event again until it is answered: the second one must be refused.
    op.create_index(
        "ux_billing_events_stripe_event_id",
        "billing_events",
        ["stripe_event_id"],
        unique=True,
        postgresql_where=sa.text("stripe_event_id is not null"),
    )

    op.create_table(
        "usage_tracking",
        uuid_key("tracking_id"),
        sa.Column("user_id", postgresql.UUID()),
        sa.Column("action_type", sa.String(100), nullable=False),
        json("tracking_metadata"),
        server_time("timestamp"),
        sa.PrimaryKeyConstraint("tracking_id", name="usage_tracking_pkey"),
        references("usage_tracking", "user_id", "users.user_id", "SET NULL"),
        comment="What users do, for statistics",
    )
    op.create_index("ix_usage_tracking_user_id", "usage_tracking", ["user_id"])
    op.create_index("ix_usage_tracking_action_type", "usage_tracking", ["action_type"])
    op.create_index("ix_usage_tracking_timestamp", "usage_tracking", ["timestamp"])


def tenders() -> None:
    op.create_table(
        "cpv_codes",
        sa.Column("cpv_code", sa.String(50), nullable=False, comment="As in Regulation (EC) 213/2008: 45000000-7"),
        sa.Column("description_mk", sa.Text()),
        sa.Column("description_en", sa.Text()),
        sa.Column("level", sa.Integer(), nullable=False, comment="1 for a division, and so on downwards"),
        sa.Column("parent_code", sa.String(50)),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("cpv_code", name="cpv_codes_pkey"),
        references("cpv_codes", "parent_code", "cpv_codes.cpv_code", "SET NULL"),
        comment="The Common Procurement Vocabulary; imported after the migration",
    )
    op.create_index("ix_cpv_codes_level", "cpv_codes", ["level"])
    op.create_index("ix_cpv_codes_parent_code", "cpv_codes", ["parent_code"])

    op.create_table(
        "tenders",
        sa.Column("tender_id", sa.String(100), nullable=False, comment="The number that the procurement bureau gave"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("category", sa.String(255)),
        sa.Column("procuring_entity", sa.String(500)),
        sa.Column("opening_date", sa.Date()),
        sa.Column("closing_date", sa.Date()),
        sa.Column("publication_date", sa.Date()),
        sa.Column("estimated_value_mkd", sa.Numeric(15, 2)),
        sa.Column("estimated_value_eur", sa.Numeric(15, 2)),
        sa.Column("actual_value_mkd", sa.Numeric(15, 2)),
        sa.Column("actual_value_eur", sa.Numeric(15, 2)),
        sa.Column("cpv_code", sa.String(50)),
        sa.Column("status", sa.String(50), server_default="open", nullable=False),
        sa.Column("winner", sa.String(500)),
        sa.Column("source_url", sa.Text()),
        sa.Column("language", sa.String(10), server_default="mk", nullable=False),
        time("scraped_at", comment="Null for a tender that was entered by hand"),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("tender_id", name="tenders_pkey"),
        references("tenders", "cpv_code", "cpv_codes.cpv_code", "SET NULL"),
        comment="Public tenders, as published",
    )
    op.create_index("ix_tenders_category", "tenders", ["category"])
    op.create_index("ix_tenders_status", "tenders", ["status"])
    op.create_index("ix_tenders_opening_date", "tenders", ["opening_date"])
    op.create_index("ix_tenders_closing_date", "tenders", ["closing_date"])
    op.create_index("ix_tenders_publication_date", "tenders", ["publication_date"])
    op.create_index("ix_tenders_cpv_code", "tenders", ["cpv_code"])
    op.create_index("ix_tenders_procuring_entity", "tenders", ["procuring_entity"])
    op.create_index("ix_tenders_winner", "tenders", ["winner"])
    # PostgreSQL has no dictionary of Macedonian: 'simple' takes the words as they are.
    op.create_index(
        "ix_tenders_words",
        "tenders",
        [sa.text("to_tsvector('simple', title || ' ' || coalesce(description, ''))")],
        postgresql_using="gin",
    )

    for name, comment in (
        ("documents", "Files that users or the platform add to a tender"),
        ("tender_documents", "Files that were published with a tender"),
    ):
        op.create_table(
            name,
            uuid_key("doc_id"),
            sa.Column("tender_id", sa.String(100), nullable=False),
            sa.Column("doc_type", sa.String(100)),
            sa.Column("file_name", sa.String(500)),
            sa.Column("file_path", sa.Text()),
            sa.Column("file_url", sa.Text()),
            sa.Column("content_text", sa.Text(), comment="The text of the file; null until it is extracted"),
            sa.Column("extraction_status", sa.String(50), server_default="pending", nullable=False),
            sa.Column("file_size_bytes", sa.BigInteger()),
            sa.Column("page_count", sa.Integer()),
            sa.Column("mime_type", sa.String(100)),
            server_time("uploaded_at"),
            sa.PrimaryKeyConstraint("doc_id", name=f"{name}_pkey"),
            references(name, "tender_id", "tenders.tender_id", "CASCADE"),
            comment=comment,
        )
        op.create_index(f"ix_{name}_tender_id", name, ["tender_id"])
        op.create_index(f"ix_{name}_extraction_status", name, ["extraction_status", "uploaded_at"])

    op.create_table(
        "tender_entity_link",
        uuid_key("link_id"),
        sa.Column("tender_id", sa.String(100), nullable=False),
        sa.Column("entity_id", postgresql.UUID(), nullable=False, comment="A row of the table that entity_type names"),
        sa.Column("entity_type", sa.String(50), nullable=False),
        sa.Column("relationship_type", sa.String(100)),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("link_id", name="tender_entity_link_pkey"),
        sa.UniqueConstraint("tender_id", "entity_id", "entity_type", name="uq_tender_entity"),
        references("tender_entity_link", "tender_id", "tenders.tender_id", "CASCADE"),
        comment="Who has to do with a tender: buyers, bidders, winners",
    )
    op.create_index("ix_tender_entity_link_entity", "tender_entity_link", ["entity_id", "entity_type"])

    op.create_table(
        "entity_categories",
        uuid_key("category_id"),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("parent_id", postgresql.UUID()),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("category_id", name="entity_categories_pkey"),
        sa.UniqueConstraint("name", name="entity_categories_name_key"),
        references("entity_categories", "parent_id", "entity_categories.category_id", "SET NULL"),
        comment="What kinds of buyers and bidders there are; a tree",
    )
    op.create_index("ix_entity_categories_parent_id", "entity_categories", ["parent_id"])


def search_and_analysis() -> None:
    op.create_table(
        "embeddings",
        uuid_key("embed_id"),
        sa.Column("doc_id", postgresql.UUID()),
        sa.Column("tender_id", sa.String(100)),
        sa.Column("chunk_text", sa.Text(), nullable=False),
        sa.Column("chunk_index", sa.Integer()),
        sa.Column(
            "vector",
            postgresql.ARRAY(postgresql.DOUBLE_PRECISION()),
            comment="Becomes pgvector's type after the migration",
        ),
        json("chunk_metadata"),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("embed_id", name="embeddings_pkey"),
        references("embeddings", "doc_id", "documents.doc_id", "CASCADE"),
        references("embeddings", "tender_id", "tenders.tender_id", "CASCADE"),
        comment="Pieces of text and where they lie in the space of meanings",
    )
    op.create_index("ix_embeddings_doc_id", "embeddings", ["doc_id", "chunk_index"])
    op.create_index("ix_embeddings_tender_id", "embeddings", ["tender_id"])

    op.create_table(
        "query_history",
        uuid_key("query_id"),
        sa.Column("user_id", postgresql.UUID()),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text()),
        json("sources", default="[]"),
        sa.Column("confidence", sa.Numeric(3, 2), comment="0 to 1"),
        sa.Column("query_time_ms", sa.Integer()),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("query_id", name="query_history_pkey"),
        sa.CheckConstraint("confidence between 0 and 1", name="ck_query_history_confidence"),
        references("query_history", "user_id", "users.user_id", "SET NULL"),
        comment="Questions that users asked, and what they were answered",
    )
    op.create_index("ix_query_history_user_id", "query_history", ["user_id"])
    op.create_index("ix_query_history_created_at", "query_history", ["created_at"])

    op.create_table(
        "analysis_history",
        uuid_key("analysis_id"),
        sa.Column("user_id", postgresql.UUID()),
        sa.Column("tender_id", sa.String(100)),
        sa.Column("analysis_type", sa.String(100), nullable=False),
        sa.Column("results", postgresql.JSONB(), comment="Null until the analysis is done"),
        sa.Column("processing_time_ms", sa.Integer()),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("analysis_id", name="analysis_history_pkey"),
        references("analysis_history", "user_id", "users.user_id", "SET NULL"),
        references("analysis_history", "tender_id", "tenders.tender_id", "CASCADE"),
        comment="Analyses of tenders, and what they found",
    )
    op.create_index("ix_analysis_history_user_id", "analysis_history", ["user_id"])
    op.create_index("ix_analysis_history_tender_id", "analysis_history", ["tender_id"])
    op.create_index("ix_analysis_history_analysis_type", "analysis_history", ["analysis_type"])
    op.create_index("ix_analysis_history_created_at", "analysis_history", ["created_at"])

    op.create_table(
        "saved_searches",
        uuid_key("search_id"),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("search_criteria", postgresql.JSONB(), nullable=False),
        flag("is_alert"),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("search_id", name="saved_searches_pkey"),
        references("saved_searches", "user_id", "users.user_id", "CASCADE"),
        comment="Searches that a user keeps",
    )
    op.create_index("ix_saved_searches_user_id", "saved_searches", ["user_id"])
    op.create_index(
        "ix_saved_searches_alerts", "saved_searches", ["updated_at"], postgresql_where=sa.text("is_alert")
    )


def alerts() -> None:
    op.create_table(
        "alerts",
        uuid_key("alert_id"),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        json("filters"),
        sa.Column("frequency", sa.String(50), server_default="daily", nullable=False),
        flag("is_active", default=True),
        time("last_triggered"),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("alert_id", name="alerts_pkey"),
        references("alerts", "user_id", "users.user_id", "CASCADE"),
        comment="What a user wants to be told of, and how often",
    )
    op.create_index("ix_alerts_user_id", "alerts", ["user_id"])
    op.create_index(
        "ix_alerts_due", "alerts", ["frequency", "last_triggered"], postgresql_where=sa.text("is_active")
    )

    op.create_table(
        "notifications",
        uuid_key("notification_id"),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("alert_id", postgresql.UUID()),
        sa.Column("tender_id", sa.String(100)),
        sa.Column("message", sa.Text()),
        flag("is_read"),
        server_time("sent_at"),
        sa.PrimaryKeyConstraint("notification_id", name="notifications_pkey"),
        references("notifications", "user_id", "users.user_id", "CASCADE"),
        references("notifications", "alert_id", "alerts.alert_id", "CASCADE"),
        references("notifications", "tender_id", "tenders.tender_id", "CASCADE"),
        comment="What a user was told",
    )
    op.create_index("ix_notifications_user_id", "notifications", ["user_id", "sent_at"])
    op.create_index("ix_notifications_alert_id", "notifications", ["alert_id"])
    op.create_index("ix_notifications_tender_id", "notifications", ["tender_id"])
    op.create_index(
        "ix_notifications_unread", "notifications", ["user_id"], postgresql_where=sa.text("not is_read")
    )


def messages() -> None:
    op.create_table(
        "message_threads",
        uuid_key("thread_id"),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("subject", sa.String(500)),
        sa.Column("status", sa.String(50), server_default="open", nullable=False),
        time("last_message_at", comment="Null as long as nothing is written"),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("thread_id", name="message_threads_pkey"),
        references("message_threads", "user_id", "users.user_id", "CASCADE"),
        comment="Conversations of a user with the support",
    )
    op.create_index("ix_message_threads_user_id", "message_threads", ["user_id"])
    op.create_index("ix_message_threads_status", "message_threads", ["status"])
    op.create_index("ix_message_threads_last_message_at", "message_threads", ["last_message_at"])

    op.create_table(
        "messages",
        uuid_key("message_id"),
        sa.Column("thread_id", postgresql.UUID(), nullable=False),
        sa.Column("sender_id", postgresql.UUID(), comment="Null where the platform wrote, or the sender is gone"),
        sa.Column("content", sa.Text(), nullable=False),
        flag("is_system_message"),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("message_id", name="messages_pkey"),
        references("messages", "thread_id", "message_threads.thread_id", "CASCADE"),
        references("messages", "sender_id", "users.user_id", "SET NULL"),
        comment="What was written in a conversation",
    )
    op.create_index("ix_messages_thread_id", "messages", ["thread_id", "created_at"])
    op.create_index("ix_messages_sender_id", "messages", ["sender_id"])


def fraud() -> None:
    op.create_table(
        "fraud_events",
        uuid_key("event_id"),
        sa.Column("user_id", postgresql.UUID()),
        sa.Column("event_type", sa.String(100), nullable=False),
        sa.Column("severity", sa.String(50), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("ip_address", postgresql.INET()),
        json("metadata"),
        flag("is_resolved"),
        time("resolved_at"),
        sa.Column("resolved_by", postgresql.UUID()),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("event_id", name="fraud_events_pkey"),
        references("fraud_events", "user_id", "users.user_id", "SET NULL"),
        references("fraud_events", "resolved_by", "users.user_id", "SET NULL"),
        comment="Fraud that people are to look at; outlives the user",
    )
    op.create_index("ix_fraud_events_user_id", "fraud_events", ["user_id"])
    op.create_index("ix_fraud_events_resolved_by", "fraud_events", ["resolved_by"])
    op.create_index("ix_fraud_events_event_type", "fraud_events", ["event_type"])
    op.create_index("ix_fraud_events_ip_address", "fraud_events", ["ip_address"])
    op.create_index(
        "ix_fraud_events_unresolved",
        "fraud_events",
        ["severity", "created_at"],
        postgresql_where=sa.text("not is_resolved"),
    )

    # The first revision's tables, now that there are users. Rows that are there keep what they have.
    op.add_column("fraud_detection", sa.Column("user_id", postgresql.UUID()))
    op.add_column("fraud_detection", sa.Column("reviewed_by", postgresql.UUID()))
    refer("fraud_detection", "user_id", "users", "user_id", "SET NULL")
    refer("fraud_detection", "reviewed_by", "users", "user_id", "SET NULL")
    op.create_index("ix_fraud_detection_user_id", "fraud_detection", ["user_id"])
    op.create_index("ix_fraud_detection_reviewed_by", "fraud_detection", ["reviewed_by"])

    op.add_column("rate_limits", sa.Column("user_id", postgresql.UUID(), comment="Null where an address is counted"))
    op.alter_column("rate_limits", "ip_address", nullable=True, comment="Null where a user is counted")
    refer("rate_limits", "user_id", "users", "user_id", "CASCADE")
    op.create_check_constraint(
        "ck_rate_limits_one_is_counted", "rate_limits", "(ip_address is null) <> (user_id is null)"
    )
    op.create_index("ux_rate_limits_user_id", "rate_limits", ["user_id", "endpoint", "window_start"], unique=True)


def administration() -> None:
    op.create_table(
        "admin_audit_log",
        uuid_key("log_id"),
        sa.Column("admin_user_id", postgresql.UUID()),
        sa.Column("action", sa.String(255), nullable=False),
        sa.Column("target_type", sa.String(100)),
        sa.Column("target_id", sa.String(255), comment="Key of a row of what target_type names; outlives the row"),
        sa.Column("changes", postgresql.JSONB(), comment="Null where nothing was changed"),
        sa.Column("ip_address", postgresql.INET()),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("log_id", name="admin_audit_log_pkey"),
        references("admin_audit_log", "admin_user_id", "users.user_id", "SET NULL"),
        comment="What administrators did",
    )
    op.create_index("ix_admin_audit_log_admin_user_id", "admin_audit_log", ["admin_user_id"])
    op.create_index("ix_admin_audit_log_action", "admin_audit_log", ["action"])
    op.create_index("ix_admin_audit_log_target", "admin_audit_log", ["target_type", "target_id"])
    op.create_index("ix_admin_audit_log_created_at", "admin_audit_log", ["created_at"])

    op.create_table(
        "admin_settings",
        uuid_key("setting_id"),
        sa.Column("setting_key", sa.String(255), nullable=False),
        sa.Column("setting_value", sa.Text()),
        sa.Column("setting_type", sa.String(50), server_default="string", nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("updated_by", postgresql.UUID()),
        server_time("created_at"),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("setting_id", name="admin_settings_pkey"),
        sa.UniqueConstraint("setting_key", name="admin_settings_setting_key_key"),
        references("admin_settings", "updated_by", "users.user_id", "SET NULL"),
        comment="Settings that administrators change while the platform runs",
    )
    op.create_index("ix_admin_settings_updated_by", "admin_settings", ["updated_by"])

    op.create_table(
        "audit_log",
        uuid_key("audit_id"),
        sa.Column("user_id", postgresql.UUID()),
        sa.Column("action", sa.String(255), nullable=False),
        sa.Column("details", postgresql.JSONB()),
        sa.Column("ip_address", postgresql.INET()),
        server_time("created_at"),
        sa.PrimaryKeyConstraint("audit_id", name="audit_log_pkey"),
        references("audit_log", "user_id", "users.user_id", "SET NULL"),
        comment="What users did that must be on record",
    )
    op.create_index("ix_audit_log_user_id", "audit_log", ["user_id"])
    op.create_index("ix_audit_log_action", "audit_log", ["action"])
    op.create_index("ix_audit_log_created_at", "audit_log", ["created_at"])

    op.create_table(
        "system_config",
        sa.Column("config_key", sa.String(255), nullable=False),
        sa.Column("config_value", sa.Text()),
        server_time("updated_at"),
        sa.PrimaryKeyConstraint("config_key", name="system_config_pkey"),
        comment="Settings that the platform starts with; filled after the migration",
    )


def downgrade() -> None:
    for name in ("system_config", "audit_log", "admin_settings", "admin_audit_log"):
        op.drop_table(name)

    # The counters of users go with the users; those of addresses stay.
    op.drop_index("ux_rate_limits_user_id", table_name="rate_limits")
    op.drop_constraint("ck_rate_limits_one_is_counted", "rate_limits")
    op.drop_constraint("rate_limits_user_id_fkey", "rate_limits")
    op.execute("delete from rate_limits where ip_address is null")
    op.alter_column("rate_limits", "ip_address", nullable=False, comment=None)
    op.drop_column("rate_limits", "user_id")

    op.drop_index("ix_fraud_detection_reviewed_by", table_name="fraud_detection")
    op.drop_index("ix_fraud_detection_user_id", table_name="fraud_detection")
    op.drop_constraint("fraud_detection_reviewed_by_fkey", "fraud_detection")
    op.drop_constraint("fraud_detection_user_id_fkey", "fraud_detection")
    op.drop_column("fraud_detection", "reviewed_by")
    op.drop_column("fraud_detection", "user_id")

    for name in (
        "fraud_events",
        "messages",
        "message_threads",
        "notifications",
        "alerts",
        "saved_searches",
        "analysis_history",
        "query_history",
        "embeddings",
        "entity_categories",
        "tender_entity_link",
        "tender_documents",
        "documents",
        "tenders",
        "cpv_codes",
        "usage_tracking",
        "billing_events",
        "subscription_usage",
        "subscriptions",
        "personalization_settings",
        "user_preferences",
        "api_keys",
        "refresh_tokens",
        "users",
        "organizations",
    ):
        op.drop_table(name)


def uuid_key(name: str) -> sa.Column:
    """The column of a primary key that the server makes."""
    return sa.Column(name, postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False)


def server_time(name: str) -> sa.Column:
    """A point in time that the server sets when the row is made."""
    return sa.Column(name, sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False)


def time(name: str, *, nullable: bool = True, comment: str | None = None) -> sa.Column:
    """A point in time that the program sets."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, comment=comment)


def flag(name: str, *, default: bool = False) -> sa.Column:
    """True or false, never null."""
    return sa.Column(name, sa.Boolean(), server_default=sa.true() if default else sa.false(), nullable=False)


def json(name: str, *, default: str = "{}", comment: str | None = None) -> sa.Column:
    """Data of no fixed form, empty rather than null."""
    return sa.Column(name, postgresql.JSONB(), server_default=default, nullable=False, comment=comment)


def references(table: str, column: str, to: str, on_delete: str) -> sa.ForeignKeyConstraint:
    """A foreign key of a table that is being made."""
    return sa.ForeignKeyConstraint([column], [to], name=f"{table}_{column}_fkey", ondelete=on_delete)


def refer(table: str, column: str, to_table: str, to_column: str, on_delete: str) -> None:
    """Gives a foreign key to a table that is there."""
    op.create_foreign_key(f"{table}_{column}_fkey", table, to_table, [column], [to_column], ondelete=on_delete)
