-- The three models that agents may use.
insert into llm_models (provider, model_name, context_window, cost_per_1k_input_tokens, cost_per_1k_output_tokens, capabilities)
values
  ('openai', 'gpt-4o', 128000, 0.0025, 0.01, '{"tools": true, "vision": true}'),
  ('openai', 'gpt-4o-mini', 128000, 0.00015, 0.0006, '{"tools": true}'),
  ('anthropic', 'claude-3-5-sonnet', 200000, 0.003, 0.015, '{"tools": true, "vision": true}')
on conflict (provider, model_name) do nothing;
