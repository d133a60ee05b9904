create collation german (provider = icu, locale = 'de-DE');
