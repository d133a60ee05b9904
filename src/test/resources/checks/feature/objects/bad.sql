-- The column has another name, and the function two forms, of which the spec names none.
-- EXPECT: FAILED feature/objects rbac
-- EXPECT: FAILED feature/objects audit
CREATE TABLE roles (id integer PRIMARY KEY);
CREATE TABLE users (id uuid PRIMARY KEY, roles_id integer NOT NULL REFERENCES roles (id));
CREATE FUNCTION check_access(uuid) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE TABLE audit_trail (id bigint PRIMARY KEY);
CREATE FUNCTION write_audit() RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION write_audit(text) RETURNS void LANGUAGE sql AS '';
