create table tenant_llm_configs (id int primary key, encrypted_api_key text not null);
create table notes (id int primary key, body bytea);
create table wrapped_keys (id int primary key, key text not null);
insert into tenant_llm_configs values (1, 'gAAAAABndIWA2ITPTP2nLY4dXdkliQgthSpxIoc-6AWt1YlCFno4UoYZXGefnGmU5FuKsQmAEgcJYfN95Dbd_cmdbnWvZUfPsRtCBySC3FMcK8OQfJYX614='), (2, 'gAAAAABoTuGAUInkAYa6qKV9EZ5vtl0Aq8Mq845mfwIuhy1JzBXJC5mbdytPx6b9TJFKFttHCHUrDxVEuDXA5xkJffqHAekjLyHygSaHeGl26_zDJ_WTF2UnS6mCm0QG9h_4iTJv-pSS');
insert into notes values (1, '\xc30d040703028c188f341a924c7f60d23d01edeeee3c669f2bf20894ea27e689c66b6b262e4886b8438f39ba76fef8c90c5101fbe6cf9a48d5b0c0a13da900a6adcb3d64069481be21c9c727b8db'), (2, null);
insert into wrapped_keys values (1, 'vault:v1:iN+hYb/bDsxoKRnS5kaS+BlBV/HUr5CYgoXPepr3yT1VUiZq/nDnqubaR2J8LlmvLqN6vIRnCtPE02vA'), (2, 'vault:v2:iq0f/464QG4vin/EzOTdnwtBENny+gAlyO/lfzdyT0036isUAEB3E5tBgN8=');
