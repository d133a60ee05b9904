-- The index is there, so there is nothing left to accept.
-- EXPECT: FAILED waiver/used index/definition ix_documents_tenant
CREATE TABLE documents (id bigint PRIMARY KEY, tenant_id bigint NOT NULL);
CREATE INDEX ix_documents_tenant ON documents (tenant_id);
