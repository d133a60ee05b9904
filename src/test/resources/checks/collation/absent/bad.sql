-- EXPECT: FAILED collation/absent german
create collation german (provider = icu, locale = 'de-DE');
