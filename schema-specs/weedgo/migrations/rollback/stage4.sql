-- Undoes stage 4.

drop view if exists recent_login_activity;
