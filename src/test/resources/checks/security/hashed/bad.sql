-- EXPECT: FAILED security/hashed users.hashed_password
-- EXPECT: FAILED security/hashed operators.password
-- EXPECT: VACUOUS security/hashed invitations.code_hash
create table users (id int primary key, hashed_password text);
create table operators (id int primary key, password text not null);
create table invitations (id int primary key, code_hash text not null);
insert into users values
    (1, '$2b$12$LP1WZBeZjcnfzOFr4zORA2V.RUQ6NFn7LFdWhDK3BG2nXh37dfX3P'),
    (2, 'Sommer-2024!'),
    (3, '9dd4e461268c8034f5c8564e155c67a6'),
    (4, 'U29tbWVyLTIwMjQgYW5kIG1vcmU='),
    (5, '$2b$12$cut');
-- Neither the form nor the cost that the spec asks for; no invitation at all.
insert into operators values (1, '$argon2id$v=19$m=65536,t=3,p=4$pU3KGCUwux1tEyze1iN7Lg$2R4/ch/LGXEXRJTWSTydXDRgvjEgHmn+2qDu6LmZf1w'), (2, '$2b$10$zNw2mHc0HZkNRsQeP5aKw8SaS1xpzXrmJsAp42AvojGMbLIfgDVgO');
