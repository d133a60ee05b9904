-- Which tenant may use what: debts and shipments are eFMS's alone.
insert into tenant_agent_permissions (tenant_id, agent_id)
select tenant.tenant_id, agent.agent_id
from tenants tenant cross join agent_configs agent
where agent.name in ('GuidelineAgent', 'SupervisorAgent')
  or (tenant.name = 'eFMS' and agent.name in ('DebtAgent', 'ShipmentAgent'))
on conflict do nothing;

insert into tenant_tool_permissions (tenant_id, tool_id)
select distinct allowed.tenant_id, used.tool_id
from tenant_agent_permissions allowed join agent_tools used on used.agent_id = allowed.agent_id
on conflict do nothing;
