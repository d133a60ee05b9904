insert into tools (name, fee, parameters) values
  ('search', 1.50, '{"fields": ["title"], "limit": 10}'),
  ('rag', 0, null);
