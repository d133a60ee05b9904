-- The tool that looks passages up.
insert into tool_configs (name, base_tool_id, config, input_schema, output_format_id, description)
select 'search_knowledge_base', base.base_tool_id, '{"collection": "guidelines", "top_k": 5}', '{"required": ["question"]}',
  format.format_id, 'Passages of the tenant''s documents that answer a question'
from base_tools base, output_formats format
where base.type = 'rag' and format.name = 'plain_text'
on conflict (name) do nothing;
