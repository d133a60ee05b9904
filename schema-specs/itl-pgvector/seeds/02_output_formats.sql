-- How answers are shown.
insert into output_formats (name, schema, renderer_hint, description) values
  ('plain_text', null, '{"type": "markdown"}', 'An answer in words'),
  ('structured_json', '{"type": "object"}', '{"type": "json"}', 'An answer for programs'),
  ('table', '{"type": "array", "items": {"type": "object"}}', '{"type": "table"}', 'Rows, such as open invoices')
on conflict (name) do nothing;
