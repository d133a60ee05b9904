-- The waiver has expired on the day of the examples, so what it was for counts again.
-- EXPECT: FAILED waiver/in-force index/definition ix_documents_tenant
-- EXPECT: FAILED index/definition ix_documents_tenant
CREATE TABLE documents (id bigint PRIMARY KEY, tenant_id bigint NOT NULL);
