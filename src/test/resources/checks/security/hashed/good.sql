create table users (id int primary key, hashed_password text);
create table operators (id int primary key, password text not null);
create table invitations (id int primary key, code_hash text not null);
insert into users values (1, '$2b$12$qA5rTM9FZiOdww9IT3xhP1hzrubRIURbb/8Vfi.QztmOE4wwxwL7x'), (2, '$argon2id$v=19$m=65536,t=3,p=4$pU3KGCUwux1tEyze1iN7Lg$2R4/ch/LGXEXRJTWSTydXDRgvjEgHmn+2qDu6LmZf1w'), (3, 'pbkdf2_sha256$600000$Zk3vQ9rT1xWm$fCmZ/a/lkyU81lSvTfrXFCegrrP+6SMvivIhH57kkcU='), (4, null);
insert into operators values (1, '$2b$12$FWGY2SMpEL.RKsBHYuReqs6NM8577lIQLpf7SAYsQBkJfsTraoaWc');
insert into invitations values (1, '$2b$10$xbX9rBBh6fWq3qsIaLb6XpY7.7qINvX7U1oJw5xISTOBR5Q6qROA/');
