-- Nabavkidata, revision 20251123_153004 undone.

drop table rate_limits;
drop table fraud_detection;
drop table alembic_version;
