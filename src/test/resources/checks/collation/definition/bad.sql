-- EXPECT: FAILED collation/definition german
create collation german (provider = icu, locale = 'de-AT');
