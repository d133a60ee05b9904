-- Stage 4: who has logged in of late, and from where.

create or replace view recent_login_activity as
select log.id,
       log.user_id,
       users.email,
       users.role,
       log.tenant_id,
       log.login_timestamp,
       log.login_successful,
       log.login_method,
       log.ip_address,
       log.city,
       log.region,
       log.country,
       log.device_fingerprint
from user_login_logs as log
join users on users.id = log.user_id
where log.login_timestamp > now() - interval '30 days'
order by log.login_timestamp desc;
