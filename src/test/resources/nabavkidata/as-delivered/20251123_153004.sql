-- Nabavkidata, revision 20251123_153004, as Alembic prints it today: what was delivered of it is not known.

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 20251123_153004

CREATE TABLE fraud_detection (
    detection_id UUID DEFAULT gen_random_uuid() NOT NULL,
    ip_address INET,
    device_fingerprint VARCHAR(255),
    user_agent TEXT,
    detection_type VARCHAR(100) NOT NULL,
    risk_score NUMERIC(5, 2) DEFAULT 0 NOT NULL,
    signals JSONB DEFAULT '{}' NOT NULL,
    is_blocked BOOLEAN DEFAULT false NOT NULL,
    reviewed_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT fraud_detection_pkey PRIMARY KEY (detection_id),
    CONSTRAINT ck_fraud_detection_risk_score CHECK (risk_score between 0 and 100)
);

COMMENT ON TABLE fraud_detection IS 'What looked like fraud: repeated trials, shared accounts, robots';

COMMENT ON COLUMN fraud_detection.device_fingerprint IS 'Hash of what the browser tells of itself; no personal data';

COMMENT ON COLUMN fraud_detection.risk_score IS '0 to 100; the higher, the worse';

COMMENT ON COLUMN fraud_detection.signals IS 'What the score is made of';

CREATE INDEX ix_fraud_detection_ip_address ON fraud_detection (ip_address);

CREATE INDEX ix_fraud_detection_device_fingerprint ON fraud_detection (device_fingerprint);

CREATE INDEX ix_fraud_detection_detection_type ON fraud_detection (detection_type);

CREATE INDEX ix_fraud_detection_created_at ON fraud_detection (created_at);

CREATE INDEX ix_fraud_detection_unreviewed ON fraud_detection (risk_score desc) WHERE reviewed_at is null;

CREATE TABLE rate_limits (
    rate_limit_id UUID DEFAULT gen_random_uuid() NOT NULL,
    ip_address INET NOT NULL,
    endpoint VARCHAR(255) NOT NULL,
    window_start TIMESTAMP WITH TIME ZONE NOT NULL,
    window_seconds INTEGER DEFAULT 60 NOT NULL,
    request_count INTEGER DEFAULT 0 NOT NULL,
    blocked_until TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT rate_limits_pkey PRIMARY KEY (rate_limit_id)
);

COMMENT ON TABLE rate_limits IS 'How many requests came in a window of time, and until when further ones are refused';

CREATE UNIQUE INDEX ux_rate_limits_ip_address ON rate_limits (ip_address, endpoint, window_start);

CREATE INDEX ix_rate_limits_window_start ON rate_limits (window_start);

CREATE INDEX ix_rate_limits_blocked_until ON rate_limits (blocked_until) WHERE blocked_until is not null;

INSERT INTO alembic_version (version_num) VALUES ('20251123_153004') RETURNING alembic_version.version_num;
