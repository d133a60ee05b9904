-- EXPECT: FAILED security/encrypted tenant_llm_configs.encrypted_api_key
-- EXPECT: FAILED security/encrypted notes.body
-- EXPECT: FAILED security/encrypted wrapped_keys.key
create table tenant_llm_configs (id int primary key, encrypted_api_key text not null);
create table notes (id int primary key, body bytea);
create table wrapped_keys (id int primary key, key text not null);
insert into tenant_llm_configs values
    (1, 'gAAAAABndIWAOTIkmWLGhXIABZrrjqF883h-DtKdHAtj_9cpg3TZvXT8Ea3XucplA5Uiaf1mn2N27nGHlzf9X3L41RxKyRttDEjUGh5eyeagOShUqGFe7xA='),
    (2, 'the key of the tenant'),
    (3, 'dGhlIGtleSBvZiB0aGUgdGVuYW50'),
    (4, 'gAAAAABndIWAn8G_qeJWNwEojymz1z9qwrae3SwZ8mS-5GKluvIP0n7PFMAR7SAfg2MgrbmLqxaGoo2YASEMdzbz7sWA3PxD_l0Em014p6Pr'),
    (5, 'gAAAAABndIWAd2hhdCBjYW4gYmUgcmVhZCBpcyBub3QgZW5jcnlwdGVkLCBpcyBpdD8gTm8uICAgMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=');
-- What is only packed, and what is text.
insert into notes values (1, '\xcb1462016e000000006120706c61696e206e6f74652e'), (2, 'a plain note');
insert into wrapped_keys values (1, 'vault:v1:EfamUto1JIcrajHX/+RYd0TV63g+lpaPib6ChWXgfl99eE6QYKchyoB9djPtEjQC83blvxSWdz0ZYWMm'), (2, 'vault:v1:YSBrZXkgaW4gcGxhaW4gdGV4dCwgd3JhcHBlZCBpbiBub3RoaW5n');
