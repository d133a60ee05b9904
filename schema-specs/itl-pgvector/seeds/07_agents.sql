-- The four agents, and the tools that they use.
insert into agent_configs (name, prompt_template, llm_model_id, default_output_format_id, description, handler_class)
select agent.name, agent.prompt, model.llm_model_id, format.format_id, agent.description, agent.handler
from (values
  ('SupervisorAgent', 'Say which agent answers: {agents}', 'gpt-4o-mini', 'structured_json', 'Hands questions to the others', 'services.supervisor.SupervisorAgent'),
  ('GuidelineAgent', 'Answer from these passages: {passages}', 'gpt-4o', 'plain_text', 'Answers from documents', 'services.domain_agents.DomainAgent'),
  ('DebtAgent', 'Answer questions on debts with the tools.', 'gpt-4o', 'table', 'Answers questions on debts', 'services.domain_agents.DomainAgent'),
  ('ShipmentAgent', 'Answer questions on shipments with the tools.', 'gpt-4o', 'table', 'Answers questions on shipments', 'services.domain_agents.DomainAgent')
) agent (name, prompt, model, format, description, handler)
join llm_models model on model.model_name = agent.model
join output_formats format on format.name = agent.format
on conflict (name) do nothing;

insert into agent_tools (agent_id, tool_id, priority)
select agent.agent_id, tool.tool_id, given.priority
from (values
  ('GuidelineAgent', 'search_knowledge_base', 1),
  ('DebtAgent', 'get_customer_debt', 1),
  ('DebtAgent', 'get_salesman_debt', 2),
  ('DebtAgent', 'get_payment_history', 3),
  ('ShipmentAgent', 'track_shipment', 1),
  ('ShipmentAgent', 'list_shipments', 2)
) given (agent, tool, priority)
join agent_configs agent on agent.name = given.agent
join tool_configs tool on tool.name = given.tool
on conflict do nothing;
