insert into tenants (id, name) values (1, 'eTMS'), (2, 'eFMS');
insert into agents values (1, 'GuidelineAgent'), (2, 'DebtAgent');
insert into tenant_agents (tenant_id, agent_id, enabled) values (1, 1, true), (1, 2, false), (2, 1, true), (2, 2, true);
