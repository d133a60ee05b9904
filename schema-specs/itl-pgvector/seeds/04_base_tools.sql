-- What tools are made of.
insert into base_tools (type, handler_class, description, default_config_schema) values
  ('http_get', 'tools.http.HttpGetTool', 'Asks a service by HTTP', '{"type": "object", "required": ["url"]}'),
  ('rag', 'tools.rag.RagTool', 'Looks passages up in the knowledge base', '{"type": "object", "required": ["collection"]}')
on conflict (type) do nothing;
