-- Each tenant's model, its key encrypted before it comes here, and its widget. The keys are throw-away ones.
insert into tenant_llm_configs (tenant_id, llm_model_id, encrypted_api_key)
select tenant.tenant_id, model.llm_model_id, given.token
from (values
  ('eTMS', 'gpt-4o', 'gAAAAABrAcrqDv9nsMUla28TslJ41VEB3tkme6h34RMckk3ttOSjCsXD6CfJnYpNikRKPp2TuYO7tCRBN_Ahxm4qZ1znSAPs8DDKZpDO0vZaMuZprFXQdeCTFQo9qvGT0tZGZqIhcQ-XCGt6ucZ-5dzObekldwbf7A=='),
  ('eFMS', 'gpt-4o', 'gAAAAABrAcrqDjdpHJwjdXrhaiqjkxd-jqq2WoNOUI6Ekshcyk0ZI970IZr622bZ7d-kRe1E_haS8NlA0xHmhzVwl22V2AgUUzTLmx2SB4ECZXUKTnUfOPOW3vtg4Ic2SB2l1K_Xq6AKbLaB76q9brZ1GBV0PYRTfA=='),
  ('Vela', 'gpt-4o', 'gAAAAABrAcrqUQAymKb3xUxQAeAljhbg1UatoLvqHH_69fSKaCV2wSXK6RIcvRbho6n6IbbDVO8O99VtiKs01slm-IgoQgGj9U259XVJePeZ9HLPUK4epcRpTzQWjgMcXpx1k5AsCF_GOi6_6nQM9A0adxlvQOewHg==')
) given (tenant, model, token)
join tenants tenant on tenant.name = given.tenant
join llm_models model on model.model_name = given.model
on conflict (tenant_id, llm_model_id) do nothing;

insert into tenant_widget_configs (tenant_id, widget_key, widget_secret, welcome_message, allowed_domains)
select tenant.tenant_id, 'widget-' || lower(tenant.name), given.token, 'Welcome to ' || tenant.name,
  jsonb_build_array('https://' || tenant.domain)
from (values
  ('eTMS', 'gAAAAABrAcrqfFIw_qnx_izxg-jLMaeTY09sF4szAXrgUiOy095KOwWSyOvEfRwFAYdgXWQTiJYmOjS5cAhzDr8CIUUshbEDtmvdtuuuPRtqiuLffqdPChK4F9_amBtzsHfFVI1QwpDt6aqsOy8Ua78oX8UWq2OzgQ=='),
  ('eFMS', 'gAAAAABrAcrqb-waNpyKQwBM1rwqGgPvUdRvhpUtPqbNZaV_wzMegDWhXbZC8egSzSgWD5LsbemASJLWbLIdxJPbXa3Sn657jpHnEi3SPAIE4sQ1Ao1NF7WUOjJ9v11ZuKOrMp5bMtSfOofn65_37dPaVXSJ8mPpUw=='),
  ('Vela', 'gAAAAABrAcrqiThfjh2Yvvw2U9fmoO1A8iGERSHq7wwgoYNhbUwakGxLmxugzJTeox1I3ukxsI8Nit701HhxDW07vmkN936yTHcEJWvEylr3k4HLnOZiYA69VL2ChxQPNFTgCw6cyNT5z_R1IWIw3ZqAs4JWzu4wUQ==')
) given (tenant, token)
join tenants tenant on tenant.name = given.tenant
on conflict (tenant_id) do nothing;
