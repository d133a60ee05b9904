-- Five tools that ask services.
insert into tool_configs (name, base_tool_id, config, input_schema, output_format_id, description)
select tool.name, base.base_tool_id, tool.config::jsonb, tool.input::jsonb, format.format_id, tool.description
from (values
  ('get_customer_debt', '{"url": "/debts/{customer}"}', '{"required": ["customer"]}', 'table', 'What a customer owes'),
  ('get_salesman_debt', '{"url": "/debts/by-salesman/{salesman}"}', '{"required": ["salesman"]}', 'table', 'What the customers of a salesman owe'),
  ('get_payment_history', '{"url": "/payments/{customer}"}', '{"required": ["customer"]}', 'table', 'Payments of a customer'),
  ('track_shipment', '{"url": "/shipments/{number}"}', '{"required": ["number"]}', 'structured_json', 'Where a shipment is'),
  ('list_shipments', '{"url": "/shipments"}', '{"properties": {"since": {"type": "string"}}}', 'table', 'Shipments since a day')
) tool (name, config, input, format, description)
join base_tools base on base.type = 'http_get'
join output_formats format on format.name = tool.format
on conflict (name) do nothing;
