-- The documents of tenants, in passages that are found by what they mean.
create table tenants (tenant_id uuid primary key default gen_random_uuid(), name varchar(255) not null unique);
create table knowledge_chunks (
  chunk_id    uuid primary key default gen_random_uuid(),
  tenant_id   uuid not null constraint knowledge_chunks_tenant_id_fkey references tenants on delete cascade,
  document    varchar(500) not null,
  position    integer not null,
  content     text not null,
  embedding   vector(1536) not null,
  created_at  timestamptz not null default now(),
  constraint knowledge_chunks_passage_key unique (tenant_id, document, position)
);
create index ix_knowledge_chunks_embedding on knowledge_chunks using hnsw (embedding vector_cosine_ops);
