create table tenants (
  id          int primary key,
  name        text not null unique,
  created_at  timestamptz not null default now()
);
create table agents (id int primary key, name text not null unique);
create table tenant_agents (
  tenant_id  int not null references tenants,
  agent_id   int not null references agents,
  enabled    boolean not null default true,
  primary key (tenant_id, agent_id)
);
