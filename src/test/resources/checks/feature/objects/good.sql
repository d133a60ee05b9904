CREATE TABLE roles (id integer PRIMARY KEY);
CREATE TABLE users (id uuid PRIMARY KEY, role_id integer NOT NULL REFERENCES roles (id));
CREATE INDEX ix_users_role ON users (role_id);
CREATE FUNCTION check_access(uuid) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE TABLE audit_trail (id bigint PRIMARY KEY);
CREATE FUNCTION write_audit() RETURNS void LANGUAGE sql AS '';
